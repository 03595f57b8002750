"""Processes of our own that use the file, each ended again whatever happens."""

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import NamedTuple

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.faults.work", "store.file.writer", "filelock"])

Work = Callable[..., None]


class Worker(NamedTuple):
    """A process, and what it says."""

    process: BaseProcess
    messages: Connection

    def said(self) -> list[int]:
        """Everything it said and nobody heard yet; it has ended."""
        heard = []
        try:
            while self.messages.poll():
                heard.append(self.messages.recv())
        except EOFError:
            pass
        return heard

    def hear(self, seconds: float = 30) -> int:
        """The next that it says."""
        assert self.messages.poll(seconds)
        message: int = self.messages.recv()
        return message

    def kill(self) -> None:
        """Ends it at once, as the kernel does when memory runs out."""
        self.process.kill()
        self.process.join()


@contextmanager
def working(work: Work, *arguments: object) -> Iterator[Worker]:
    """A process that does `work(connection, *arguments)`."""
    messages, its_end = _CONTEXT.Pipe(duplex=True)
    process = _CONTEXT.Process(target=work, args=(its_end, *arguments), daemon=True)
    process.start()
    its_end.close()
    try:
        yield Worker(process, messages)
    finally:
        process.kill()
        process.join()
        messages.close()
