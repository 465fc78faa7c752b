"""Where a replica's secrets live: the operating system's key store, or a guarded file.

Four secrets, none of them in the database: the database key (with its salt), the station's
Ed25519 signing key, the pepper of the PINs, and the boot token that tells a restored or cloned
database from the life that wrote it.
"""

import json
import os
import secrets
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from domain.replica.durable import durable_write
from domain.replica.errors import KeyMissing

SERVICE = "counterfoil"


class KeyStore(Protocol):
    """Named secrets of one replica, as hex texts."""

    weaker: bool
    """True where the secrets are only as safe as the user's files."""
    place: str
    """Where they are, in words for a person."""

    def get(self, name: str) -> str | None:
        """Read a secret, or None."""

    def put(self, name: str, value: str) -> None:
        """Store a secret."""


class SystemKeyStore:
    """The operating system's key store, through ``keyring``."""

    weaker = False

    def __init__(self, replica: str) -> None:
        import keyring

        self._keyring = keyring
        self._replica = replica
        self.place = f"{type(keyring.get_keyring()).__module__.split('.')[-1]} key store"

    def get(self, name: str) -> str | None:
        """Read a secret, or None."""
        return self._keyring.get_password(SERVICE, f"{self._replica}/{name}")

    def put(self, name: str, value: str) -> None:
        """Store a secret."""
        self._keyring.set_password(SERVICE, f"{self._replica}/{name}", value)


class FileKeyStore:
    """A file beside the database that only its user may read: weaker, and shown as such."""

    weaker = True

    def __init__(self, path: Path) -> None:
        self._path = path
        self.place = str(path)

    def _read(self) -> dict[str, str]:
        try:
            values: dict[str, str] = json.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except ValueError as problem:  # damaged: writing over it would lose what can be mended
            raise KeyMissing(store=self.place) from problem
        return values

    def get(self, name: str) -> str | None:
        """Read a secret, or None."""
        return self._read().get(name)

    def put(self, name: str, value: str) -> None:
        """Store a secret."""
        values = self._read() | {name: value}
        durable_write(self._path, json.dumps(values).encode(), mode=stat.S_IRUSR | stat.S_IWUSR)


def open_key_store(folder: Path) -> KeyStore:
    """Find the store for the replica in a folder: the system's, or else the guarded file.

    ``COUNTERFOIL_KEYS=file`` forces the file (tests, kiosks without a log-in session). A file
    that is there already is used, so that a replica does not lose its keys when a desktop
    session with a key ring appears later.
    """
    path = folder / "keys.json"
    if os.environ.get("COUNTERFOIL_KEYS") == "file" or path.exists():
        return FileKeyStore(path)
    try:
        import keyring
        from keyring.errors import KeyringError

        if keyring.get_keyring().priority < 1:  # type: ignore[operator, unused-ignore]
            return FileKeyStore(path)
        store = SystemKeyStore(str(folder.absolute()))
        store.get("probe")
    except (ImportError, KeyringError, RuntimeError):
        return FileKeyStore(path)
    return store


def new_secret(size: int) -> str:
    """Make a random secret of ``size`` bytes, as hex."""
    return secrets.token_hex(size)


def require(store: KeyStore, name: str) -> str:
    """Read a secret that must be there. Raises KeyMissing."""
    value = store.get(name)
    if value is None:
        raise KeyMissing(store=store.place)
    return value


def machine_id() -> str:
    """Name this machine: a text that does not travel with a copied disk folder."""
    readers: dict[str, Callable[[], str]] = {"win32": _windows_id, "darwin": _mac_id}
    return readers.get(sys.platform, _linux_id)()


def _linux_id() -> str:
    for place in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        path = Path(place)
        if path.exists():
            return path.read_text("ascii").strip()
    return _network_id()


def _windows_id() -> str:
    import winreg

    key = winreg.OpenKey(  # type: ignore[attr-defined, unused-ignore]
        winreg.HKEY_LOCAL_MACHINE,  # type: ignore[attr-defined, unused-ignore]
        r"SOFTWARE\Microsoft\Cryptography",
    )
    value, _ = winreg.QueryValueEx(key, "MachineGuid")  # type: ignore[attr-defined, unused-ignore]
    return str(value)


def _mac_id() -> str:
    import subprocess

    answer = subprocess.run(
        ["/usr/sbin/ioreg", "-rd1", "-c", "IOPlatformExpertDevice"],
        capture_output=True,
        text=True,
        check=False,
    )
    for line in answer.stdout.splitlines():
        if "IOPlatformUUID" in line:
            return line.split('"')[3]
    return _network_id()


def _network_id() -> str:
    import uuid

    return f"{uuid.getnode():012x}"
