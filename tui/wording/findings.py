"""The sentences of what `relance doctor` finds, of what it does about it, and of backups."""

from collections.abc import Mapping, Sequence
from datetime import date
from shlex import quote

import msgspec

from store.errors import Facts, FileTrouble
from store.file.backups import Backup
from store.file.codec import KIND_OF
from store.file.doctor import Finding
from store.file.history import REMARKS
from store.file.review import Remark
from tui.language import N_, _, ngettext
from tui.safe_text import shown
from tui.wording.days import long_day
from tui.wording.errors import SENTENCES as TROUBLES
from tui.wording.errors import error_text
from tui.wording.review import remark_text

REST_IS_LOST = N_(
    "What else stood in the file, at the damage and after it, is lost unless the backup has it."
)

SILENT = "silent_lead"
"""The code of a lead that was not heard of for long, of which there may be many."""

_NAMED = 3
"""So many of them are named where they share a line."""

SENTENCES: Mapping[str, str] = {
    "can_be_saved": N_("{records} can be read; {lost} more cannot."),
    "rest_is_lost": N_("{records} can be read, and {history} changes of the history. {rest}"),
    "backup_lacks": N_(
        "{backup} It lacks, or has older, of what can be read: {records}. Others: relance backups."
    ),
    "backup_offered": N_("{backup} Others: relance backups."),
    "ref_twice": N_("Several quotes are named {ref}: {titles}."),
    "incident_without_lead": N_(
        "The incident with {platform} of {on} is about a lead that is not there."
    ),
    "quote_without_lead": N_("{ref} ({title}) belongs to a lead that is not there."),
    "contacts_without_quote": N_("{contacts} contacts belong to a quote that is not there."),
    "file_open_to_others": N_("{path} can be read by others."),
    "folder_open_to_others": N_("The folder {path} can be read by others."),
    "left_over_file": N_("{path} was left behind by a program that was stopped."),
    "unread_version": N_(
        "{path} is a version of the file that a program which was stopped had put away unread. "
        "The next change merges it."
    ),
    "version_kept_aside": N_(
        "{place} is a version of the file that could not be merged when it was put in place. "
        "Merge it with relance merge, or take it away."
    ),
    "git_merge_unfinished": N_(
        "git has begun a merge in {folder} that is not committed. If it reported a conflict in "
        "{path} and left no markers in it, that is your side alone: git merge --abort, mend what "
        "git reported, and pull again. Otherwise finish it with git add and git commit."
    ),
    "backups_unreadable": N_("The backups cannot be looked at: {why}."),
    SILENT: N_("Silent for over three years, since {since}: relance forget {named}"),
    "newest_backup": N_("The newest backup is {name}."),
}

_MENDS = N_(
    "puts back what can be read, from the backup named below what cannot; keeps the old file"
)
_BRINGS = N_("brings the backup named below back")

TREATMENTS: Mapping[str, str] = {
    "damaged": _MENDS,
    "bad_record": _MENDS,
    "missing": _BRINGS,
    "emptied": _BRINGS,
    "ref_twice": N_("gives those recorded later the next free ref"),
    "file_open_to_others": N_("keeps it to you (chmod 600)"),
    "folder_open_to_others": N_("keeps it to you (chmod 700)"),
    "left_over_file": N_("takes it away, and keeps what it holds with the backups"),
    **dict.fromkeys(REMARKS, N_("marks it as seen")),
}

WHY: Mapping[str, str] = {
    "daily": N_("first change of the day"),
    "migration": N_("before a migration"),
    "import": N_("before an import"),
    "merge": N_("before a merge"),
    "restore": N_("before a restore or repair"),
    "bulk": N_("before a large change"),
}


def finding_text(finding: Finding) -> str:
    """What was found."""
    if finding.code in REMARKS:
        return remark_text(msgspec.convert(finding.facts, Remark))
    if finding.code in TROUBLES:
        return error_text(FileTrouble(finding.code, **finding.facts))
    words = {name: _fact_text(fact) for name, fact in finding.facts.items()}
    words["rest"] = _(REST_IS_LOST)
    if "made" in finding.facts:
        words["backup"] = _backup_text(finding.facts)
    words["named"] = shown(quote(str(finding.facts.get("name", ""))))
    return _(SENTENCES[finding.code]).format(**words, records=records_text(finding.facts))


def silent_leads_text(findings: Sequence[Finding]) -> str:
    """Many silent leads on one line, which names those longest silent."""
    longest = sorted(findings, key=lambda each: str(each.facts["since"]))[:_NAMED]
    n = len(findings)
    words = ngettext(
        "{n} lead is silent for over three years: {names}. relance forget LEAD",
        "{n} leads are silent for over three years, longest {names}. Each: relance forget LEAD",
        n,
    )
    names = ", ".join(shown(str(each.facts["name"])) for each in longest)
    return words.format(n=n, names=names)


def offered_text(backup: Backup, holds: Mapping[str, int]) -> str:
    """Which backup is offered: its day, before what it was made, and how much is in it."""
    return _offered(backup.name, long_day(backup.day), backup.why, holds)


def treatment_text(finding: Finding) -> str:
    """What `--fix` or `--reviewed` does about it, empty where they can do nothing."""
    can_be_treated = finding.fixable or finding.code in REMARKS
    return _(TREATMENTS[finding.code]) if can_be_treated else ""


def records_text(counts: Mapping[str, object]) -> str:
    """`2 leads, 3 quotes, 1 contact`; tables without a record are left out."""
    leads, quotes, contacts, incidents = (_count(counts, name) for name in KIND_OF)
    parts = (
        (leads, ngettext("{n} lead", "{n} leads", leads)),
        (quotes, ngettext("{n} quote", "{n} quotes", quotes)),
        (contacts, ngettext("{n} contact", "{n} contacts", contacts)),
        (incidents, ngettext("{n} incident", "{n} incidents", incidents)),
    )
    return ", ".join(text.format(n=n) for n, text in parts if n) or _("no records")


def _count(counts: Mapping[str, object], name: str) -> int:
    count = counts.get(name)
    return count if isinstance(count, int) else 0


def _backup_text(facts: Facts) -> str:
    tables = ("leads", "quotes", "follow_ups")
    holds = {name: _count(facts, f"holds_{name}") for name in tables}
    return _offered(str(facts["name"]), _fact_text(facts["day"]), str(facts["made"]), holds)


def _offered(name: str, day: str, why: str, holds: Mapping[str, int]) -> str:
    text = _("The backup offered is {name}, of {day}, {why}: it holds {records}.")
    return text.format(name=name, day=day, why=_(WHY[why]), records=records_text(holds))


def _fact_text(fact: object) -> str:
    if isinstance(fact, tuple):
        return ", ".join(shown(str(part)) for part in fact)
    return long_day(fact) if isinstance(fact, date) else shown(str(fact))
