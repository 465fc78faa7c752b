"""Whether a folder is on a disk of this PC: SQLite's log over a network can lose commits.

The write-ahead log is shared memory between processes, which no network file system offers, and
locks over a network are known to lie (SQLite, "Write-Ahead Logging", 3; "How To Corrupt", 2.1).
"""

import os
import sys
from pathlib import Path

from domain.replica.errors import OnNetworkShare

NETWORK_SYSTEMS = frozenset(
    {"afs", "cephfs", "cifs", "davfs", "fuse.sshfs", "nfs", "nfs4", "smb3", "smbfs"}
)
MOUNTS = Path("/proc/self/mounts")
_DRIVE_REMOTE = 4  # GetDriveTypeW


def check_local(folder: Path) -> None:
    """Raise OnNetworkShare where the folder (or where it will be made) is on another computer."""
    remote = _remote_on_windows if sys.platform == "win32" else _remote_by_mounts
    if remote(folder.absolute()):
        raise OnNetworkShare(path=folder)


def is_share(path: str) -> bool:
    r"""Whether a Windows path names another computer: ``\\server\share`` and its long form."""
    plain = path.replace("/", "\\")
    if plain.upper().startswith("\\\\?\\UNC\\"):
        return True
    return plain.startswith("\\\\") and plain[2:4] not in ("?\\", ".\\")


def mounted_from_network(folder: str, mounts: str) -> bool:
    """Whether the mount that holds a folder, by the system's table, is a network's."""
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:
            continue
        # Spaces and the like are written as octal escapes, byte by byte.
        place = fields[1].encode("latin-1", "replace").decode("unicode_escape")
        inside = place == "/" or folder == place or folder.startswith(f"{place}/")
        if inside and len(place) >= len(best):
            best, kind = place, fields[2]
    return kind in NETWORK_SYSTEMS


def _remote_by_mounts(folder: Path) -> bool:
    try:
        table = MOUNTS.read_text("utf-8", "replace")
    except OSError:
        return False  # no such table here (macOS, a jail): nothing is known against the folder
    return mounted_from_network(os.path.realpath(folder), table)


def _remote_on_windows(folder: Path) -> bool:
    import ctypes

    if is_share(str(folder)):
        return True
    kind = ctypes.windll.kernel32.GetDriveTypeW(  # type: ignore[attr-defined, unused-ignore]
        f"{folder.drive}\\"
    )
    return bool(kind == _DRIVE_REMOTE)
