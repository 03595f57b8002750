"""The codes of what an experienced freelancer notes about a quote and a lead (PRACTICES)."""

from enum import StrEnum


class Silence(StrEnum):
    """What I think a silence means (PRACTICES B4)."""

    NOT_URGENT = "not_urgent"
    EMBARRASSED = "embarrassed"
    MANY_BIDDERS = "many_bidders"
    ANOTHER_CHOSEN = "another_chosen"
    TESTING_ME = "testing_me"
    PRICE = "price"
    DECISION_LATER = "decision_later"


class Purpose(StrEnum):
    """What the quote is for: the work itself, or to define the project (PRACTICES C4)."""

    WORK = "work"
    SCOPING = "scoping"


class Tool(StrEnum):
    """With what the work is to be done: by hand, or with tooling for bulk (PRACTICES C8)."""

    MANUAL = "manual"
    BULK = "bulk"


class Requester(StrEnum):
    """Who asked for the quote (PRACTICES D1)."""

    BOSS = "boss"
    CLIENT = "client"
    AGENCY = "agency"
    SELF = "self"


class Brief(StrEnum):
    """How well the request says what is wanted (PRACTICES D3)."""

    CLEAR = "clear"
    VAGUE = "vague"
    INCOHERENT = "incoherent"


class Question(StrEnum):
    """The ten things to know of a lead's situation before quoting (PRACTICES G10)."""

    SITUATION = "situation"
    GOAL = "goal"
    PROBLEM = "problem"
    AUDIENCE = "audience"
    CONTENT = "content"
    CONSTRAINTS = "constraints"
    BUDGET = "budget"
    DEADLINE = "deadline"
    DECIDER = "decider"
    SUCCESS = "success"


class Went(StrEnum):
    """How the work went, looking back (PRACTICES I1)."""

    WELL = "well"
    BADLY = "badly"


class Flag(StrEnum):
    """A red flag of a lead (PRACTICES G5)."""

    BLAMES_EVERYONE = "blames_everyone"
    KNOWS_EVERYTHING = "knows_everything"
    IMPOSES_SOLUTION = "imposes_solution"
    HANGS_UP = "hangs_up"
    RUSHES = "rushes"
    PRICE_ONLY = "price_only"


class Mismatch(StrEnum):
    """Why a lead and I do not fit (PRACTICES G6, G7)."""

    SKILL = "skill"
    AUTHORITY = "authority"


class IncidentKind(StrEnum):
    """What an incident with a platform was about (PRACTICES F2)."""

    CONTACT = "contact"
    COMPLAINT = "complaint"
    OTHER = "other"


class DeclineReason(StrEnum):
    """Why I declined, where it is no fault of the lead: counted apart (PRACTICES G9)."""

    DIARY_FULL = "diary_full"
    UNREALISTIC = "unrealistic"


class Cause(StrEnum):
    """Why a lead asks again and again for other terms (PRACTICES G8)."""

    HARDSHIP = "hardship"
    CHEAPER = "cheaper"
