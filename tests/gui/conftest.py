"""What the interface's tests share: the theme, a store that remembers, a window."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import theme
from desktop.context import Context, NoDevices
from desktop.earcon import SilentEarcon
from desktop.language import Languages
from desktop.offload import Cancel, Offload, Written
from desktop.shell import Shell
from desktop.showcase import Anybody, DecisionsScreen, LinesScreen, TableScreen, TilesScreen

T = TypeVar("T")
NOON = datetime(2026, 3, 20, 11, 42, tzinfo=UTC)


@dataclass
class ListStore:
    """A store whose database is a list: reads see it, writes change it and say so."""

    rows: list[Any] = field(default_factory=list)
    changed: frozenset[str] = frozenset({"rows"})
    names: list[str] = field(default_factory=list)
    interrupted: int = 0

    def read(self, work: Callable[[Any], T], cancel: Cancel) -> T:
        with cancel.interrupting(self._interrupt):
            return work(self.rows)

    def write(
        self, name: str, actor: object, work: Callable[[Any], T], approval: object = None
    ) -> Written[T]:
        self.names.append(name)
        return Written(work(self.rows), self.changed)

    def _interrupt(self) -> None:
        self.interrupted += 1


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application in the light theme and in English."""
    theme.apply(qapp, theme.Theme("light"))
    yield qapp
    theme.apply(qapp, theme.Theme("light"))
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def languages(app: QApplication) -> Iterator[Languages]:
    """English, and back to English afterwards."""
    speaking = Languages()
    speaking.use("en")
    yield speaking
    speaking.use("en")


@pytest.fixture
def store() -> ListStore:
    """An empty store."""
    return ListStore()


@pytest.fixture
def defects() -> list[BaseException]:
    """The defects that were recorded."""
    return []


@pytest.fixture
def offload(app: QApplication, store: ListStore, defects: list[BaseException]) -> Iterator[Offload]:
    """The threads over the store."""

    def record(error: BaseException) -> str:
        defects.append(error)
        return "CF-TEST-0001"

    made = Offload(store, record)
    yield made
    made.close()


@pytest.fixture
def context(offload: Offload) -> Context:
    """What a screen is given."""
    return Context(offload, NoDevices(), SilentEarcon(), "Camden", "W03", clock=lambda: NOON)


@pytest.fixture
def shell(context: Context, languages: Languages, qtbot: QtBot) -> Iterator[Shell]:
    """A window with four screens, shown, somebody signed on."""
    made = Shell(context, [TilesScreen, LinesScreen, TableScreen, DecisionsScreen], languages)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    made.start()
    made.sign_in(Anybody())
    yield made
    made.router.stop()
    made.close()
