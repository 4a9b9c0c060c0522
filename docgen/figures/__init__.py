"""Figures of reports: what units wrote, the year from its halves, sums of many, checks, deadlines."""
