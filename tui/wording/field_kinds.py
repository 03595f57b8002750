"""Which fields hold days, and which say yes or no: told by how they are read."""

from store.changes.field_reading import day, maybe, moment, yes_no
from store.changes.fields import CONTACT_FIELDS, LEAD_FIELDS, QUOTE_FIELDS

_READERS = {**QUOTE_FIELDS, **LEAD_FIELDS, **CONTACT_FIELDS}

DAYS = frozenset(name for name, reader in _READERS.items() if reader in (day, moment))
YES_OR_NO = frozenset(name for name, reader in _READERS.items() if reader in (yes_no, maybe))
