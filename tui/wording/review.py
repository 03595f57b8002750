"""The sentences of what a merge lost and of what stood twice in the file, to be reviewed."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

import msgspec

from store.file.history import DUPLICATE
from store.file.review import Remark
from store.records.amount import checked_amount
from store.records.quote_practice import is_private
from tui.language import _, ngettext
from tui.safe_text import shown, shown_lines
from tui.wording.amounts import amount_text
from tui.wording.days import long_day
from tui.wording.field_kinds import DAYS, YES_OR_NO
from tui.wording.labels import label

_CODES = ("status", "kind", "direction", "channel", "outcome")
_LONGEST_VALUE = 60


def remark_text(remark: Remark) -> str:
    """The whole of it in one sentence, long values cut, and without private ones."""
    words = {
        "record": record_text(remark),
        "field": field_text(remark),
        "kept": _cut(" ".join(kept_lines(remark))),
        "lost": _cut(" ".join(lost_lines(remark))),
        "machine": origin_text(remark),
    }
    if remark.code == DUPLICATE:
        words["name"] = shown(remark.kept)
        text = _("{record}: {field} stood twice in the file; the second is kept as {name}.")
    elif is_private(remark.field):
        text = _("{record}: {field} was changed on two machines; the app shows both values (c).")
    elif remark.machine:
        text = _(
            "{record}: {field} was changed on two machines; "
            "“{kept}” was kept, “{lost}” from {machine} was lost."
        )
    else:
        text = _(
            "{record}: {field} was changed on two machines; “{kept}” was kept, “{lost}” was lost."
        )
    return text.format(**words)


def record_text(remark: Remark) -> str:
    """What people call the record."""
    subject = shown(remark.subject)
    return _("{ref}, a contact").format(ref=subject) if _is_contact(remark) else subject


def field_text(remark: Remark) -> str:
    """The field's label."""
    return shown(label("lead" if remark.field == "lead_id" else remark.field))


def kept_lines(remark: Remark) -> list[str]:
    """The value that the merge kept, or that the second of two has another name or id."""
    if remark.code == DUPLICATE:
        return [_("both; the second as {name}").format(name=shown(remark.kept))]
    return shown_lines(_value(remark, remark.kept))


def lost_lines(remark: Remark) -> list[str]:
    """The value that had to give way; none where nothing was lost."""
    return [] if remark.code == DUPLICATE else shown_lines(_value(remark, remark.lost))


def origin_text(remark: Remark) -> str:
    """The machine that wrote the lost value, empty where that is not known."""
    return shown(remark.machine)


def review_banner(count: int) -> str:
    """That so many entries wait for a look; empty where there are none."""
    if not count:
        return ""
    words = ngettext(
        "{n} value lost in a merge: press c to review",
        "{n} values lost in a merge: press c to review",
        count,
    )
    return words.format(n=count)


def _is_contact(remark: Remark) -> bool:
    return remark.table == "follow_ups"


def _value(remark: Remark, text: str) -> str:
    field = remark.field
    if text in ("", "null", "[]"):
        return _("nothing")
    if field in YES_OR_NO and text in ("true", "false"):
        return _("yes") if text == "true" else _("no")
    if field in _CODES:
        return label(text)
    if field == "amount" and remark.currency:
        return _amount(text, remark.currency)
    if field not in DAYS:
        return _listed(text)
    with suppress(ValueError):
        return long_day(date.fromisoformat(text))
    return text


def _amount(text: str, currency: str) -> str:
    """The amount with its currency; what is none is shown as it is."""
    with suppress(ArithmeticError, ValueError):
        return amount_text(checked_amount(Decimal(text)), currency)
    return text


def _listed(text: str) -> str:
    """A list of words, or of people by their names, without the signs of JSON."""
    with suppress(msgspec.MsgspecError):
        return ", ".join(msgspec.json.decode(text, type=list[str]))
    with suppress(msgspec.MsgspecError):
        people = msgspec.json.decode(text, type=list[_Named])
        return ", ".join(" ".join(filter(None, (p.name, p.email, p.phone))) for p in people)
    return text


class _Named(msgspec.Struct, frozen=True):
    name: str
    email: str = ""
    phone: str = ""


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + "…"
