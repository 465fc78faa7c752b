"""Keeps the status strip true, and tells the screens what other processes wrote."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from desktop.chrome.bars import StationStatus
from desktop.context import Context
from desktop.offload import Connection, Query
from desktop.shell import Shell
from domain.replica import Kind, run
from domain.replica.schema import specs
from edge_sync.status import sync_status

EVERY_MS = 1500


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look at the replica found."""

    unsent: int
    offline_since: datetime | None
    conflicts: int
    enrolled: bool
    marks: tuple[tuple[int, int], ...]
    """The newest changeset key of each site: others wrote if it moved."""


class StationWatch(QObject):
    """Looks every second and a half, off the GUI thread."""

    def __init__(self, context: Context, shell: Shell, parent: QObject | None = None) -> None:
        """Nothing is looked at before ``start``."""
        super().__init__(parent)
        self._context, self._shell = context, shell
        self.enrolled = False
        self.last: Seen | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now, and again and again."""
        self._timer.start(EVERY_MS)
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Ask the replica how it stands."""
        station = self._context.replica.station
        query = Query(self, lambda connection: look_at(connection, station))
        query.newest("status").success(self._show).run(self._context.offload)

    def _show(self, seen: Seen) -> None:
        before, self.last = self.last, seen
        self.enrolled = seen.enrolled
        self._shell.show_status(
            StationStatus(
                unsent=seen.unsent,
                offline_since=seen.offline_since,
                conflicts=seen.conflicts,
                last_backup=_last_backup(self._context.replica.folder),
                devices=tuple(self._context.devices.states()),
            )
        )
        if before is not None and before.marks != seen.marks:
            # Another process may have written: whoever shows something reads it again.
            self._context.offload.refresh.announce(_everything())


def look_at(connection: Connection, station: bytes) -> Seen:
    """Read how the station stands."""
    state = sync_status(connection, station)
    since = state.offline_since
    return Seen(
        unsent=state.unsent,
        offline_since=None if since is None else datetime.fromtimestamp(since / 1000, UTC),
        conflicts=int(run(connection, "SELECT count(*) FROM conflict WHERE decided = 0").scalar()),
        enrolled=state.enrolled,
        marks=tuple(
            (row[0], row[1]) for row in run(connection, "SELECT site, next_key FROM site_counter")
        ),
    )


def _last_backup(folder: Path) -> datetime | None:
    newest = max((folder / "backups").glob("*.db"), key=_modified, default=None)
    return None if newest is None else datetime.fromtimestamp(_modified(newest), UTC)


def _modified(path: Path) -> float:
    return path.stat().st_mtime


def _everything() -> set[str]:
    return {
        name
        for name, spec in specs.items()
        if spec.kind in (Kind.FACT, Kind.RECORD, Kind.PROJECTION)
    } | {"quarantine", "log"}
