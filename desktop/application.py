"""The application: one replica, one window, its devices, and the sync process beside it."""

import logging
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop import fonts, theme
from desktop.commands.console import own_command
from desktop.context import Context
from desktop.crash import CrashHandler
from desktop.earcon import Earcon, SilentEarcon, SystemEarcon
from desktop.language import Languages
from desktop.offload import Offload
from desktop.preferences import Preferences, load, save
from desktop.resume import Resume
from desktop.screen import Screen
from desktop.shell import Shell
from desktop.station_devices import StationDevices
from desktop.station_watch import StationWatch
from desktop.store import ReplicaStore
from desktop.watchdog import Watchdog
from desktop.wedge import WedgeSettings
from domain import company
from domain.replica import Replica
from resources import locate

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """What the window shows of where it stands."""

    about: company.Company
    site_number: int
    site: str
    station: str
    devices: tuple[company.DeviceSetting, ...]


def look_around(replica: Replica) -> Place:
    """Read where this station stands. Raises NoCompany."""
    with replica.read() as connection:
        about = company.company(connection)
        sites = company.sites(connection)
        number = replica.site or (sites[0].number if sites else 0)
        here = next((site.name for site in sites if site.number == number), "")
        name = next((s.name for s in company.stations(connection) if s.id == replica.station), "")
        devices = tuple(company.device_settings(connection))
    return Place(about, number, here, name or f"W{replica.station_number:02d}", devices)


class StationApplication(QObject):
    """Everything of one station's window, put together and taken apart in order."""

    end_asked = Signal()
    """Emit it, on any thread, to end the application whatever its screen is at."""

    def __init__(
        self,
        application: QApplication,
        replica: Replica,
        screens: Sequence[type[Screen]],
        *,
        preferences: Preferences | None = None,
        silent: bool = False,
        with_agent: bool = True,
    ) -> None:
        """Build the window; ``start`` shows it. The replica stays the caller's to close."""
        super().__init__()
        self._application, self.replica = application, replica
        self._folder = replica.folder
        self.preferences = preferences or load(self._folder / "window.json")
        self.crash = CrashHandler(self._folder / "crashes", version="0.1.0")
        fonts.load()
        theme.apply(
            application, theme.Theme(self.preferences.theme, gloves=self.preferences.gloves)
        )
        self.languages = Languages(self)
        place = look_around(replica)
        self.languages.use(self.preferences.language or _language_of(place.about.language))
        self.offload = Offload(ReplicaStore(replica), self.crash.record, parent=self)
        self.devices = StationDevices(self.offload, self._folder / "prints", self)
        self.context = Context(
            self.offload,
            self.devices,
            self._earcon(silent=silent),
            site=place.site,
            station=place.station,
            replica=replica,
            company=place.about,
            site_number=place.site_number,
            language=self.languages.code,
        )
        gap = WedgeSettings(gap_ms=self.preferences.wedge_gap_ms)
        self.shell = Shell(self.context, screens, self.languages, gap)
        self.watch = StationWatch(self.context, self.shell, self)
        self.resume = Resume(self.shell, self._folder / "resume.json")
        self.watchdog = Watchdog(self)
        self._agent: subprocess.Popen[bytes] | None = None
        self._wants_agent = with_agent
        self._agent_timer = QTimer(self)
        self._agent_timer.timeout.connect(self._keep_agent)
        self._connect()
        self.devices.configure(place.devices)

    def _earcon(self, *, silent: bool) -> Earcon:
        if silent:
            return SilentEarcon()
        beep = self._application.beep
        return SystemEarcon(locate("sounds"), beep, muted=self.preferences.muted)

    def _connect(self) -> None:
        self.end_asked.connect(self._application.exit, Qt.ConnectionType.QueuedConnection)
        self.languages.changed.connect(self._speak)
        self.crash.reported.connect(self.shell.show_defect)
        self.devices.scanned.connect(self.shell.router.receive)
        self.devices.health_changed.connect(self.watch.look)
        self.shell.mute_changed.connect(self._mute)
        self.shell.theme_changed.connect(self._theme)
        self.offload.refresh.changed.connect(self._devices_changed)

    def start(self, *, show: bool = True) -> None:
        """Show the window and begin."""
        self.shell.resize(self.preferences.width, self.preferences.height)
        if show and self.preferences.kiosk:
            self.shell.showFullScreen()
        elif show:
            self.shell.show()
        self.shell.start()
        self.watch.start()
        self.watchdog.start()
        if self._wants_agent:
            # After the first paint: another process must not make the window wait.
            QTimer.singleShot(500, self._keep_agent)
            self._agent_timer.start(5000)

    def close(self) -> None:
        """Close the window, finish what was begun, let go of devices and processes."""
        self._agent_timer.stop()
        self.watch.stop()
        self.watchdog.stop()
        size = self.shell.size()
        self.preferences.width, self.preferences.height = size.width(), size.height()
        save(self._folder / "window.json", self.preferences)
        self.shell.router.stop()
        self.shell.close()
        self.offload.close()
        self.devices.close()
        if self._agent is not None:
            _end(self._agent)
            self._agent = None

    def _keep_agent(self) -> None:
        """Start the sync process, and again if it ended: it tells by itself what is wrong."""
        if not self.watch.enrolled or (self._agent is not None and self._agent.poll() is None):
            return
        command = own_command("--data", str(self._folder), "agent")
        self._agent = subprocess.Popen(
            command,
            env=self.replica.child_environment(),
            stdin=subprocess.PIPE,  # when it closes, the agent ends: also if we crash
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def _speak(self, code: str) -> None:
        self.context.language = code
        self.preferences.language = code
        save(self._folder / "window.json", self.preferences)

    def _mute(self, muted: bool) -> None:
        self.preferences.muted = muted

    def _theme(self, mode: str) -> None:
        self.preferences.theme = mode

    def _devices_changed(self, changed: frozenset[str]) -> None:
        if "device_setting" in changed:
            with self.replica.read() as connection:
                self.devices.configure(company.device_settings(connection))


def _end(agent: subprocess.Popen[bytes]) -> None:
    """Let the agent finish its step: closing its input asks it to; then it is told."""
    if agent.stdin is not None:
        agent.stdin.close()
    try:
        agent.wait(10)
    except subprocess.TimeoutExpired:
        agent.terminate()
        agent.wait(10)


def _language_of(code: str) -> str:
    return "zh_CN" if code.startswith("zh") else "en"
