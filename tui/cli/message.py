"""`relance message`: a prepared message about a quote, filled in, to send by other means."""

from pathlib import Path

import click

from store.errors import TrackerError
from store.exchange.mail import write_draft
from store.records.message_code import MessageCode
from store.records.words import Channel, WrittenLanguage
from store.rules.platforms import own_platform, past_platform
from store.rules.standing import Standing
from store.rules.usual_message import usual_message
from tui.cli import options
from tui.cli.opening import with_session
from tui.cli.output import document, json_list, json_object, remark, result, understood, warning
from tui.cli.table import Column
from tui.cli.types import REF, one_of
from tui.cli.words import command, option
from tui.language import N_, _
from tui.messages.templates import places
from tui.messages.writing import Letter, language_for, write
from tui.safe_text import shown
from tui.session import Session
from tui.wording.errors import error_text
from tui.wording.message_labels import message_label


@command(
    "message",
    N_("relance message D26-014                      # the message for its step"),
    N_("relance message D26-014 no_time --language fr"),
    N_("relance message D26-014 --output draft.eml   # an unsent draft for the mail program"),
    N_("relance message --list                       # the messages, and where each comes from"),
    help=N_("Write a follow-up or a refusal from a prepared text. Nothing is sent or logged."),
)
@click.argument("ref", type=REF, required=False)
@click.argument("code", type=one_of(MessageCode), required=False, metavar="[CODE]")
@option("--list", "lists", is_flag=True, help=N_("List the messages and where they come from."))
@option("--language", type=one_of(WrittenLanguage), help=N_("Instead of the lead's own."))
@option("--output", type=click.Path(), metavar="FILE.eml", help=N_("Write a draft to be sent."))
@options.json_option
@with_session
def message(
    session: Session,
    ref: str | None,
    code: str | None,
    lists: bool,
    language: str | None,
    output: str | None,
    as_json: bool,
) -> None:
    """Prints a message, writes it as a draft, or lists the messages."""
    if lists:
        _list(session, as_json=as_json)
        return
    if ref is None:
        raise click.UsageError(_("Name a quote, or ask for --list."))
    board = session.board()
    standing = board.of_quote(board.snapshot.quote_with_ref(ref))
    wanted = MessageCode(code) if code else _usual(standing)
    chosen = WrittenLanguage(language) if language else None
    spoken = chosen or language_for(standing.lead, session.language)
    letter = write(standing, wanted, spoken, session.own_messages())
    understood(_("message"), f"{wanted}, {message_label(wanted)} ({letter.source})")
    platform = own_platform(standing.lead, session.rulebook.settings)
    if platform is not None and output is not None:
        warning(error_text(past_platform(platform, Channel.EMAIL)))
    _give(session, letter, output, as_json=as_json)


def _give(session: Session, letter: Letter, output: str | None, *, as_json: bool) -> None:
    """Into the file where one is named, else to stdout."""
    if output is not None:
        path = Path(output)
        write_draft(path, letter.draft, own=session.own_places())
        result(_("{path} written").format(path=shown(str(path))))
    elif as_json:
        json_object(_as_json(letter))
    else:
        to = f"To: {letter.addressee}\n" if letter.to else ""
        document(to + letter.message.text)


def _usual(standing: Standing) -> MessageCode:
    code = usual_message(standing)
    if code is None:
        quote = standing.quote
        known = tuple(MessageCode)
        raise TrackerError("no_usual_message", ref=quote.ref, status=quote.status, known=known)
    return code


def _as_json(letter: Letter) -> dict[str, str]:
    return {
        "code": letter.code,
        "language": letter.language,
        "source": letter.source,
        "to": letter.to,
        "subject": letter.message.subject,
        "body": letter.message.body,
    }


def _list(session: Session, *, as_json: bool) -> None:
    """Each message in each language, and the folder in which one's own would be."""
    if as_json:
        json_list(
            {"code": each.code, "language": each.language, "own": each.own, "source": each.name}
            for each in places(session.own_messages())
        )
        return
    rows = [
        (
            each.code.value,
            each.language.value,
            message_label(each.code),
            shown(str(each.path)) if each.own else _("built in"),
        )
        for each in places(session.own_messages())
    ]
    from tui.cli.listing_text import fitted

    for line in fitted(session, tuple(Column() for _column in range(4)), rows, 2):
        result(line)
    folder = session.own_messages() / "en" / "first.txt"
    remark(_("Your own go into files like {path}.").format(path=shown(str(folder))))
