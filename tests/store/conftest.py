"""How hypothesis works in the tests of the tracker: without a deadline, on busy machines too."""

from hypothesis import settings

settings.register_profile("relance", deadline=None)
settings.load_profile("relance")
