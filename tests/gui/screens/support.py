"""A screen over a real replica, without a window: what it says is kept, where it goes is noted."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.context import Context, NoDevices, RecordingFeedback
from desktop.earcon import SilentEarcon
from desktop.offload import Offload
from desktop.scans import Outcome, Scan
from desktop.screen import Screen, Session
from desktop.session import UserSession
from desktop.store import ReplicaStore
from desktop.tones import Tone
from desktop.widgets import LineList, PagedTable
from domain import company
from domain.replica import Actor, Replica

S = TypeVar("S", bound=Screen)
NOON = datetime(2026, 3, 20, 11, 42, tzinfo=UTC)


@dataclass
class Driver(Generic[S]):
    """A screen with what a test does to it and sees of it."""

    screen: S
    context: Context
    qtbot: QtBot
    went: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    """Where the screen navigated to."""
    sessions: list[Session] = field(default_factory=list)
    """Who signed on."""
    defects: list[BaseException] = field(default_factory=list)

    def enter(self, **params: object) -> None:
        """Make it the current screen and wait for its data."""
        self.screen.enter(params)
        self.settle()

    def scan(self, text: str) -> None:
        """Scan a code; whatever the screen answers is in ``said``."""
        answer = self.screen.on_scan(Scan(text))
        if answer is not None:
            self.context.feedback.show_outcome(answer)
        self.settle()

    def act(self, id_: str) -> None:
        """Press the key of an action; it must be offered and allowed."""
        found = next(action for action in self.screen.screen_actions() if action.id == id_)
        assert found.enabled(), f"{id_} is not allowed now"
        found.run()
        self.settle()

    def can(self, id_: str) -> bool:
        """Whether an action is offered and allowed."""
        return any(a.id == id_ and a.enabled() for a in self.screen.screen_actions())

    def undo(self) -> None:
        """Press Ctrl+Z."""
        action = self.screen.undo_action()
        assert action is not None, "nothing to undo"
        action.run()
        self.settle()

    def settle(self) -> None:
        """Wait until all work has come back."""
        assert self.context.offload.settle(), "work did not come back"
        QApplication.processEvents()
        assert not self.defects, self.defects

    @property
    def said(self) -> list[str]:
        """Every message of the banner, oldest first."""
        return [outcome.text for outcome in self._outcomes()]

    @property
    def tone(self) -> Tone | None:
        """The tone of the newest message."""
        outcomes = self._outcomes()
        return outcomes[-1].tone if outcomes else None

    def _outcomes(self) -> list[Outcome]:
        feedback = self.context.feedback
        assert isinstance(feedback, RecordingFeedback)
        return feedback.outcomes


MakeScreen = Callable[..., Driver[Any]]


@pytest.fixture
def make_screen(app: QApplication, qtbot: QtBot) -> Iterator[MakeScreen]:
    """``make_screen(SomeScreen, replica, actor)`` shows a screen; None is nobody signed on."""
    opened: list[Offload] = []

    def make(
        kind: type[S],
        replica: Replica,
        actor: Actor | None = None,
        *,
        language: str = "en",
        site: int = 1,
    ) -> Driver[S]:
        defects: list[BaseException] = []

        def record(error: BaseException) -> str:
            defects.append(error)
            return "CF-TEST-0001"

        offload = Offload(ReplicaStore(replica), record)
        opened.append(offload)
        with replica.read() as connection:
            try:
                about: company.Company | None = company.company(connection)
            except company.NoCompany:
                about = None
        context = Context(
            offload,
            NoDevices(),
            SilentEarcon(),
            "Camden",
            "W03",
            replica=replica,
            company=about,
            site_number=site,
            language=language,
            clock=lambda: NOON,
        )
        if actor is not None:
            context.session = UserSession(offload, actor)
        screen = kind(context)
        driver = Driver(screen, context, qtbot, defects=defects)
        context.go = lambda id_, params: driver.went.append((id_, params))
        context.take_session = driver.sessions.append
        offload.unhandled.connect(lambda failure: context.feedback.error(failure.sentence))
        qtbot.addWidget(screen)
        screen.resize(1184, 600)
        screen.show()
        qtbot.waitExposed(screen)
        return driver

    yield make
    for offload in opened:
        offload.close()


def titles(lines: LineList) -> list[str]:
    """The titles of the lines shown."""
    return [line.title for line in lines.lines()]


def cells(table: PagedTable[Any]) -> list[list[str]]:
    """The words of all cells shown."""
    model = table.paged_model()
    return [
        [column.text(row) for column in model.columns]
        for row in (model.row(at) for at in range(model.rowCount()))
        if row is not None
    ]
