"""Errors and sentences to the words a person reads, in the language of the moment.

An error a person can meet has three things (see :class:`TypedError`): a stable ``code``, named
``params``, and an English ``sentence`` with ``{named}`` places. The sentence is translated here, in
the context ``errors``, and only then filled in. ``desktop.translate`` collects the sentences.
"""

import string
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from desktop.fact_words import FACTS, in_words
from desktop.text import QT_TRANSLATE_NOOP

ERROR_CONTEXT = "errors"
"""The translation context of every error sentence."""

DEFECT = QT_TRANSLATE_NOOP(
    "errors",
    "Something unexpected happened. Your saved work is safe. Tell support this number: {log_id}",
)


@runtime_checkable
class TypedError(Protocol):
    """An error made for a person. Database and system errors are not: they lack the sentence."""

    @property
    def code(self) -> str:
        """Stable and dotted, such as ``stock.lot_expired``."""

    @property
    def params(self) -> Mapping[str, object]:
        """The facts, by name."""

    @property
    def sentence(self) -> str:
        """English, with ``{named}`` places for the facts."""


class _Lenient(string.Formatter):
    """A formatter to which no template is fatal: a missing fact stays visible as its name."""

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> object:
        """Give the fact in the words of the locale, or the place itself if there is none."""
        if isinstance(key, int):
            return args[key] if key < len(args) else f"{{{key}}}"
        return kwargs.get(key, f"{{{key}}}")


def translate_sentence(sentence: str, params: Mapping[str, object] | None = None) -> str:
    """Translate an English sentence of the context ``errors`` and fill in its named places."""
    template = QCoreApplication.translate(ERROR_CONTEXT, sentence)
    return fill(template, params or {})


def fill(template: str, params: Mapping[str, object]) -> str:
    """Fill ``{named}`` places; dates in the user's locale; a broken template stays readable."""
    spoken = {
        name: in_words(name, value) if name in FACTS and isinstance(value, str) else _spoken(value)
        for name, value in params.items()
    }
    try:
        return _Lenient().vformat(template, (), spoken)
    except (ValueError, KeyError, IndexError, AttributeError):
        return template


def sentence_for(error: BaseException, log_id: str = "") -> str:
    """Give the sentence to show: the error's own, or the calm one for a defect with its log id."""
    if isinstance(error, TypedError):
        return translate_sentence(error.sentence, error.params)
    return translate_sentence(DEFECT, {"log_id": log_id})


def _spoken(value: object) -> object:
    """Turn a fact into what a person reads; what a template may format stays as it is."""
    locale = QLocale()
    if isinstance(value, datetime):
        moment = QDateTime.fromSecsSinceEpoch(int(value.timestamp()))
        return locale.toString(moment, QLocale.FormatType.ShortFormat)
    if isinstance(value, date):
        day = QDate(value.year, value.month, value.day)
        return locale.toString(day, QLocale.FormatType.ShortFormat)
    if isinstance(value, bool | int | str):
        return value
    return str(value)
