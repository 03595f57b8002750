"""The real program for the faults that it is to survive."""

from tests.end_to_end.conftest import environment, open_relance, relance

__all__ = ["environment", "open_relance", "relance"]
