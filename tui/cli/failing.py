"""What goes wrong, as one sentence on stderr and an exit code; no traceback reaches a person."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper

import click

from store.errors import TrackerError
from tui.language import _
from tui.safe_text import shown, shown_lines

DONE = 0
TROUBLE = 3
INTERRUPTED = 130


_BEFORE_THE_COMMAND = ("--today", "--file", "--lang", "--ascii")
"""The options of relance itself, which no command takes after its name."""


def guarded(run: Callable[[], object]) -> int:
    """Runs a command and answers with its exit code, whatever happens in it."""
    for stream in (sys.stdout, sys.stderr):
        _write_anything(stream)
    code = _outcome(run)
    _finish_output()
    return code


def _outcome(run: Callable[[], object]) -> int:
    try:
        code = run()
    except TrackerError as error:
        from tui.wording.errors import command_line_error

        _complain(command_line_error(error))
        return error.exit_code
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except click.ClickException as error:
        _wrong_use(error)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough
        return DONE
    except Exception as error:  # noqa: BLE001 - the last line of defence
        return _our_mistake(error)
    return code if isinstance(code, int) else DONE


def _wrong_use(error: click.ClickException) -> None:
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is not None:
        click.echo(ctx.get_usage(), err=True)
    message = error.format_message().replace("\n\t", "\n")  # a list to choose from is set in
    _complain(" ".join(shown_lines(message)))
    if isinstance(error, click.NoSuchOption) and error.option_name in _BEFORE_THE_COMMAND:
        text = _("{option} stands before the command: relance {option} … {command}")
        command = ctx.info_name if ctx is not None else ""
        click.echo(text.format(option=error.option_name, command=command), err=True)
    if ctx is not None:
        click.echo(_("Try: {command} --help").format(command=ctx.command_path), err=True)


def _our_mistake(error: Exception) -> int:
    from tui.cli.mistakes import keep_traceback

    log = keep_traceback(error)
    where = _("Details are in {path}.").format(path=shown(str(log))) if log else ""
    text = _("Something went wrong inside relance ({what}).").format(what=type(error).__name__)
    _complain(f"{text} {where}".rstrip())
    return TROUBLE


def _complain(text: str) -> None:
    with suppress(OSError):  # where stderr is gone, nobody can be told
        click.echo(_("relance: {problem}").format(problem=text), err=True)


def _write_anything(stream: object) -> None:
    """What the terminal's encoding lacks is written as a question mark, instead of failing."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")


def _finish_output() -> None:
    """Sends on what is left; what cannot be sent goes nowhere, also when Python closes the streams.

    Otherwise Python itself would fail then, and the exit code would be its own (120).
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        try:
            stream.flush()
        except OSError:
            with suppress(OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)
