"""Header, action bar and status strip."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop import figures, icons, theme
from desktop.actions import Action
from desktop.screen import DeviceState
from desktop.tones import Tone
from desktop.widgets import IconButton, Text, row, stacked


class Header(QWidget):
    """Where we are: the screen's name; site and station; who works here; lock."""

    lock_asked = Signal()
    palette_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until the shell fills it."""
        super().__init__(parent)
        self.title = Text("title")
        self._place, self._user = Text("caption"), Text("strong")
        right = Qt.AlignmentFlag.AlignRight
        self._user.setAlignment(right | Qt.AlignmentFlag.AlignBottom)
        self._place.setAlignment(right | Qt.AlignmentFlag.AlignTop)
        self._find, self._lock = IconButton("search"), IconButton("lock")
        self._find.clicked.connect(self.palette_asked)
        self._lock.clicked.connect(self.lock_asked)
        who = stacked(self._user, self._place, gap=2)
        box = row(self, self.title, None, who, 8, self._find, self._lock, gap=4)
        box.setContentsMargins(24, 10, 20, 2)
        self.setFixedHeight(76)

    def set_names(self, find: str, lock: str) -> None:
        """Name the two buttons."""
        self._find.set_name(find)
        self._lock.set_name(lock)

    def set_place(self, site: str, station: str, user: str) -> None:
        """Show site, station and the person."""
        self._place.setText(" \u00b7 ".join(part for part in (site, station) if part))
        self._user.setText(user)
        self._lock.setVisible(bool(user))


class ActionButton(QAbstractButton):
    """An action as a key: its cap, its name. The primary one is loud."""

    def __init__(self, action: Action, parent: QWidget | None = None) -> None:
        """Shows what the action's data say."""
        super().__init__(parent)
        self.action_data = action
        self.setText(action.title)
        self.setAccessibleName(action.title)
        self.setEnabled(action.enabled())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.run)
        self._key = _key_text(action.spec.shortcut)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for cap and name."""
        colours = theme.current()
        words = QFontMetrics(colours.font("strong")).horizontalAdvance(self.text())
        wide = words + self._cap_width() + 44
        return QSize(
            max(wide, 220) if self.action_data.primary else wide, colours.size("touch") + 8
        )

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint field, cap and name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        primary, on = self.action_data.primary, self.isEnabled()
        field = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if primary and on:
            ground = "accent_pressed" if self.isDown() else "accent"
            ink = cap_ink = "on_accent"
        else:
            ground = "pressed" if self.isDown() else "surface"
            ink, cap_ink = ("text", "muted") if on else ("faint", "faint")
        painter.setBrush(colours.colour(ground if on else "sunken"))
        edge = QPen(colours.colour("border"), 1)
        if self.hasFocus():
            edge = QPen(colours.colour("text" if primary else "accent"), 2.5)
        painter.setPen(edge)
        painter.drawRoundedRect(field, 12, 12)
        left = field.left() + 14
        cap = QRectF(left, field.center().y() - 13, self._cap_width(), 26)
        if self._key:
            font = colours.font("caption")
            font.setBold(True)
            painter.setFont(font)
            pen = QPen(colours.colour(cap_ink), 1)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setOpacity(0.55)
            painter.drawRoundedRect(cap, 6, 6)
            painter.setOpacity(1)
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        elif self.action_data.spec.icon:
            name = self.action_data.spec.icon
            mark = QRectF(left, cap.center().y() - 11, 22, 22)
            icons.paint(painter, name, mark, colours.colour(cap_ink))
        painter.setFont(colours.font("strong"))
        painter.setPen(colours.colour(ink))
        words = QRectF(
            cap.right() + 10, field.top(), field.right() - cap.right() - 22, field.height()
        )
        middle = Qt.AlignmentFlag.AlignCenter if primary else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, middle, self.text())
        painter.end()

    def _cap_width(self) -> int:
        """The width of the key's cap, or of the icon."""
        if not self._key:
            return 22
        return QFontMetrics(theme.current().font("label")).horizontalAdvance(self._key) + 16


class ActionBar(QWidget):
    """The acts of the screen at the foot of the window, the primary one at the right.

    Where the window is too narrow for all, the last ordinary ones stay away: their keys work, and
    palette and help show them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it gets actions."""
        super().__init__(parent)
        self._buttons: list[ActionButton] = []
        self._box: QHBoxLayout = row(self, None, gap=10)
        self._box.setContentsMargins(24, 4, 24, 14)

    def set_actions(self, actions: Sequence[Action]) -> None:
        """Show these actions."""
        for button in self._buttons:
            self._box.removeWidget(button)
            button.hide()
            button.deleteLater()
        shown = [action for action in actions if action.on_bar]
        ordinary = [action for action in shown if not action.primary]
        self._buttons = [ActionButton(action) for action in ordinary]
        for at, button in enumerate(self._buttons):
            self._box.insertWidget(at, button)
        for action in shown:
            if action.primary:
                button = ActionButton(action)
                self._buttons.append(button)
                self._box.addWidget(button)
        self.setVisible(bool(self._buttons))
        self._fit()

    def buttons(self) -> Sequence[ActionButton]:
        """Give the buttons shown, for tests of geometry."""
        return tuple(button for button in self._buttons if not button.isHidden())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Many actions do not make the window wider."""
        return QSize(240, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Hide the ordinary buttons that have no room, from the last one on."""
        margins, gap = self._box.contentsMargins(), self._box.spacing()
        room = self.width() - margins.left() - margins.right()
        for button in sorted(self._buttons, key=lambda b: not b.action_data.primary):
            room -= button.sizeHint().width() + gap
            button.setVisible(button.action_data.primary or room >= 0)


