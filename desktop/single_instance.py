"""One window per data folder: a second start hands its arguments to the first and ends."""

import getpass
import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

CONNECT_MS = 500
LONGEST = 65_536
"""Bytes of arguments that are read; more is nobody's command line."""


def server_name(data_folder: Path) -> str:
    """Give the name of the server: one for each person and data folder."""
    owner = f"{getpass.getuser()}:{data_folder.resolve()}"
    return "counterfoil-" + hashlib.sha256(owner.encode()).hexdigest()[:24]


class SingleInstance(QObject):
    """Claims the data folder for this process, or wakes the one that has it."""

    called = Signal(list)
    """The arguments of a second start."""

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        """Nothing is claimed before ``claim``."""
        super().__init__(parent)
        self._name = server_name(data_folder)
        self._lock = QLockFile(str(data_folder / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def claim(self, arguments: list[str]) -> bool:
        """Become the one instance (True), or hand the arguments to it (False).

        The lock file decides, so that two starts at the same moment cannot both win; it frees
        itself when its process is gone, and so a socket left by a crash is removed safely.
        """
        if self._lock.tryLock(0):
            QLocalServer.removeServer(self._name)
            return self._server.listen(self._name)
        self._call(arguments)
        return False

    def release(self) -> None:
        """Let another process be the one."""
        self._server.close()
        self._lock.unlock()

    def _call(self, arguments: list[str]) -> None:
        """Send the arguments to the instance that runs."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(CONNECT_MS):
            socket.write(json.dumps(arguments).encode() + b"\n")
            socket.waitForBytesWritten(CONNECT_MS)
            socket.disconnectFromServer()

    def _answer(self) -> None:
        """Read the arguments of a second start, without waiting for it."""
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)
        self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        """Take one line of JSON; anything else is ignored."""
        if not socket.canReadLine():
            return
        line = bytes(socket.readLine(LONGEST).data())
        try:
            arguments = json.loads(line)
        except ValueError:
            return
        if isinstance(arguments, list):
            self.called.emit([str(argument) for argument in arguments])
