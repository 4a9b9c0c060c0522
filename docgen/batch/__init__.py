"""The one path, from workspace to file, for one document as for all of them."""

from docgen.batch.planned import Only, plan_jobs
from docgen.batch.produce import Outcome, Producer
from docgen.batch.run import fitting_processes, make_all

__all__ = ["Only", "Outcome", "Producer", "fitting_processes", "make_all", "plan_jobs"]
