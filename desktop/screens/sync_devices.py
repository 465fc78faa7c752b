"""The devices of this station: how each is, what it sends, and trying it out."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import figures
from desktop.actions import Action, ActionSpec, act
from desktop.messages import sentence_for
from desktop.offload import Failure
from desktop.scans import Scan
from desktop.screen import Screen
from desktop.screens.sync_device_sheet import DeviceSheet
from desktop.screens.sync_live import ANY, Ear, LiveList
from desktop.screens.sync_tags import TagNames
from desktop.screens.sync_words import (
    advice_words,
    event_words,
    no_weight_words,
    protocol_words,
    scan_words,
    state_words,
)
from desktop.station_devices import StationDevices
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from desktop.widgets import (
    Button,
    ConfirmDialog,
    EmptyState,
    Line,
    LineList,
    StatusPill,
    Text,
    beside,
    column,
)
from devices.errors import DeviceProblem, NoStableWeight
from devices.events import DeviceHealth, Event
from devices.manager import DeviceManager
from devices.ports import Ports
from devices.weighing import await_stable
from domain import company
from domain.company import DeviceSetting

MANAGE = "devices.manage"
EVERY_MS = 250
"""How often the live view is painted anew: an RFID reader sends hundreds of tags a second."""
SCALE, READER = "toledo_8217", "m100"
_ADD = ActionSpec("devices.add", QT_TRANSLATE_NOOP("Actions", "Add a device"), "", "plus")
_CHANGE = ActionSpec("devices.change", QT_TRANSLATE_NOOP("Actions", "Change"), "", "plug")
_REMOVE = ActionSpec("devices.remove", QT_TRANSLATE_NOOP("Actions", "Remove"), "", "trash")
_TRACE = ActionSpec("devices.trace", QT_TRANSLATE_NOOP("Actions", "Keep the trace"), "", "history")


class DevicesPage(QWidget):
    """The devices at the left; the chosen one, its tests and what it sends at the right."""

    def __init__(self, screen: Screen) -> None:
        """``screen`` knows the station's devices."""
        super().__init__()
        self._screen = screen
        self._settings: list[DeviceSetting] = []
        self._reading: set[str] = set()
        self._offered: tuple[str, ...] = ()
        self._ear = Ear(self)
        self._ear.heard.connect(self._take_event)
        self._paint = QTimer(self)
        self._paint.setInterval(EVERY_MS)
        self._paint.timeout.connect(self._show_changes)
        self.list = LineList()
        self.list.setFixedWidth(360)
        self.list.selectionModel().currentRowChanged.connect(self._choose)
        self.name, self.pill = Text("heading"), StatusPill()
        self.advice, self.where = Text("body", wrap=True), Text("caption", wrap=True)
        self.first, self.second = Button(), Button()
        self.first.clicked.connect(lambda: self._test(0))
        self.second.clicked.connect(lambda: self._test(1))
        self.tags = TagNames(screen, self._name_tags)
        self.live, self.hint = LiveList(self.tags.words), Text("muted", wrap=True)
        right = QWidget()
        head = beside(self.name, self.pill, None, gap=14)
        foot = beside(self.first, self.second, None, gap=12)
        box = column(
            right, head, self.advice, self.where, foot, self.hint, self.live, gap=8, margin=0
        )
        box.setStretch(5, 1)
        both = QWidget()
        column(both, beside(self.list, right, gap=20), margin=0)
        self.nothing = EmptyState("plug")
        self.nothing.acted.connect(self.add_device)
        self.faces = QStackedWidget()
        self.faces.addWidget(both)
        self.faces.addWidget(self.nothing)
        column(self, self.faces, margin=0)

    def retranslate(self) -> None:
        """Set the texts."""
        self.list.set_name(self.tr("Devices of this station"))
        self.live.set_name(self.tr("What the device sends"))
        self.hint.setText(self.tr("Nothing has come yet. Scan a code, or try the device out."))
        may = self._screen.context.session.may(MANAGE)
        self.nothing.set_words(
            self.tr("No device is set up at this station"),
            self.tr("Keyboard scanners need no setting up: scan anything, and it is shown here."),
            self.tr("Add a device") if may else "",
        )
        self.live.name_tags()
        self.show_devices()

    def enter(self) -> None:
        """Listen to the devices."""
        self.tags.forget()
        manager = self.manager
        if manager is not None:
            self._ear.listen(manager)
            self._paint.start()

    def leave(self) -> None:
        """Stop what is being tried out, and listen no more."""
        for name in list(self._reading):
            self._send(name, "inventory_stop")
        self._reading.clear()
        self._ear.stop()
        self._paint.stop()
        self._show_chosen()

    def refresh(self) -> None:
        """Read which devices the station has."""
        self._screen.query(company.device_settings, self._take_settings, newest="devices")

    @property
    def manager(self) -> DeviceManager | None:
        """The device manager of the window; None where there is none (a screen by itself)."""
        devices = self._screen.context.devices
        return devices.manager if isinstance(devices, StationDevices) else None

    def acts(self) -> Sequence[Action]:
        """Add, change, remove, keep the trace; the test of the chosen device."""
        may = self._screen.context.session.may(MANAGE)
        chosen = self.current()
        actions = [
            Action(_ADD, self.add_device, enabled=lambda: may),
            Action(_CHANGE, self._change, enabled=lambda: may and chosen is not None),
            Action(_REMOVE, self._ask_remove, enabled=lambda: may and chosen is not None),
            Action(_TRACE, self._keep_trace, enabled=lambda: self._health(chosen) is not None),
        ]
        tests = self._tests(chosen)
        if tests:
            label = tests[0][0]
            actions.append(act("confirm", lambda: self._test(0), label=label, primary=True))
        return actions

    def current(self) -> DeviceSetting | None:
        """The chosen device."""
        key = self.list.current_key()
        return next((each for each in self._settings if each.name == key), None)

    # Showing.

    def _take_settings(self, found: list[DeviceSetting]) -> None:
        self._settings = found
        self.show_devices()
        self._screen.actions_changed()

    def _health(self, setting: DeviceSetting | None) -> DeviceHealth | None:
        """How a device is; None where the manager does not know it (yet)."""
        manager = self.manager
        if manager is None or setting is None:
            return None
        return next((h for h in manager.healths() if h.device_id == setting.name), None)

    def show_devices(self) -> None:
        """Show every device with its state, and the chosen one in full."""
        alone = not self._settings and self.live.silent
        self.faces.setCurrentIndex(1 if alone else 0)
        rows = [self._row(each) for each in self._settings]
        before = self.list.current_key()
        keys = [row.key for row in rows]
        self.list.set_lines(rows, before if before in keys or not keys else keys[0])
        self._show_chosen()

    def _row(self, setting: DeviceSetting) -> Line:
        health = self._health(setting)
        if health is None:
            words = self.tr("Switched off") if not setting.enabled else ""
            return Line(setting.name, setting.name, protocol_words(setting.protocol), "", "",
                        Tone.NEUTRAL, words)  # fmt: skip
        words, tone = state_words(health.state)
        return Line(
            setting.name, setting.name, protocol_words(setting.protocol), "", "", tone, words
        )

    def _choose(self) -> None:
        self._show_chosen()
        self._screen.actions_changed()

    def _show_chosen(self) -> None:
        """Show how the chosen device is, what can be tried, and what it sends."""
        setting = self.current()
        health = self._health(setting)
        self.name.setText("" if setting is None else setting.name)
        self.pill.setVisible(health is not None)
        self.advice.setVisible(health is not None)
        if health is not None:
            self.pill.set_state(*state_words(health.state))
            self.advice.setText(advice_words(health.advice))
        self.where.setText("" if setting is None else self._where(setting, health))
        tests = self._tests(setting)
        for at, button in enumerate((self.first, self.second)):
            button.setVisible(at < len(tests))
            button.setText(tests[at][0] if at < len(tests) else "")
        self._show_live()
        offered = tuple(words for words, _ in tests)
        if offered != self._offered:
            self._offered = offered
            self._screen.actions_changed()

    def _where(self, setting: DeviceSetting, health: DeviceHealth | None) -> str:
        parts = [protocol_words(setting.protocol), setting.url]
        if health is not None:
            seen = health.counters
            came = self.tr("%1 bytes in, %2 out").replace("%1", figures.figure(seen.bytes_in))
            parts.append(came.replace("%2", figures.figure(seen.bytes_out)))
            if seen.losses:
                parts.append(self.tr("lost %n time(s)", "", seen.losses))
            if seen.bad_check or seen.junk_bytes:
                parts.append(self.tr("%n byte(s) unreadable", "", seen.junk_bytes))
        return " \u00b7 ".join(parts)

    def _show_live(self) -> None:
        """Show what the chosen device sent, the newest first; of no device, everything."""
        setting = self.current()
        self.live.show_of(None if setting is None else setting.name)
        self.hint.setVisible(not self.live.lines())

    def _show_changes(self) -> None:
        """Paint what came since the last time."""
        if self.live.changed:
            self.show_devices()

    # What devices send.

    def _take_event(self, event: Event) -> None:
        self.live.take(event, self._screen.context.now())

    def _name_tags(self) -> None:
        """More is known of the tags now."""
        self.live.name_tags()
        self.show_devices()

    def take_scan(self, scan: Scan) -> tuple[str, Tone]:
        """Show a scan that the window routed here; serial ones are heard from the device."""
        title, detail, tone = scan_words(scan.text, scan.aim)
        if self.manager is None or scan.source == "wedge":
            self.live.note(ANY, title, detail, tone, self._screen.context.now())
            self.show_devices()
        return f"{title} \u00b7 {detail}" if detail else title, tone

    # Trying out.

    def _tests(self, setting: DeviceSetting | None) -> list[tuple[str, Callable[[str], None]]]:
        """What can be tried with a device: words, and what happens."""
        if setting is None or self._health(setting) is None:
            return []
        if setting.protocol == SCALE:
            zero = self._sender("zero", self.tr("Zero was asked for"))
            return [(self.tr("Weigh"), self._weigh), (self.tr("Set to zero"), zero)]
        if setting.protocol == READER:
            if setting.name in self._reading:
                return [(self.tr("Stop reading"), self._stop_reading)]
            return [(self.tr("Start reading"), self._start_reading)]
        return []

    def _test(self, which: int) -> None:
        setting = self.current()
        tests = self._tests(setting)
        if setting is not None and which < len(tests):
            tests[which][1](setting.name)

    def _sender(self, operation: str, said: str) -> Callable[[str], None]:
        def run(name: str) -> None:
            if self._send(name, operation):
                self._screen.feedback.success(said)

        return run

    def _send(self, name: str, operation: str) -> bool:
        """Send a command; a device that is not ready says so."""
        devices = self._screen.context.devices
        if not isinstance(devices, StationDevices):
            return False
        try:
            devices.send(name, operation)
        except DeviceProblem as problem:
            self._screen.feedback.error(sentence_for(problem))
            return False
        return True

    def _weigh(self, name: str) -> None:
        manager = self.manager
        if manager is None:
            return

        def failed(failure: Failure) -> None:
            error = failure.error
            if isinstance(error, NoStableWeight):
                self._screen.feedback.warning(no_weight_words(str(error.facts["reason"])))
            else:
                self._screen.feedback.error(failure.sentence)

        def weighed(weight: Event) -> None:
            self._screen.feedback.success(f"{name}: {event_words(weight)[0]}")

        self._screen.work(lambda: await_stable(manager, name, timeout=4.0), weighed, failure=failed)

    def _start_reading(self, name: str) -> None:
        if self._send(name, "inventory_start"):
            self._reading.add(name)
            self._show_chosen()
            self._screen.actions_changed()

    def _stop_reading(self, name: str) -> None:
        self._reading.discard(name)
        self._send(name, "inventory_stop")
        self._show_chosen()
        self._screen.actions_changed()

    # Setting up.

    def add_device(self) -> None:
        """Ask for a new device."""
        self._open(None)

    def _change(self) -> None:
        self._open(self.current())

    def _open(self, setting: DeviceSetting | None) -> None:
        taken = [each.name for each in self._settings if each is not setting]
        sheet = DeviceSheet(self, setting, taken, lambda given: self._save(setting, given))
        sheet.appear()
        self._screen.work(lambda: Ports().available(), sheet.offer_ports)

    def _save(self, before: DeviceSetting | None, given: DeviceSetting) -> None:
        def write(tx: object) -> None:
            if before is not None and before.name != given.name:
                company.remove_device(tx, before.name)  # type: ignore[arg-type]
            company.set_device(tx, given)  # type: ignore[arg-type]

        self._screen.command("set up device", write, lambda _: self._saved(given))

    def _saved(self, given: DeviceSetting) -> None:
        self._screen.feedback.success(self.tr("%1 is set up").replace("%1", given.name))
        self.refresh()

    def _ask_remove(self) -> None:
        setting = self.current()
        if setting is None:
            return
        title = self.tr("Remove %1?").replace("%1", setting.name)
        text = self.tr("The station forgets the device. It can be set up again at any time.")
        ConfirmDialog(
            self, title, text, self.tr("Remove"), lambda: self._remove(setting), danger=True
        ).appear()

    def _remove(self, setting: DeviceSetting) -> None:
        said = self.tr("%1 is removed").replace("%1", setting.name)

        def removed(_nothing: object) -> None:
            self._screen.feedback.success(said)
            self.refresh()

        self._screen.command(
            "remove device", lambda tx: company.remove_device(tx, setting.name), removed
        )

    def _keep_trace(self) -> None:
        """Write the recorded bytes of the chosen device to a file, for support."""
        setting, manager = self.current(), self.manager
        if setting is None or manager is None:
            return
        folder = self._screen.context.replica.folder / "traces"
        stamp = self._screen.context.now().strftime("%Y%m%d-%H%M%S")
        safe = re.sub(r"[^\w-]+", "-", setting.name)
        path = folder / f"{stamp}-{safe}.jsonl"

        def write() -> int:
            folder.mkdir(parents=True, exist_ok=True)
            return manager.export_trace(setting.name, path)

        def written(count: int) -> None:
            text = self.tr("%n line(s) of bytes are in %1", "", count)
            self._screen.feedback.success(text.replace("%1", str(path)))

        self._screen.work(write, written)
