"""The sentences of errors: what is wrong, with which field and value, and what to do."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from store.errors import Fact, Refused, TrackerError
from store.records.quote_practice import is_private
from tui.language import N_, _
from tui.safe_text import shown
from tui.wording.labels import label

if TYPE_CHECKING:
    from store.exchange.problem import Problem

_LONGEST_VALUE = 60
_WHOLE = ("path", "place", "mapping")
"""Facts that are shown whole: they are copied from the message."""

SENTENCES: Mapping[str, str] = {
    # values
    "empty": N_("{field}: say something; it is empty."),
    "too_long": N_("{field}: “{value}” has {length} characters; at most {longest} fit."),
    "nul": N_("{field}: “{value}” holds a NUL character; take it out."),
    "surrogate": N_("{field}: “{value}” holds half a character (a lone surrogate); take it out."),
    "not_a_ref": N_("{field}: “{value}” cannot be a ref: one word that does not begin with “-”."),
    "not_an_amount": N_("{field}: “{value}” is not an amount; write it like 1200 or 1 200,50."),
    "amount_too_large": N_("{field}: “{value}” is over {largest}."),
    "not_a_currency": N_("{field}: “{value}” is not a currency code such as EUR."),
    "not_a_day": N_(
        "{field}: “{value}” is not a day; write 2026-03-20, 20/03/2026, 20 mar, +3d or friday."
    ),
    "no_such_day": N_("{field}: there is no such day as “{value}”."),
    "day_out_of_bounds": N_("{field}: “{value}” is not between {first} and {last}."),
    "percent_out_of_bounds": N_("{field}: “{value}” is not between {first} and {last}."),
    "not_a_time": N_("{field}: “{value}” is not a time; write 14:30."),
    "not_a_number": N_("{field}: “{value}” is not a whole number from 0 to {highest}."),
    "not_yes_or_no": N_("{field}: “{value}” is neither yes nor no."),
    "not_one_of": N_("{field}: “{value}” is not one of: {known}."),
    "unknown_field": N_("There is no field “{field}”. There are: {known}."),
    "not_a_path": N_("{field}: “{value}” cannot be a file here."),
    "no_such_file": N_("{field}: there is no file “{value}”."),
    "said_twice": N_("{field}: “{value}” contradicts another field that says the same thing."),
    "not_an_assignment": N_("“{value}” is not FIELD=VALUE."),
    "given_twice": N_("{field} is given twice."),
    "two_currencies": N_("{field}: “{value}” differs from {other}, which stands by the amount."),
    "not_a_person": N_("{field}: “{value}” is not a person; write: Ana Roux <ana@x.example> +33…"),
    "not_after_today": N_("{field}: {value} is not after today ({today})."),
    "deadline_before_sending": N_("{field}: {value} lies before the day of sending, {sent_on}."),
    "deadline_out_of_bounds": N_("{field}: {value} days would go past {last}."),
    "ref_taken": N_("{field}: another quote is named “{value}” already."),
    "lead_exists": N_("{field}: another lead is named “{value}”; merge them with merge-leads."),
    "same_lead": N_("“{value}” is one and the same lead."),
    "two_quotes_with_ref": N_(
        "Two quotes are named {ref}: {titles}. relance doctor --fix gives the one recorded later "
        "a free ref; or rename one in the app (e)."
    ),
    "two_leads_with_name": N_("Two leads are named {name}. Rename one in the app (i)."),
    # nothing there
    "no_such_quote": N_("There is no quote {ref}."),
    "no_such_lead": N_("There is no lead named “{name}”."),
    "no_such_contact": N_("{ref} has no contact number {number}."),
    "no_such_person": N_("{lead} has nobody named “{name}”."),
    "quote_is_gone": N_("The quote was deleted meanwhile."),
    "lead_is_gone": N_("The lead was deleted meanwhile."),
    "contact_is_gone": N_("The contact was deleted meanwhile."),
    "nothing_to_undo": N_("There is nothing to undo."),
    "nothing_done_here": N_("Nothing was done on this screen yet that could be undone."),
    "nothing_to_redo": N_("There is nothing to redo."),
    "nothing_to_import": N_(
        "Nothing to add: {present} quotes are there already, {problems} lines cannot be read."
    ),
    "not_gone": N_("{path} is neither gone nor emptied: nothing was begun afresh."),
    "no_record_to_import": N_(
        "Nothing to take in: {present} records are there already, {problems} cannot be read."
    ),
    "nothing_changed": N_("Nothing changed: it was so already."),
    # rules that refuse
    "not_a_draft": N_("{ref} is not a draft, it is {status}."),
    "draft_not_sent": N_("{ref} is a draft: send it first (p, or relance send {ref})."),
    "draft_cannot_close": N_("{ref} is a draft: it cannot be {status} before it is sent."),
    "send_it_instead": N_("{ref} is a draft: say when it was sent with relance send {ref}."),
    "closed_already": N_("{ref} is closed already ({status}); reopen it first."),
    "not_closed": N_("{ref} is not closed, it is {status}."),
    "was_superseded": N_("{ref} was replaced by {draft}: go on with that one."),
    "late_acceptance": N_("{ref} was valid until {valid_until}: its terms must be revised first."),
    "nothing_to_take_back": N_("{ref}: nothing can be taken back here, both values are kept."),
    "not_our_field": N_(
        "{field} is no field that relance knows: put its value back by hand, from relance history "
        "--json."
    ),
    "try_dialogue": N_("{name} gives orders as to an employee: talk first, and note the remedy."),
    "off_platform": N_(
        "The lead is on {platform}, which may ban you for contact past its own channel ({channel})."
    ),
    "no_voice": N_(
        "{platform} allows calls for some services only ({services}), and the service of {ref} "
        "is none of them."
    ),
    "not_the_latest": N_(
        "Something else was changed since: go back to the list, u undoes that first."
    ),
    "not_by_itself": N_(
        "{field} is never changed by itself, and was left as it is: use the command that does it, "
        "such as close, reopen or log."
    ),
    "value_unreadable": N_("{field}: the lost value cannot be read ({why})."),
    "lead_has_quotes": N_("{name} has {quotes} quotes, which would go with it."),
    "name_not_typed": N_("Nothing was erased: the name of {name} was not typed."),
    # the file
    "unreadable": N_("{path} cannot be read: {why}."),
    "is_a_folder": N_("{path} is a folder; name a file."),
    "is_no_file": N_("{path} is no plain file that can be read to its end; name one."),
    "damaged": N_(
        "{path} is damaged and was left as it is: {why}. What can be saved: relance doctor."
    ),
    "bad_record": N_(
        "The file's {table} hold a record that cannot be read ({id}): {why}. "
        "What can be saved: relance doctor."
    ),
    "newer_schema": N_("{path} was written by a newer relance (schema {schema}); update relance."),
    "kept_aside": N_(
        "Another program put a version of {path} in place that cannot be read. "
        "It was kept as it is: {place}."
    ),
    "newer_kept_aside": N_(
        "A newer relance put a version of {path} in place that this one cannot merge. "
        "It was kept as it is: {place}. Update relance."
    ),
    "copy_damaged": N_(
        "The conflict copy {path} cannot be merged and was left where it is: {why}. "
        "Mend it, or take it away."
    ),
    "damaged_kept": N_("{path} was damaged; as it was, it is kept as {place}."),
    "missing": N_(
        "{path} is gone. relance restore {backup} brings that backup back, "
        "relance doctor says what is in it; "
        "relance doctor --start-afresh begins with an empty file."
    ),
    "emptied": N_(
        "{path} is empty, and was not. relance restore {backup} brings that backup back, "
        "relance doctor says what is in it; "
        "relance doctor --start-afresh begins with an empty file."
    ),
    "missing_without_backup": N_(
        "{path} is gone, and has no backup. Put it back, "
        "or begin with an empty file: relance doctor --start-afresh."
    ),
    "emptied_without_backup": N_(
        "{path} is empty, and was not; it has no backup. Put it back, "
        "or begin with an empty file: relance doctor --start-afresh."
    ),
    "read_only_file": N_("{path} can only be read. Nothing was saved."),
    "read_only_folder": N_("Nothing can be written in {folder}. Nothing was saved."),
    "no_backup": N_("{path} was saved, but not backed up: {why}."),
    "no_such_backup": N_("There is no backup {name}; relance backups lists them."),
    "same_as_backup": N_("The file holds what is in {name} already."),
    "damaged_backup": N_("The backup {path} is damaged: {why}."),
    "no_state": N_("No backups are kept of {path}."),
    "not_kept_aside": N_("Nothing was changed: {path} cannot be kept aside first ({why})."),
    "locked": N_(
        "Another program{holder} has kept {path} for {seconds} s. Nothing was saved; try again."
    ),
    "lock_is_a_link": N_("{path} is a link, which is not safe. Remove it and try again."),
    "lock_is_no_file": N_("{path} is no plain file. Remove it and try again."),
    "not_saved": N_("Not saved, {path} is as it was: {why}."),
    "copies_not_erased": N_(
        "The lead was erased from the file, but not from every copy ({path}: {why}). "
        "Forget it once more."
    ),
    "not_put_away": N_("{path} was merged but could not be put away: {why}."),
    "result_not_written": N_(
        "The result cannot be written: {why}. What was to be saved is saved: do not repeat."
    ),
    # coming and going
    "import_too_large": N_("{path} has {size} bytes; at most {largest} are imported."),
    "import_not_text": N_("{path} is no text file that can be read: see line {line}."),
    "unknown_shape": N_(
        "{value}: these columns belong to no program that is known here: {columns}. "
        "Say which one holds what: --map {mapping}"
    ),
    "no_such_column": N_("{field}: there is no column “{value}”. There are: {known}."),
    "not_mapped": N_("{field}: say which column holds it; lead, amount, and title or ref must be."),
    "column_mapped_twice": N_("{field}: the column “{value}” holds another field already."),
    "unknown_word": N_(
        "{field}: nobody said what “{value}” means; of a status, won={value} or the like does."
    ),
    "not_of_this_shape": N_("The file does not have the columns of {value}."),
    "import_stopped": N_("Stopped: nothing was saved."),
    "not_a_mapping": N_("“{value}” is not FIELD=COLUMN,FIELD=COLUMN."),
    "mapping_not_kept": N_("The mapping is not remembered: {path} cannot be written ({why})."),
    "quote_repeated": N_("{field}: “{value}” to this lead, of this day, stands on line {line}."),
    "line_of_no_order": N_("the line belongs to the order above, which cannot be read."),
    "line_lacks": N_("the quote has no total: its line {line} cannot be read."),
    "deadline_mended": N_(
        "{field}: {value} lies before the day of sending, {sent_on}: the usual validity holds."
    ),
    "not_json": N_("{value} is no JSON that can be read: {why}."),
    "unknown_json": N_("{value} is JSON, and no export of relance."),
    "newer_format": N_(
        "{value} was exported by a newer relance (format {format}); update relance."
    ),
    "bad_value": N_("{field}: “{value}” cannot be kept: {why}."),
    "number_out_of_bounds": N_("{field}: {value} is not a number from 1 to {highest}."),
    "id_repeated": N_("{field}: {value} stands on line {line} already."),
    "ref_doubled": N_("{field}: another quote is named “{value}” already; rename one of them."),
    "name_doubled": N_("{field}: another lead is named “{value}” already; rename one of them."),
    "of_bad_record": N_("{field}: the record {value} that it belongs to cannot be imported."),
    "broken_quotes": N_("the quotation marks do not match: “{value}”."),
    "wrong_cells": N_("{cells} cells where the header has {expected}: “{value}”."),
    "no_follow_up_counted": N_("{field}: “{value}”, but no follow-up is counted."),
    "draft_was_chased": N_("{field}: a draft cannot have {value} follow-ups."),
    "validity_too_long": N_(
        "{field}: {value} is more than {longest} days after the day before it."
    ),
    "day_without_year": N_("{field}: “{value}” may be several days; write the whole date."),
    "ref_repeated": N_("{field}: “{value}” stands on line {line} already."),
    "ref_of_another_lead": N_("{field}: “{value}” is a quote to {lead} already."),
    # messages
    "message_unreadable": N_("{path} cannot be read as a message: {why}."),
    "message_is_no_file": N_("{path} is no plain file, so no message."),
    "message_too_long": N_("{path}: a message has at most {longest} characters."),
    "message_without_subject": N_("{path}: the first line must say “Subject: ” and the subject."),
    "lone_brace": N_(
        "{path}: “{brace}” belongs to no placeholder; write it twice to have it once."
    ),
    "unknown_placeholder": N_("{path}: there is no placeholder {placeholder}. There are: {known}."),
    "cannot_be_filled": N_(
        "{path}: nothing is noted for {placeholder}, so there is no message. Note it with the "
        "quote or lead, or take it out of the text. Noted are: {possible}."
    ),
    "deadline_has_passed": N_(
        "{ref} was valid until {valid_until}: that message would promise what has passed. The one "
        "that fits is {other}."
    ),
    "no_usual_message": N_(
        "No prepared message fits {ref} now ({status}); name one: relance message {ref} CODE. "
        "There are: {known}."
    ),
    "draft_exists": N_("{path} exists already and stays as it is; name another file."),
    "no_opener": N_(
        "There is no {program} here to open a mail program. "
        "Copy the message (c), or save it as a draft (d)."
    ),
    "no_mail_program": N_(
        "{program} could not open a mail program ({why}). "
        "Copy the message (c), or save it as a draft (d)."
    ),
    "no_editor": N_("The editor “{editor}” did not end well ({why}); EDITOR names another."),
    "no_editor_here": N_("No editor can be run here; EDITOR names one."),
    "not_written": N_("{path} was not written: {why}."),
    "until_before_since": N_("{field}: “{value}” lies before the first day, {since}."),
    "is_among_the_backups": N_("{field}: {value} is in the folder of relance's backups."),
    "is_the_data_file": N_("{field}: {value} belongs to the tracker's own file, {data_file}."),
    "output_is_a_folder": N_("{field}: {value} is a folder; name a file."),
    "output_is_not_a_file": N_("{field}: {value} is no plain file."),
    "file_exists": N_("{path} exists already."),
    "not_confirmed": N_("Written but not confirmed to be safe in {path} ({why}). Do not repeat."),
}

WHYS: Mapping[str, str] = {
    "Input data was truncated": N_("it ends in the middle"),
}
"""What the reader of JSON says, in words for people; anything else is shown as it is."""

_INSIST = N_("Insist with --yes.")

_OPTIONS: Mapping[str, str] = {"file_exists": N_("--force replaces it.")}
"""What else the command line can do about it; the app asks."""


def error_text(error: TrackerError) -> str:
    """The error as a sentence for the app, which calls fields by their labels."""
    return _sentence(error, label)


def command_line_error(error: TrackerError) -> str:
    """The error as a sentence for the command line: fields as typed there, and how to insist."""
    text = _sentence(error, str)
    if isinstance(error, Refused) and error.insist:
        return f"{text} {_(_INSIST)}"
    if error.code in _OPTIONS:
        return f"{text} {_(_OPTIONS[error.code])}"
    return text


def problem_text(problem: "Problem", sentence: Callable[[TrackerError], str] = error_text) -> str:
    """Why a line of a file cannot be imported, with the file's own name of the column."""
    column = f" ({shown(problem.column)})" if problem.column else ""
    text = _("line {line}{column}: {problem}")
    return text.format(line=problem.line, column=column, problem=sentence(problem.error))


def _sentence(error: TrackerError, field_name: Callable[[str], str]) -> str:
    facts = {name: _fact_text(name, fact) for name, fact in error.facts.items()}
    if "field" in error.facts:
        facts["field"] = shown(field_name(str(error.facts["field"])))
        if is_private(str(error.facts["field"])) and "value" in facts:
            facts["value"] = "…"
    return _(SENTENCES[error.code]).format(**facts)


def why_text(why: str) -> str:
    """Why a file cannot be read."""
    return _(WHYS[why]) if why in WHYS else shown(why)


def _fact_text(name: str, fact: Fact) -> str:
    if isinstance(fact, tuple):
        return ", ".join(shown(part) for part in fact)
    if name in ("status", "was", "channel"):
        return label(str(fact))
    text = why_text(str(fact)) if name == "why" else shown(str(fact))
    return text if name in _WHOLE or len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + "…"
