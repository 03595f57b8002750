"""A record as it is written: all of its own fields, and of the optional ones those noted."""

from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from store.records.edit import Record
from store.records.follow_up import ContactPractice
from store.records.lead_practice import LeadPractice
from store.records.quote_origin import QuoteOrigin

_FIELDS = msgspec.json.Decoder(dict[str, msgspec.Raw])


def encoded(record: Record) -> dict[str, msgspec.Raw]:
    """The fields to write, in their order, each as JSON."""
    fields = _FIELDS.decode(msgspec.json.encode(record))
    return {name: fields[name] for name in written_fields(record)}


def written_fields(record: Record) -> Iterator[str]:
    """The names of the fields to write, in their order: the record's own, then those noted."""
    optional = optional_fields(type(record))
    yield from (name for name in record.__struct_fields__ if name not in optional)
    for name, unset in optional.items():
        if getattr(record, name) != unset:
            yield name


@cache
def optional_fields(kind: type[Record]) -> Mapping[str, object]:
    """The optional fields of a kind of record, with what stands there as long as nothing does."""
    practices = (QuoteOrigin, LeadPractice, ContactPractice)
    return {
        field.name: field.default
        for practice in practices
        if issubclass(kind, practice)
        for field in msgspec.structs.fields(practice)
    }
