"""Facts that are worked out when they are first asked for, and kept with what they are about."""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T_co = TypeVar("T_co", covariant=True)


class kept(Generic[T_co]):  # noqa: N801 - used as `property` is
    """A property that is worked out once.

    As `functools.cached_property`, without the lock that it takes before Python 3.12: a list asks
    for so many facts that the lock took longer than the rules. Two threads that ask at the same
    time both work it out, and get the same.
    """

    def __init__(self, look: Callable[[Any], T_co]) -> None:
        self._look = look
        self.__doc__ = look.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Told by Python under which name it is kept."""
        self._name = name

    @overload
    def __get__(self, about: None, owner: type) -> Self: ...
    @overload
    def __get__(self, about: object, owner: type) -> T_co: ...
    def __get__(self, about: object | None, owner: type) -> Self | T_co:
        """The fact; from the second time on, Python finds it without asking here."""
        if about is None:
            return self
        fact = about.__dict__[self._name] = self._look(about)
        return fact
