"""One application per replica: an operating system's lock that dies with its process.

Processes that the application starts itself (sync, import, forecast) join it: they hold the
token that the owner put into their environment, and SQLite's own lock orders their writes.
"""

import contextlib
import os
import secrets
import sys
from pathlib import Path
from typing import IO

from domain.replica.errors import NotWritable, ReplicaInUse

OWNER_VARIABLE = "COUNTERFOIL_OWNER"


class InstanceLock:
    """Holds ``replica.lock`` in a replica's folder for as long as the process lives."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "replica.lock"
        self._file: IO[bytes] | None = None
        self.token = secrets.token_hex(8)

    def acquire(self, *, beside: bool = False) -> None:
        """Take the lock, or join an owner who started us. Raises ReplicaInUse.

        ``beside`` joins any owner: for an administrator's short step while the hub runs.
        """
        try:
            self._path.touch(exist_ok=True)
            file = self._path.open("r+b", buffering=0)
        except OSError as problem:
            raise NotWritable(path=self._path.parent) from problem
        if not _try_lock(file):
            holder = file.read(200).decode("ascii", "replace").split()
            file.close()
            pid, token = (*holder, "?", "?")[:2]
            if beside or os.environ.get(OWNER_VARIABLE) == token:
                self.token = token
                return
            raise ReplicaInUse(pid=pid)
        file.truncate(0)
        file.write(f"{os.getpid()} {self.token}\n".encode("ascii"))
        self._file = file

    def release(self) -> None:
        """Give the lock back. Safe to call twice."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                _unlock(self._file)
            self._file.close()
            self._file = None

    def child_environment(self) -> dict[str, str]:
        """Give the environment for a process that may join this owner."""
        return {**os.environ, OWNER_VARIABLE: self.token}


if sys.platform == "win32":
    import msvcrt

    # The lock stands far behind the text, so that another process can still read who holds it.
    _PLACE = 1 << 20

    def _try_lock(file: IO[bytes]) -> bool:
        file.seek(_PLACE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(0)
        return True

    def _unlock(file: IO[bytes]) -> None:
        file.seek(_PLACE)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
