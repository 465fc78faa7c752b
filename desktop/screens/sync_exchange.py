"""The exchange with the hub: how it stands, who has what; enrolling, giving out codes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import figures
from desktop.actions import Action, act
from desktop.messages import sentence_for
from desktop.offload import Connection, Failure
from desktop.screen import Screen
from desktop.screens.sync_words import ago
from desktop.tones import Tone
from desktop.widgets import (
    Button,
    Card,
    ChoiceField,
    Column,
    Form,
    NumberField,
    PagedTable,
    StatusPill,
    Text,
    TextField,
    beside,
    column,
)
from desktop.widgets.facts import FactList
from domain import company
from domain.replica import Replica
from edge_sync.membership import membership
from edge_sync.status import LogStatus, SyncStatus, sync_status, who_has_what

MANAGE = "sync.manage"
HUB_NAME = "hub"
"""The name under which a hub enters itself among the stations (``edge_sync.desk``)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How this replica stands towards its hub."""

    status: SyncStatus
    logs: tuple[LogStatus, ...]
    hub: str
    """The hub's address; empty where there is none."""
    sites: tuple[company.Site, ...]


def read_standing(connection: Connection, station: bytes) -> Standing:
    """Read how this replica stands towards its hub."""
    hub = membership(connection)
    return Standing(
        sync_status(connection, station),
        tuple(who_has_what(connection, station)),
        "" if hub is None else hub.url,
        tuple(company.sites(connection)),
    )


