"""A platform that brings leads and wants them to stay on it (PRACTICES F)."""

import msgspec


class Platform(msgspec.Struct, frozen=True, kw_only=True):
    """Contact with its leads goes through its own channel.

    `voice_services` are the services for which it lets people talk through its own calls; none
    where it does for all.
    """

    name: str
    voice_services: tuple[str, ...] | None = None


KNOWN_PLATFORMS = (
    Platform(name="5euros", voice_services=("coaching",)),
    Platform(name="malt"),
    Platform(name="fiverr"),
)