@dataclass(frozen=True, slots=True)
class StationStatus:
    """What the strip tells: nothing of it ever blocks anybody.

    ``offline_since`` and ``last_backup`` are moments with a zone, or None.
    """

    unsent: int = 0
    offline_since: datetime | None = None
    conflicts: int = 0
    last_backup: datetime | None = None
    devices: tuple[DeviceState, ...] = ()


class _Chip(QAbstractButton):
    """A word or two with an icon, in the strip."""

    def __init__(self, icon: str, text: str, tone: Tone, parent: QWidget | None = None) -> None:
        """Neutral chips are quiet, others have their tone's field."""
        super().__init__(parent)
        self._icon, self._tone = icon, tone
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for icon and words."""
        metrics = QFontMetrics(theme.current().font("caption"))
        return QSize(metrics.horizontalAdvance(self.text()) + 50, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint field, icon and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        tone = colours.tone(self._tone)
        quiet = self._tone in {Tone.NEUTRAL, Tone.SUCCESS}
        if not quiet:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tone.soft)
            painter.drawRoundedRect(QRectF(self.rect()), 15, 15)
        ink = colours.colour("muted") if self._tone is Tone.NEUTRAL else tone.on_soft
        icons.paint(painter, self._icon, QRectF(10, 5, 20, 20), ink)
        painter.setFont(colours.font("caption"))
        painter.setPen(colours.colour("muted") if quiet else ink)
        words = QRectF(36, 0, self.width() - 40, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class StatusStrip(QWidget):
    """The calm line at the foot: what is unsent, since when offline, the devices, the time."""

    asked = Signal(str)
    """The id of the screen that tells more (``sync`` or ``conflicts``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is told something."""
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.current().size("strip"))
        self._clock = Text("caption")
        self._chips: list[_Chip] = []
        self._box: QHBoxLayout = row(self, None, self._clock, gap=6)
        self._box.setContentsMargins(16, 0, 20, 0)

    def show_status(self, status: StationStatus, now: datetime) -> None:
        """Show a status as it is at this moment."""
        for chip in self._chips:
            self._box.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._exchange(status, now)]
        if status.conflicts:
            text = self.tr("%n to decide", "conflicts", status.conflicts)
            self._chips.append(_Chip("conflict", text, Tone.WARNING))
            self._chips[-1].clicked.connect(lambda: self.asked.emit("conflicts"))
        if status.last_backup is not None:
            ago = figures.span(int((now - status.last_backup).total_seconds()))
            text = self.tr("Backup %1 ago").replace("%1", ago)
            self._chips.append(_Chip("history", text, Tone.NEUTRAL))
        for at, chip in enumerate(self._chips):
            self._box.insertWidget(at, chip)
        for device in status.devices:
            chip = _Chip(device.icon, self._device_words(device), device.tone)
            chip.clicked.connect(lambda: self.asked.emit("sync"))
            self._chips.append(chip)
            self._box.insertWidget(self._box.count() - 1, chip)
        moment = QDateTime.fromSecsSinceEpoch(int(now.timestamp()))
        self._clock.setText(QLocale().toString(moment, self.tr("ddd d MMM  HH:mm", "date format")))

    def texts(self) -> Sequence[str]:
        """Give the words shown, for tests."""
        return [chip.text() for chip in self._chips]

    def _device_words(self, device: DeviceState) -> str:
        """Name a device; only one that is not ready has more to say."""
        if not device.words or device.tone is Tone.SUCCESS:
            return device.name
        return (
            self.tr("%1: %2", "device: state")
            .replace("%1", device.name)
            .replace("%2", device.words)
        )

    def _exchange(self, status: StationStatus, now: datetime) -> _Chip:
        """Say how it stands with the hub."""
        unsent = self.tr("%n change(s) safe here, not sent", "", status.unsent)
        if status.offline_since is not None:
            span = figures.span(int((now - status.offline_since).total_seconds()))
            text = self.tr("Offline %1").replace("%1", span)
            words = f"{text} \u00b7 {unsent}" if status.unsent else text
            chip = _Chip("cloud-off", words, Tone.WARNING)
        elif status.unsent:
            chip = _Chip("sync", unsent, Tone.INFO)
        else:
            chip = _Chip("cloud", self.tr("Everything is sent"), Tone.SUCCESS)
        chip.clicked.connect(lambda: self.asked.emit("sync"))
        return chip


def _key_text(shortcut: str) -> str:
    """Give a shortcut as it stands on the keys."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
