"""A save that Ctrl+C stops as long as nothing is written, and that ends once it writes."""

import signal
from types import FrameType

from store.exchange.importing import Watch, unwatched
from tui.cli.output import remark
from tui.cli.saving import undo_hint
from tui.language import _


class Interruptible:
    """While it lasts, Ctrl+C raises `KeyboardInterrupt` until `watch` is told of the last step.

    From then on it is only noted: stopped in the middle, a save would leave a temporary file, and
    nobody could say whether it was saved. Where Ctrl+C was ignored, it stays so.
    """

    def __init__(self, watch: Watch = unwatched) -> None:
        """`watch` is told all that is told here."""
        self._told = watch
        self._writes = False
        self._asked = False
        self._before = signal.getsignal(signal.SIGINT)

    def __enter__(self) -> "Interruptible":
        if self._before is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, self._heard)
        return self

    def __exit__(self, *_error: object) -> None:
        signal.signal(signal.SIGINT, self._before or signal.SIG_DFL)

    def watch(self, done: int, of: int) -> None:
        """So many of so many steps are done; writing comes after the last."""
        self._told(done, of)
        self._writes = done >= of

    def leave_if_asked(self) -> None:
        """Raises `KeyboardInterrupt` for what was noted, after what was saved has been said."""
        if self._asked:
            remark(_("It was saved before it could be stopped: {undo}.").format(undo=undo_hint()))
            raise KeyboardInterrupt

    def _heard(self, _number: int, _frame: FrameType | None) -> None:
        if not self._writes:
            raise KeyboardInterrupt
        self._asked = True
