"""What hindsight teaches, in words: silences, warnings, refusals and referrals."""

from collections.abc import Iterator, Sequence

from store.records.practice_words import Went
from store.rules.hindsight.declines import Declines
from store.rules.hindsight.flags import Lessons, LookedBack, WarningSign
from store.rules.hindsight.referrals import Referrals
from store.rules.hindsight.silences import SilenceResult
from tui.charts import Bar
from tui.language import _, ngettext
from tui.safe_text import shown
from tui.wording.advice import ADVICE
from tui.wording.labels import label, reason_text
from tui.wording.statistics import LONGEST, Row, Section, more_text, quotes_text


def silences(found: Sequence[SilenceResult]) -> Section:
    """What a silence was thought to mean, and how it ended (PRACTICES B4)."""
    rows = [Row(label(each.thought), None, _ended(each)) for each in found]
    return Section(_("What a silence was thought to mean"), rows, [*_reasons(found)])


def _ended(each: SilenceResult) -> str:
    counts = (
        (each.won, ngettext("{n} won", "{n} won", each.won)),
        (each.lost, ngettext("{n} lost", "{n} lost", each.lost)),
        (each.no_response, f"{{n}} {label('no_response')}"),
        (each.declined, ngettext("{n} declined", "{n} declined", each.declined)),
        (each.pending, ngettext("{n} still open", "{n} still open", each.pending)),
    )
    return ", ".join(text.format(n=count) for count, text in counts if count)


def _reasons(found: Sequence[SilenceResult]) -> Iterator[str]:
    for each in found:
        if each.reasons:
            reasons = ", ".join(
                _("“{reason}”").format(reason=shown(reason_text(reason)).removesuffix("."))
                for reason, _count in each.reasons[:2]
            )
            yield _("{thought}: it was {reasons}").format(
                thought=label(each.thought), reasons=reasons
            )


def warnings(lessons: Lessons) -> Section:
    """Which warnings were right (PRACTICES I1)."""
    if not lessons.quotes:
        return Section("", ())
    rows = [_warning(each) for each in lessons.warnings[:LONGEST]]
    badly = [each for each in lessons.quotes if each.went is Went.BADLY]
    remarks = [*_summary(lessons), *more_text(len(lessons.warnings))]
    remarks += map(_went_badly, badly[:LONGEST])
    return Section(_("Which warnings were right"), rows, remarks)


def _summary(lessons: Lessons) -> Iterator[str]:
    words = _("{well} went well, {badly} badly")
    yield words.format(well=lessons.well, badly=lessons.badly)
    if lessons.badly:
        words = _("of these {known} could have been known, {none} unwarned")
        yield words.format(known=lessons.could_have_known, none=lessons.unwarned)


def _warning(each: WarningSign) -> Row:
    name = label(each.code) if each.is_flag else _(ADVICE[each.code].meaning)
    value = _("{badly} of {all} badly").format(badly=each.badly, all=each.badly + each.well)
    return Row(shown(name), Bar(each.badly / (each.badly + each.well)), value)


def _went_badly(quote: LookedBack) -> str:
    flags = ngettext("{n} flag", "{n} flags", len(quote.flags)).format(n=len(quote.flags))
    warned = ngettext("{n} warning", "{n} warnings", len(quote.advice)).format(n=len(quote.advice))
    words = _("{ref} {lead}: went badly, {flags}, {warned}")
    return words.format(ref=shown(quote.ref), lead=shown(quote.lead), flags=flags, warned=warned)


def declined(declines: Declines) -> Section:
    """Why I said no (PRACTICES G9)."""
    reasons = (
        (_("my diary was full"), declines.diary_full),
        (_("unrealistic wishes"), declines.unrealistic),
        (_("other reasons"), declines.other),
    )
    rows = [Row(name, Bar(n / declines.total), quotes_text(n)) for name, n in reasons if n]
    return Section(_("What I declined"), rows)


def passed_on(referrals: Sequence[Referrals]) -> Section:
    """Who got what I passed on (PRACTICES H4)."""
    most = max((len(each.passed_on) for each in referrals), default=0)
    rows = [
        Row(
            shown(each.colleague),
            Bar(len(each.passed_on) / most),
            quotes_text(len(each.passed_on)),
        )
        for each in referrals[:LONGEST]
    ]
    return Section(_("Passed on to"), rows, [*more_text(len(referrals))])