class ExchangePage(QWidget):
    """One of three faces: a station with its hub, the hub itself, a PC without a hub."""

    def __init__(self, screen: Screen) -> None:
        """``screen`` is the way to the replica."""
        super().__init__()
        self._screen = screen
        self.standing: Standing | None = None
        self.busy = False
        self.faces = QStackedWidget()
        self.faces.addWidget(self._enrolled_face())
        self.faces.addWidget(self._hub_face())
        self.faces.addWidget(self._alone_face())
        column(self, self.faces, margin=0)

    def _enrolled_face(self) -> QWidget:
        """What is unsent, what stands in the way, and who has what."""
        face, card = QWidget(), Card()
        self.headline, self.pill = Text("title", wrap=True), StatusPill()
        self.problem, self.facts = Text("strong", wrap=True), FactList()
        head = beside(self.headline, self.pill)
        head.setStretch(0, 1)
        column(card, head, self.problem, self.facts, gap=8, margin=18)
        self.logs: PagedTable[LogStatus] = PagedTable(_log_columns())
        box = column(face, card, self.logs, gap=12, margin=0)
        box.setStretch(1, 1)
        return face

    def _hub_face(self) -> QWidget:
        """Codes for new stations, and what the hub has."""
        face, card = QWidget(), Card()
        self.hub_title, self.hub_text = Text("heading"), Text("muted", wrap=True)
        self.site, self.number, self.name = ChoiceField(), NumberField(), TextField()
        self.give_code = Button("primary", "station")
        self.give_code.clicked.connect(self._ask_code)
        self.code = Text("title")
        fields = beside(self.site, self.number, self.name, gap=14)
        foot = beside(self.give_code, self.code, None, gap=20)
        column(card, self.hub_title, self.hub_text, fields, foot, gap=10, margin=18)
        self.hub_logs: PagedTable[LogStatus] = PagedTable(_log_columns(hub=True))
        box = column(face, card, self.hub_logs, gap=12, margin=0)
        box.setStretch(1, 1)
        return face

    def _alone_face(self) -> QWidget:
        """The form that makes this PC a station."""
        face, card = QWidget(), Card()
        self.alone_title, self.alone_text = Text("heading"), Text("muted", wrap=True)
        self.form = Form()
        self.address, self.one_time_code = TextField(), TextField()
        self.form.add("address", self.address)
        self.form.add("code", self.one_time_code)
        self.enrolled = Text("strong", wrap=True)
        self.enrolled.hide()
        column(card, self.alone_title, self.alone_text, self.form, self.enrolled, gap=12)
        column(face, card, None, margin=0)
        return face

    def retranslate(self) -> None:
        """Set the texts."""
        self.logs.set_name(self.tr("Who has what"))
        self.hub_logs.set_name(self.tr("What the hub has"))
        self.logs.set_empty("sync", self.tr("Nothing has been written yet"))
        self.hub_logs.set_empty("sync", self.tr("No station has sent anything yet"))
        self.hub_title.setText(self.tr("This is the hub"))
        self.hub_text.setText(
            self.tr(
                "A new station needs a one-time code: good once, for ten minutes. Give the site"
                " and a number that no other station of the site has."
            )
        )
        self.site.set_words(self.tr("Site"))
        self.number.set_words(self.tr("Station number"))
        self.name.set_words(self.tr("Name of the station"))
        self.give_code.setText(self.tr("Give out a code"))
        self.alone_title.setText(self.tr("This PC works alone"))
        self.alone_text.setText(
            self.tr(
                "To make it a station of a company, ask the centre for an address and a one-time"
                " code. The station gets a folder of its own: what is here stays as it is."
            )
        )
        self.address.set_words(self.tr("Address of the hub"), self.tr("https://hub.example:8443"))
        self.one_time_code.set_words(self.tr("One-time code"))
        self.show_standing()

    def refresh(self) -> None:
        """Read again how it stands."""
        station = self._screen.context.replica.station
        self._screen.query(lambda c: read_standing(c, station), self._take, newest="standing")

    def acts(self) -> Sequence[Action]:
        """Exchange now, or enrol."""
        if self.standing is None or self._is_hub():
            return ()
        if self.standing.status.enrolled:
            return (
                act(
                    "confirm",
                    self.exchange_now,
                    enabled=lambda: not self.busy,
                    label=self.tr("Exchange now"),
                    primary=True,
                ),
            )
        may = self._screen.context.session.may(MANAGE)
        return (
            act(
                "confirm",
                self.enrol_now,
                enabled=lambda: may and not self.busy,
                label=self.tr("Enrol"),
                primary=True,
            ),
        )

    # Showing.

    def _take(self, standing: Standing) -> None:
        first = self.standing is None
        self.standing = standing
        self.show_standing()
        if first:
            self._screen.actions_changed()

    def _is_hub(self) -> bool:
        replica = self._screen.context.replica
        return bool(replica.centre and not replica.standalone)

    def show_standing(self) -> None:
        """Show what was read, at the time of now."""
        standing = self.standing
        if standing is None:
            return
        if self._is_hub():
            self.faces.setCurrentIndex(1)
            self.site.set_choices(
                [(s.number, f"{s.number} \u00b7 {s.name}") for s in standing.sites]
            )
            self.give_code.setEnabled(self._screen.context.session.may(MANAGE))
            self.hub_logs.set_rows(standing.logs)
        elif standing.status.enrolled:
            self.faces.setCurrentIndex(0)
            self._show_enrolled(standing)
        else:
            self.faces.setCurrentIndex(2)

    def _show_enrolled(self, standing: Standing) -> None:
        status, now = standing.status, self._screen.context.now()
        if status.unsent:
            text = self.tr("%n change(s) safe here, not sent yet", "", status.unsent)
        else:
            text = self.tr("Everything here is at the hub too")
        self.headline.setText(text)
        if status.offline_since is not None or not status.reachable:
            self.pill.set_state(self.tr("Offline"), Tone.WARNING)
        else:
            self.pill.set_state(self.tr("Online"), Tone.SUCCESS)
        self.problem.setText("" if status.problem is None else sentence_for(status.problem))
        self.problem.setVisible(status.problem is not None)
        facts = [
            (self.tr("Hub"), standing.hub),
            (self.tr("Last exchange"), ago(status.last_success, now)),
        ]
        if status.unsent_since is not None:
            facts.append((self.tr("Oldest unsent change"), ago(status.unsent_since, now)))
        if status.offline_since is not None:
            facts.append((self.tr("Offline since"), figures.moment(status.offline_since)))
        self.facts.set_facts(facts)
        self.logs.set_rows(standing.logs)

    # Exchanging, enrolling.

    def exchange_now(self) -> None:
        """Send and fetch everything, once."""
        replica = self._screen.context.replica
        self._begin(self.tr("Exchanging with the hub\u2026"))
        self._screen.work(
            lambda: _exchange(replica), self._exchanged, failure=self._not_exchanged,
            refreshes=("log",),
        )  # fmt: skip

    def _exchanged(self, done: tuple[int, frozenset[str]]) -> None:
        sent, touched = done
        self._end()
        self._screen.context.offload.refresh.announce(touched)
        text = self.tr("Exchanged: %n change(s) sent", "", sent)
        self._screen.feedback.success(text)

    def _not_exchanged(self, failure: Failure) -> None:
        """Say that nothing came of it; the reason, if it is a known one, stands in the card."""
        self._end()
        if failure.log_id:
            self._screen.feedback.error(failure.sentence)
        else:
            text = self.tr("Nothing could be exchanged. Everything is kept here.")
            self._screen.feedback.warning(text)

    def _not_enrolled(self, failure: Failure) -> None:
        self._end()
        self._screen.feedback.error(failure.sentence)

    def enrol_now(self) -> None:
        """Redeem the code: the new station gets a folder beside this one."""
        address, code = self.address.value(), self.one_time_code.value()
        problems = {}
        if not address.startswith("https://"):
            problems["address"] = self.tr("An address that begins with https://")
        if not code:
            problems["code"] = self.tr("The code that the centre gave out")
        self.form.set_problems(problems)
        if problems:
            return
        folder = self._screen.context.replica.folder
        target = folder.with_name(f"{folder.name}-station")
        self._begin(self.tr("Enrolling\u2026"))
        self._screen.work(
            lambda: _enrol(address, code, target), self._enrolled, failure=self._not_enrolled
        )

    def _enrolled(self, done: tuple[int, int, Path]) -> None:
        site, number, folder = done
        self._end()
        text = self.tr("Enrolled as station %1 of site %2. Close this window and start: %3")
        text = text.replace("%1", str(number)).replace("%2", str(site))
        self.enrolled.setText(text.replace("%3", f'counterfoil --data "{folder}"'))
        self.enrolled.show()
        self._screen.feedback.success(self.tr("This PC is a station now"))

    def _ask_code(self) -> None:
        """Give out a code for a new station."""
        site, number, name = self.site.value(), self.number.value(), self.name.value()
        self.number.set_problem("" if number else self.tr("A number from 1"))
        self.name.set_problem("" if name else self.tr("Where it stands: Till 2"))
        if not isinstance(site, int) or not number or not name:
            return
        replica = self._screen.context.replica
        self.code.setText("")
        self._screen.work(lambda: _code(replica, site, number, name), self.code.setText)

    def _begin(self, text: str) -> None:
        self.busy = True
        self._screen.actions_changed()
        self._screen.feedback.clear()
        self.headline.setText(text)

    def _end(self) -> None:
        self.busy = False
        self._screen.actions_changed()
        self.refresh()


