"""What a case of the inbox is made of, and how everything in it is called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.screens.conflicts_reading import Board
from desktop.screens.conflicts_words import table_words, value_words
from desktop.widgets import Line
from domain.replica import Actor, Replica, Transaction
from domain.replica.changeset import Value


@dataclass(frozen=True, slots=True)
class Act:
    """One way to settle a case. Exactly one of ``run``, ``outside`` and ``go`` is given.

    ``run`` works in a command of the name ``command``; ``outside`` opens its own transactions;
    ``go`` is the screen that helps and its parameters.
    """

    words: str
    said: str = ""
    command: str = ""
    run: Callable[[Transaction], object] | None = None
    outside: Callable[[Replica, Actor], object] | None = None
    go: tuple[str, Mapping[str, object]] | None = None


@dataclass(frozen=True, slots=True)
class Half:
    """One of two versions: whose, what, when; and the act that chooses it."""

    heading: str
    value: str
    detail: str
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One thing to settle. ``acts`` in the order of the keys: F12, F4, then by button only."""

    line: Line
    title: str
    text: str
    halves: tuple[Half, Half] | None = None
    holds: str = ""
    """Says that the left half holds now; empty where neither does."""
    facts: tuple[tuple[str, str], ...] = ()
    acts: tuple[Act, ...] = ()


class Teller:
    """Knows a board's names in the words of a language."""

    def __init__(self, board: Board, language: str) -> None:
        """Of one reading."""
        self.board, self.language = board, language

    def name(self, table: str, record: bytes) -> str:
        """Call a record by its name, else by what it is."""
        named = self.board.names.get(record)
        return named.words(self.language) if named is not None else table_words(table)

    def who(self, author: bytes | None) -> str:
        """Name an author."""
        if author is None:
            return "Counterfoil"
        unknown = QCoreApplication.translate("Conflicts", "Somebody")
        return self.board.people.get(author, unknown)

    def words(self, table: str, record: bytes, name: str, value: Value) -> str:
        """Write a value of a record."""
        return value_words(
            table,
            name,
            value,
            names=self.board.names,
            language=self.language,
            currency=self.board.currency,
            decimals=self.board.decimals.get(record, 0),
        )


def short(text: str, most: int = 40) -> str:
    """Shorten a value for a message."""
    line = text.replace("\n", " ")
    return line if len(line) <= most else f"{line[: most - 1]}\u2026"
