"""Taking a value back that a merge lost: an ordinary change of a field, with rules and undo."""

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from store.changes.command import Circumstances, Command, the_contact, the_lead, the_quote
from store.changes.contacts import AmendContact
from store.changes.field_reading import Reader, Reading, Values
from store.changes.fields import CONTACT_FIELDS, LEAD_FIELDS, QUOTE_FIELDS
from store.changes.leads import EditLead
from store.changes.quotes import EditQuote
from store.errors import FileTrouble, Refused
from store.file.codec import KIND_OF, fields_of, read_record, row_of
from store.file.history import Change
from store.file.tables import TableName
from store.records.edit import Edit, Record
from store.records.snapshot import Snapshot


class TakeBack(msgspec.Struct, frozen=True, kw_only=True):
    """Set a record's field to a value, which is the JSON text that a merge took out of it."""

    table: TableName
    record_id: int
    field: str
    value: bytes

    def apply(self, snapshot: Snapshot, circumstances: Circumstances) -> Edit:
        """What correcting the field does; raises `TrackerError` where that is refused.

        `Refused` is raised for a field that is none of ours, for one that other fields go with, as
        the outcome of a quote does with its status, and for a value that cannot be read.
        """
        record = self._record(snapshot)
        if self.field not in record.__struct_fields__:
            raise Refused("not_our_field", field=self.field)
        if self.field not in _BY_ITSELF[self.table]:
            raise Refused("not_by_itself", field=self.field)
        value = self._read(record)
        if self.table == "quotes" and self.field == "lead_id":
            lead = the_lead(snapshot, msgspec.json.decode(self.value, type=int))
            edit = self._correction({"lead_id": lead.id}).apply(snapshot, circumstances)
            return replace(edit, facts={"fields": ("lead",)})
        reading = Reading(circumstances.today, circumstances.settings)
        return self._correction(self._as_typed(value, reading)).apply(snapshot, circumstances)

    def _read(self, record: Record) -> object:
        """The value in the record's own type."""
        fields = fields_of(msgspec.json.encode(record)) | {self.field: msgspec.Raw(self.value)}
        try:
            was = read_record(KIND_OF[self.table], str(record.id), row_of(fields))
        except FileTrouble as trouble:
            why = trouble.facts["why"]
            raise Refused("value_unreadable", field=self.field, why=why) from trouble
        value: object = getattr(was, self.field)
        return value

    def _as_typed(self, value: object, reading: Reading) -> Values:
        """The value to set; a text within the bounds that hold for one that is typed."""
        readers = _FIELDS[self.table]
        if type(value) is str:  # and no code, which is one that we know
            return readers[self.field](self.field, value, reading)
        return {self.field: value}

    def _record(self, snapshot: Snapshot) -> Record:
        match self.table:
            case "incidents":  # nobody corrects them
                raise Refused("not_our_field", field=self.field)
            case "leads":
                return the_lead(snapshot, self.record_id)
            case "quotes":
                return the_quote(snapshot, self.record_id)
            case "follow_ups":
                return the_contact(snapshot, self.record_id)

    def _correction(self, values: Values) -> Command:
        if self.table == "leads":
            return EditLead(lead_id=self.record_id, values=values, put_back=True)
        if self.table == "quotes":
            return EditQuote(quote_id=self.record_id, values=values)
        return AmendContact(contact_id=self.record_id, values=values, insist=True)


_FIELDS: Mapping[TableName, Mapping[str, Reader]] = {
    "leads": LEAD_FIELDS,
    # a ref that another program gave may have spaces, as a title has
    "quotes": {**QUOTE_FIELDS, "ref": QUOTE_FIELDS["title"]},
    "follow_ups": CONTACT_FIELDS,
}

_BY_ITSELF: Mapping[TableName, frozenset[str]] = {
    "leads": frozenset({*LEAD_FIELDS, "contacts"}),
    "quotes": frozenset({*QUOTE_FIELDS, "lead_id"}),
    "follow_ups": frozenset(CONTACT_FIELDS),
}
"""The fields that are corrected without others."""


def take_back(change: Change) -> TakeBack:
    """The command for an entry that tells of a lost value.

    Raises `Refused` for one that has none: of a double, and of a table that we do not know.
    """
    touched, field = next(iter(change.records), None), str(change.facts.get("field"))
    if touched is None or field not in touched.before:
        raise Refused("nothing_to_take_back", ref=change.subject)
    value = bytes(touched.before[field])
    return TakeBack(table=touched.table, record_id=touched.id, field=field, value=value)
