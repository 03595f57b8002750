"""Taking a value back that a merge lost: an ordinary change of a field, with rules and undo."""

import msgspec

from store.changes.command import Circumstances, Command, the_contact, the_lead, the_quote
from store.changes.contacts import AmendContact
from store.changes.leads import EditLead
from store.changes.quotes import EditQuote
from store.errors import Refused
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
        """What correcting the field does; raises `TrackerError` where that is refused."""
        record = self._record(snapshot)
        if self.field not in record.__struct_fields__:
            raise Refused("not_our_field", field=self.field)
        fields = fields_of(msgspec.json.encode(record)) | {self.field: msgspec.Raw(self.value)}
        was = read_record(KIND_OF[self.table], str(record.id), row_of(fields))
        values = {self.field: getattr(was, self.field)}
        if self.table == "quotes" and self.field == "lead_id":
            values = {"lead": the_lead(snapshot, values["lead_id"]).name}
        return self._correction(values).apply(snapshot, circumstances)

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

    def _correction(self, values: dict[str, object]) -> Command:
        if self.table == "leads":
            return EditLead(lead_id=self.record_id, values=values, put_back=True)
        if self.table == "quotes":
            return EditQuote(quote_id=self.record_id, values=values)
        return AmendContact(contact_id=self.record_id, values=values, insist=True)


def take_back(change: Change) -> TakeBack:
    """The command for an entry that tells of a lost value.

    Raises `Refused` for one that has none: of a double, and of a table that we do not know.
    """
    touched, field = next(iter(change.records), None), str(change.facts.get("field"))
    if touched is None or field not in touched.before:
        raise Refused("nothing_to_take_back", ref=change.subject)
    value = bytes(touched.before[field])
    return TakeBack(table=touched.table, record_id=touched.id, field=field, value=value)
