"""The devices of this station, as screens see them: events arrive on the GUI thread."""

import json
import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

from desktop.offload import Failure, Offload, Work
from desktop.screen import DeviceState
from desktop.tones import Tone
from devices.drivers.command import Command
from devices.events import DeviceHealth, Scan, TagRead
from devices.manager import DeviceManager
from devices.registry import protocol
from devices.settings import DeviceSettings
from devices.states import DeviceState as State
from devices.weighing import await_stable
from domain.company import DeviceSetting

log = logging.getLogger(__name__)

HOTPLUG_MS = 1000
_TONES = {
    State.ONLINE: Tone.SUCCESS,
    State.OPENING: Tone.INFO,
    State.PROBING: Tone.INFO,
    State.DISABLED: Tone.NEUTRAL,
}
_ICONS = {"scanner": "scan", "toledo_8217": "scale", "m100": "rfid"}


class StationDevices(QObject):
    """Owns the device manager of a window and hands its events to the GUI thread."""

    scanned = Signal(object)
    """A scan event of a serial scanner."""
    tag_read = Signal(object)
    """A tag event of an RFID reader."""
    health_changed = Signal()
    """Some device's state changed."""
    _arrived = Signal(object)

    def __init__(self, offload: Offload, prints: Path, parent: QObject | None = None) -> None:
        """``prints`` is where receipts and labels go while no printer is bound."""
        super().__init__(parent)
        self._offload = offload
        self._prints = prints
        self._manager = DeviceManager()
        self._settings: dict[str, DeviceSetting] = {}
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._manager.subscribe(self._arrived.emit)
        self._hotplug = QTimer(self)
        self._hotplug.timeout.connect(self._manager.hotplug)
        self._hotplug.start(HOTPLUG_MS)

    @property
    def manager(self) -> DeviceManager:
        """The manager, for the devices screen (traces, test buttons)."""
        return self._manager

    def configure(self, settings: Sequence[DeviceSetting]) -> None:
        """Make the manager's devices those of the station's settings."""
        wanted = {setting.name: setting for setting in settings}
        for name in [n for n, s in self._settings.items() if wanted.get(n) != s]:
            self._manager.remove(name)
            del self._settings[name]
        for name, setting in wanted.items():
            if name not in self._settings:
                self._manager.add(_settings_of(setting))
                self._settings[name] = setting
        self.health_changed.emit()

    def settings(self) -> Sequence[DeviceSetting]:
        """The settings in force."""
        return tuple(self._settings.values())

    def states(self) -> Sequence[DeviceState]:
        """The devices of this station and how they are."""
        return [
            DeviceState(
                health.device_id,
                _ICONS.get(self._settings[health.device_id].protocol, "device"),
                _TONES.get(health.state, Tone.WARNING),
                QCoreApplication.translate("Devices", health.advice.sentence),
            )
            for health in self._manager.healths()
            if health.device_id in self._settings
        ]

    def weigh(self, then: Callable[[object], None]) -> None:
        """Ask the scale for a weight at rest; ``then`` gets a weight event or a failure."""
        scale = self.named("toledo_8217")
        if scale is None:
            then(None)
            return

        def failed(failure: Failure) -> None:
            then(failure)

        work = Work(self, lambda: await_stable(self._manager, scale, timeout=4.0))
        work.success(then).failure(failed).run(self._offload)

    def named(self, protocol_name: str) -> str | None:
        """The first device of a protocol, if there is one."""
        found = (n for n, s in self._settings.items() if s.protocol == protocol_name)
        return next(found, None)

    def send(self, name: str, operation: str, **args: object) -> int:
        """Send a command to a device; give its request id."""
        return self._manager.command(name, Command(operation, args))

    def print_text(self, kind: str, text: str) -> None:
        """Keep a receipt or label as a text file: no printer is bound to this station."""
        self._prints.mkdir(parents=True, exist_ok=True)
        stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
        (self._prints / f"{stamp}-{kind}.txt").write_text(text, encoding="utf-8")

    def open_drawer(self) -> None:
        """Note that the drawer was to open: no drawer is bound to this station."""
        log.info("drawer kick asked for; no drawer is bound")

    def close(self) -> None:
        """Let go of every port."""
        self._hotplug.stop()
        self._manager.close()

    @Slot(object)
    def _deliver(self, event: object) -> None:
        if isinstance(event, Scan):
            self.scanned.emit(event)
        elif isinstance(event, TagRead):
            self.tag_read.emit(event)
        elif isinstance(event, DeviceHealth):
            self.health_changed.emit()


def _settings_of(setting: DeviceSetting) -> DeviceSettings:
    spec = protocol(setting.protocol)
    return DeviceSettings(
        setting.name,
        spec.name,
        url=setting.url,
        config=json.loads(setting.config or "{}"),
        enabled=setting.enabled,
    )
