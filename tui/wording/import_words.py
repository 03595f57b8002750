"""What an import says of a file: how it was read, and what becomes of each of its lines."""

from collections.abc import Iterator, Mapping, Sequence

from store.exchange.conventions import Conventions
from store.exchange.import_quotes import Planned, Verdict
from store.exchange.imported import Import
from tui.language import N_, _, ngettext
from tui.safe_text import shown
from tui.wording.amounts import amount_text
from tui.wording.labels import label

DELIMITERS: Mapping[str, str] = {
    ";": N_("semicolon"),
    ",": N_("comma"),
    "\t": N_("tab"),
    "|": N_("vertical bar"),
}
DECIMALS: Mapping[str, str] = {
    "": N_("point or comma"),
    ".": N_("point"),
    ",": N_("comma"),
}
DATES: Mapping[str, str] = {
    "dmy": N_("day/month/year"),
    "mdy": N_("month/day/year"),
    "ymd": N_("year-month-day"),
}
VERDICTS: Mapping[Verdict, str] = {
    Verdict.ADD: N_("add"),
    Verdict.CHANGE: N_("change"),
    Verdict.PRESENT: N_("there already"),
    Verdict.PROBLEM: N_("problem"),
}


def read_as_parts(read: Import) -> list[str]:
    """The shape of the file and its conventions, each in a few words."""
    shape = shown(read.shape) or _("by a mapping")
    return [shape, *(convention_parts(read.conventions) if read.conventions else ())]


def convention_parts(conventions: Conventions) -> Iterator[str]:
    """How the file is written: encoding, delimiter, decimal sign, order of days."""
    yield conventions.encoding
    yield _(DELIMITERS[conventions.delimiter])
    yield _("decimals: {sign}").format(sign=_(DECIMALS[conventions.decimal]))
    yield _("days: {order}").format(order=_(DATES[conventions.dates]))


def line_parts(planned: Planned) -> Iterator[str]:
    """What becomes of the line, and the quote on it."""
    verdict = _(VERDICTS[planned.verdict])
    head = _("line {line}: {verdict}").format(line=planned.line, verdict=verdict)
    quote = planned.quote
    if quote is None:
        yield head
        return
    yield f"{head} {shown(quote.ref)}".rstrip()
    yield shown(quote.lead)
    yield shown(quote.title)
    yield amount_text(quote.amount, quote.currency)
    yield label(quote.status)
    chased = len(quote.follow_ups)
    if chased:
        yield ngettext("{n} follow-up", "{n} follow-ups", chased).format(n=chased)
    yield from update_parts(planned)


def update_parts(planned: Planned) -> Iterator[str]:
    """Which fields follow the file, and which a person changed since and keeps."""
    if planned.update is None:
        return
    if planned.update.changed:
        yield _("changed: {fields}").format(fields=_fields(planned.update.changed))
    if planned.update.kept:
        yield _("kept as you changed it: {fields}").format(fields=_fields(planned.update.kept))


def total_parts(planned: Sequence[Planned]) -> Iterator[str]:
    """How many lines become what."""
    add, change, present, problems = (
        sum(each.verdict is verdict for each in planned) for verdict in Verdict
    )
    yield ngettext("{n} quote to add", "{n} quotes to add", add).format(n=add)
    if change:
        yield ngettext("{n} quote to change", "{n} quotes to change", change).format(n=change)
    yield present_text(present)
    yield ngettext("{n} problem", "{n} problems", problems).format(n=problems)


def present_text(count: int) -> str:
    """How many quotes are there already."""
    words = ngettext("{n} quote there already", "{n} quotes there already", count)
    return words.format(n=count)


def _fields(names: Sequence[str]) -> str:
    return ", ".join(label(name) for name in names)