def _log_columns(*, hub: bool = False) -> list[Column[LogStatus]]:
    """The columns of the logs; the hub has everything that it knows."""
    translate = QCoreApplication.translate
    shown: list[Column[LogStatus]] = [
        Column(lambda: translate("Sync", "Station"), _station, 180, stretch=2, strong=True),
        Column(lambda: translate("Sync", "Concerns"), _concerns, 130, stretch=1),
        Column(
            lambda: translate("Sync", "Changes here"),
            lambda log: figures.figure(log.here),
            150,
            right=True,
        ),
    ]
    if hub:
        return shown
    return [
        *shown,
        Column(
            lambda: translate("Sync", "At the hub"),
            lambda log: figures.figure(log.at_hub),
            130,
            right=True,
        ),
        Column(lambda: "", _state, 190, tone=_state_tone),
    ]


def _station(log: LogStatus) -> str:
    name = log.station_name or QCoreApplication.translate("Sync", "Station without a name")
    if name == HUB_NAME:
        name = QCoreApplication.translate("Sync", "Hub")
    if log.own:
        name = QCoreApplication.translate("Sync", "%1 (this PC)").replace("%1", name)
    return name if log.life == "A" else f"{name} \u00b7 {log.life}"


def _concerns(log: LogStatus) -> str:
    if not log.site:
        return QCoreApplication.translate("Sync", "All sites")
    return QCoreApplication.translate("Sync", "Site %1").replace("%1", str(log.site))


def _state(log: LogStatus) -> str:
    left = log.here - log.at_hub
    if left and log.own:
        return QCoreApplication.translate("Sync", "%n to send", "", left)
    return QCoreApplication.translate("Sync", "Complete")


def _state_tone(log: LogStatus) -> Tone:
    return Tone.INFO if log.own and log.here > log.at_hub else Tone.SUCCESS


# What takes an HTTP client is imported where it runs: the window opens without it.


def _exchange(replica: Replica) -> tuple[int, frozenset[str]]:
    from edge_sync.client import exchange_once

    report = exchange_once(replica)
    return report.sent, frozenset(report.touched)


def _enrol(address: str, code: str, folder: Path) -> tuple[int, int, Path]:
    from edge_sync.client import exchange_once
    from edge_sync.enrolment import enrol

    with enrol(address, code, folder) as station:
        exchange_once(station)
        return station.site or 0, station.station_number, folder


def _code(replica: Replica, site: int, number: int, name: str) -> str:
    from edge_sync.enrolment import create_enrolment_code

    return create_enrolment_code(replica, site, number, name)
