"""Files of our own that must survive a power cut: written beside, synced, renamed into place."""

import os
import time
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable. Windows does that with the file itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace(source: Path, target: Path) -> None:
    """Rename over a file. On Windows a virus scanner may hold it for a moment: try for 5 s."""
    for attempt in range(21):
        try:
            source.replace(target)
            break
        except PermissionError:
            if os.name != "nt" or attempt == 20:
                raise
            time.sleep(0.025 * attempt)
    sync_folder(target.parent)


def durable_write(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a whole file so that a power cut leaves the old or the new one, never half."""
    beside = path.with_name(path.name + ".new")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    replace(beside, path)
