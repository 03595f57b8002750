"""The language of the words: gettext catalogs in `locales/`, chosen once by the outermost layer."""

import os
import re
from collections.abc import Mapping
from contextvars import ContextVar
from gettext import NullTranslations, bindtextdomain, textdomain, translation
from pathlib import Path

LANGUAGES = ("en", "fr")
DOMAIN = "relance"
LOCALES = Path(__file__).with_name("locales")

_translations: ContextVar[NullTranslations] = ContextVar(
    "translations",
    default=NullTranslations(),  # noqa: B039 - never changed in place
)


_language: ContextVar[str] = ContextVar("language", default=LANGUAGES[0])

_environment_says: ContextVar[str | None] = ContextVar("environment_says", default=None)
"""The LANGUAGE that this program put into its environment; none before."""

_callers: ContextVar[str | None] = ContextVar("callers", default=None)
"""The LANGUAGE that was there before; none where there was none."""


def use_language(language: str) -> None:
    """Speak `language` from here on in this context; English where it has no catalog.

    What the library of the command line says comes from the same catalogs: it asks the standard
    library, which goes by the environment.
    """
    _language.set(language)
    _translations.set(_catalog(language))
    bindtextdomain(DOMAIN, LOCALES)
    textdomain(DOMAIN)
    if os.environ.get("LANGUAGE") != _environment_says.get():
        _callers.set(os.environ.get("LANGUAGE"))
    os.environ["LANGUAGE"] = language
    _environment_says.set(language)


def _catalog(language: str) -> NullTranslations:
    """The catalog of the language; the words in the code are English."""
    if language == LANGUAGES[0]:
        return NullTranslations()
    return translation(DOMAIN, LOCALES, [language], fallback=True)


def environment_of_others() -> Mapping[str, str]:
    """The environment for programs that we start: its LANGUAGE is the person's, not ours."""
    given = dict(os.environ)
    if given.get("LANGUAGE") == _environment_says.get():
        given.pop("LANGUAGE", None)
        if (callers := _callers.get()) is not None:
            given["LANGUAGE"] = callers
    return given


def chosen_language(
    option: str | None, environment: Mapping[str, str], configured: str | None = None
) -> str:
    """The option, else RELANCE_LANG, the configured one, the locale's language, else English."""
    locale = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)),
        "",
    )
    spoken = re.split(r"[_.@]", locale)[0]  # fr_BE.UTF-8@euro; frr is another language
    for wanted in (option, environment.get("RELANCE_LANG"), configured, spoken):
        if wanted in LANGUAGES:
            return wanted
    return LANGUAGES[0]


def current_language() -> str:
    """The code of the language that is spoken."""
    return _language.get()


def _(message: str) -> str:
    """The message in the current language."""
    return _translations.get().gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The message for so many things in the current language."""
    return _translations.get().ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 - gettext's name for it
    """Marks a message for the catalogs, to be translated where it is shown."""
    return message
