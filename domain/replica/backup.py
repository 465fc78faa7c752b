"""Backups: ``VACUUM INTO``, checked by opening, then renamed into place. Never a copied file."""

import shutil
from collections.abc import Callable
from pathlib import Path

from sqlalchemy.engine import Connection

from domain.errors import EnvironmentProblem
from domain.replica import storage, versions
from domain.replica.durable import replace
from domain.replica.engine import problems_in_words, throwaway_engine
from domain.replica.errors import ReplicaDamaged, ReplicaExists
from domain.replica.keys import new_secret, open_key_store
from domain.values import from_moment, now_ms

KEEP = 8
"""How many ordinary backups are kept."""


class NotABackup(EnvironmentProblem):
    """A file that cannot be restored: foreign, damaged or not ours."""

    code = "backup.not_usable"
    sentence = "{path} cannot be restored: {reason} Nothing was changed."


def verified_copy(path: Path, key: str, folder: Path, label: str = "backup") -> Path:
    """Copy a database while it is in use, check the copy, and only then give it its name.

    Raises DiskFull, NotWritable, ReplicaDamaged; earlier backups stay as they are.
    """
    with storage.folder_problems(folder):
        folder.mkdir(parents=True, exist_ok=True)
    stamp = from_moment(now_ms()).strftime("%Y%m%d-%H%M%S-%f")
    target = folder / f"{stamp}-{label}.db"
    beside = target.with_suffix(".part")
    engine = throwaway_engine(path, key)
    try:
        with problems_in_words(folder):
            raw = engine.raw_connection()
            try:
                raw.cursor().execute("VACUUM INTO ?", (str(beside),))
            finally:
                raw.close()
            verify(beside, key)
        replace(beside, target)
    finally:
        beside.unlink(missing_ok=True)
        for rest in ("-wal", "-shm"):
            beside.with_name(beside.name + rest).unlink(missing_ok=True)
        engine.dispose()
    return target


def verify(path: Path, key: str) -> None:
    """Open a database and run the cipher's and SQLite's checks. Raises ReplicaDamaged, KeyWrong."""
    engine = throwaway_engine(path, key)
    with problems_in_words(path), engine.connect() as connection:
        check_pages(connection)


def check_pages(connection: Connection) -> None:
    """Check every page's seal and SQLite's own structure. Raises ReplicaDamaged."""
    sealed = connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()
    if sealed:
        raise ReplicaDamaged(detail=str(sealed[0][0]))
    found = connection.exec_driver_sql("PRAGMA quick_check").scalar()
    if found != "ok":
        raise ReplicaDamaged(detail=str(found))


def backup(folder: Path, key: str, target: Path | None = None) -> Path:
    """Back a replica's folder up; keep the newest ones. Gives the new file."""
    place = target or folder / "backups"
    made = verified_copy(folder / storage.DATABASE, key, place)
    for old in sorted(place.glob("*-backup.db"))[:-KEEP]:
        old.unlink(missing_ok=True)
    return made


def restore(
    source: Path,
    folder: Path,
    key: str | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> Path | None:
    """Put a backup in the place of a replica's database; the till roll brings what came after.

    The database that was there is moved aside with its companions, never deleted. The backup is
    checked before anything is touched. ``key`` is only needed where the key store of the folder
    has none. Raises NotABackup, NotWritable, DiskFull.
    """
    if not source.is_file():
        raise NotABackup(path=source, reason="there is no such file.")
    keys = open_key_store(folder)
    known = key or keys.get("database_key")
    if known is None:
        raise NotABackup(path=source, reason="the key of this PC is not in its key store.")
    progress("check")
    try:
        verify(source, known)
        _looks_like_ours(source, known)
    except EnvironmentProblem as problem:
        raise NotABackup(path=source, reason=str(problem)) from problem
    progress("copy")
    path = folder / storage.DATABASE
    with storage.folder_problems(folder):
        folder.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".restored")
        shutil.copyfile(source, beside)
        aside = _move_aside(path)
        replace(beside, path)
    if keys.get("database_key") is None:
        keys.put("database_key", known)
    # Without the till roll the restored database may lack numbers that are on paper already: a
    # new boot token makes it begin a new life, whose numbers nobody has.
    if not any((folder / "tillroll").glob("*.roll")):
        keys.put("boot_token", new_secret(16))
    progress("done")
    return aside


def _looks_like_ours(path: Path, key: str) -> None:
    engine = throwaway_engine(path, key)
    with problems_in_words(path), engine.connect() as connection:
        versions.check(connection)
        if storage.get_state(connection, "station") is None:
            raise ReplicaExists(path=path)


def _move_aside(path: Path) -> Path | None:
    if not path.exists():
        return None
    stamp = from_moment(now_ms()).strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.stem}-aside-{stamp}{path.suffix}")
    for end in ("", "-wal", "-shm"):
        part = path.with_name(path.name + end)
        if part.exists():
            replace(part, aside.with_name(aside.name + end))
    return aside
