"""What the devices send, as it comes: a line an event, a line a tag however often it is read."""

from collections import deque
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.screens.sync_tags import Words
from desktop.screens.sync_words import event_words
from desktop.tones import Tone
from desktop.widgets import Line, LineList
from devices.events import Event, TagRead
from devices.manager import DeviceManager

KEPT = 200
"""So many events of all devices are kept."""
ANY = ""
"""The device of a keyboard scanner, which nobody sets up: shown with every device."""


class Ear(QObject):
    """Brings the manager's events from its thread to the GUI's."""

    heard = Signal(object)
    """An event of any device."""
    _arrived = Signal(object)

    def __init__(self, parent: QObject) -> None:
        """Deaf until it is told to listen."""
        super().__init__(parent)
        self._stop: Callable[[], None] | None = None
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def listen(self, manager: DeviceManager) -> None:
        """Hear everything from now on."""
        self.stop()
        self._stop = manager.subscribe(self._arrived.emit)

    def stop(self) -> None:
        """Hear nothing more."""
        if self._stop is not None:
            self._stop()
            self._stop = None

    @Slot(object)
    def _deliver(self, event: Event) -> None:
        self.heard.emit(event)


class LiveList(LineList):
    """The newest events, the newest first. Events are kept as they come and shown on demand."""

    def __init__(self, tag_words: Callable[[TagRead], Words]) -> None:
        """Start without events; ``tag_words`` says what a tag is."""
        super().__init__(dense=True)
        self._tag_words = tag_words
        self._kept: deque[tuple[str, Line]] = deque(maxlen=KEPT)
        self._tags: dict[tuple[str, bytes], tuple[int, TagRead]] = {}
        self._number = 0
        self.changed = False
        """Whether something came since the last time it was shown."""

    @property
    def silent(self) -> bool:
        """Whether nothing has come yet."""
        return not self._kept

    def take(self, event: Event, now: datetime) -> None:
        """Keep an event."""
        if isinstance(event, TagRead):
            self._count(event)
        else:
            self.note(event.device_id, *event_words(event), now)

    def note(self, device: str, title: str, detail: str, tone: Tone, now: datetime) -> None:
        """Keep a line of a device."""
        self._number += 1
        line = Line(self._number, title, detail, "", now.strftime("%H:%M:%S"), tone)
        self._kept.append((device, line))
        self.changed = True

    def show_of(self, device: str | None) -> None:
        """Show what a device sent; of none, everything."""
        self.changed = False
        self.set_lines(
            [line for name, line in reversed(self._kept) if device is None or name in (device, ANY)]
        )

    def name_tags(self) -> None:
        """Say again what each tag is: more is known now, or the language is another."""
        for at, (device, line) in enumerate(self._kept):
            if isinstance(line.key, tuple):
                self._kept[at] = (device, self._tag_line(*self._tags[device, line.key[1]]))
        self.changed = True

    def _count(self, event: TagRead) -> None:
        """Count a tag in its line."""
        count, _ = self._tags.get((event.device_id, event.epc), (0, event))
        self._tags[event.device_id, event.epc] = (count + 1, event)
        line = self._tag_line(count + 1, event)
        self.changed = True
        for at, (name, shown) in enumerate(self._kept):
            if name == event.device_id and shown.key == line.key:
                self._kept[at] = (name, line)
                return
        self._kept.append((event.device_id, line))

    def _tag_line(self, count: int, event: TagRead) -> Line:
        title, detail, tone = self._tag_words(event)
        return Line(("tag", event.epc), title, detail, f"\u00d7 {count}", "", tone)
