"""Backups: when the last one was made, where they are, and making one now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop import figures
from desktop.actions import Action, act
from desktop.offload import Failure
from desktop.screen import Screen
from desktop.screens.sync_words import ago
from desktop.tones import Tone
from desktop.widgets import Card, Line, LineList, StatusPill, Text, beside, column
from domain.replica import Replica

RIGHT = "backup.run"
STALE_MS = 26 * 3600 * 1000
"""A backup older than a day and a bit deserves a look."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup file: ``at`` ms UTC, ``size`` in bytes."""

    path: Path
    at: int
    size: int


def list_backups(folder: Path) -> list[Made]:
    """Give the verified backups of a replica's folder, the newest first."""
    found = []
    for path in (folder / "backups").glob("*.db"):
        facts = path.stat()
        found.append(Made(path, int(facts.st_mtime * 1000), facts.st_size))
    return sorted(found, key=lambda made: made.at, reverse=True)


def back_up(replica: Replica) -> Path:
    """Make a backup while the replica is in use, open it, check it, and give it its name."""
    from domain.replica.backup import backup
    from domain.replica.keys import require

    return backup(replica.folder, require(replica.keys, "database_key"))


class BackupsPage(QWidget):
    """The newest backup in large type, the others below."""

    def __init__(self, screen: Screen) -> None:
        """``screen`` is the way off the GUI thread."""
        super().__init__()
        self._screen = screen
        self._made: list[Made] | None = None
        self.busy = False
        card = Card()
        self.headline, self.pill = Text("title", wrap=True), StatusPill()
        self.text = Text("muted", wrap=True)
        head = beside(self.headline, self.pill)
        head.setStretch(0, 1)
        column(card, head, self.text, gap=8, margin=18)
        keys = Card()
        self.keys_pill, self.keys_text = StatusPill(), Text("muted", wrap=True)
        beside_keys = beside(self.keys_text, self.keys_pill)
        beside_keys.setStretch(0, 1)
        column(keys, beside_keys, gap=8, margin=18)
        self.list = LineList(dense=True)
        box = column(self, card, keys, self.list, gap=12, margin=0)
        box.setStretch(2, 1)

    def retranslate(self) -> None:
        """Set the texts."""
        self.list.set_name(self.tr("Backups"))
        store = self._screen.context.replica.keys
        if store.weaker:
            words = self.tr(
                "The keys of this PC's books are in the file %1, because the system has no key"
                " store here: weaker, as whoever copies the folder has the keys as well"
            )
            self.keys_pill.set_state(self.tr("Weaker"), Tone.WARNING)
        else:
            words = self.tr("The keys of this PC's books are in the system's key store (%1)")
            self.keys_pill.set_state(self.tr("Safe"), Tone.SUCCESS)
        self.keys_text.setText(words.replace("%1", store.place))
        self.show_backups()

    def refresh(self) -> None:
        """Look again what there is."""
        folder = self._screen.context.replica.folder
        self._screen.work(lambda: list_backups(folder), self._take)

    def acts(self) -> Sequence[Action]:
        """Back up now."""
        may = self._screen.context.session.may(RIGHT)
        return (
            act(
                "confirm",
                self.back_up_now,
                enabled=lambda: may and not self.busy,
                label=self.tr("Back up now"),
                primary=True,
            ),
        )

    def _take(self, made: list[Made]) -> None:
        self._made = made
        self.show_backups()

    def show_backups(self) -> None:
        """Show what was found, at the time of now."""
        made, now = self._made, self._screen.context.now()
        if made is None:
            return
        if made:
            text = self.tr("Last backup: %1").replace("%1", ago(made[0].at, now))
            fresh = now.timestamp() * 1000 - made[0].at < STALE_MS
            words = self.tr("Checked") if fresh else self.tr("Old")
            self.pill.set_state(words, Tone.SUCCESS if fresh else Tone.WARNING)
        else:
            text = self.tr("There is no backup yet")
            self.pill.set_state(self.tr("None"), Tone.WARNING)
        self.headline.setText(text)
        folder = str(self._screen.context.replica.folder / "backups")
        words = self.tr(
            "Backups are encrypted copies in %1; each is opened and checked before it counts. Copy"
            " them to another disk as well. To go back to one: counterfoil restore FILE"
        )
        self.text.setText(words.replace("%1", folder))
        self.list.set_lines([_line(each, now) for each in made])
        self.list.setVisible(bool(made))

    def back_up_now(self) -> None:
        """Make a backup."""
        replica = self._screen.context.replica
        self.busy = True
        self._screen.actions_changed()
        self.headline.setText(self.tr("Backing up\u2026"))
        self._screen.work(lambda: back_up(replica), self._backed_up, failure=self._not_backed_up)

    def _backed_up(self, path: Path) -> None:
        self._end()
        text = self.tr("Backed up and checked: %1").replace("%1", path.name)
        self._screen.feedback.success(text)

    def _not_backed_up(self, failure: Failure) -> None:
        self._end()
        self._screen.feedback.error(failure.sentence)

    def _end(self) -> None:
        self.busy = False
        self._screen.actions_changed()
        self.refresh()


def _line(made: Made, now: datetime) -> Line:
    size = f"{figures.figure(max(1, round(made.size / 100_000)), 1)} MB"
    return Line(made.path.name, figures.moment(made.at), made.path.name, size, ago(made.at, now))
