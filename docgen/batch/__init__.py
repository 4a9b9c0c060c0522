"""The one path, from workspace to file, for one document as for all of them."""

from docgen.batch.produce import Outcome, Producer, plan_jobs

__all__ = ["Outcome", "Producer", "plan_jobs"]
