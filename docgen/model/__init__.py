"""What the offices write, as frozen records: units in time, the year, recipients, kinds."""
