"""Good documents to spoil and to mend."""

from tests.check.mutations.conftest import good

__all__ = ["good"]
