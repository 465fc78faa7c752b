"""One window per data folder: a second start hands its arguments to the first and ends."""

import getpass
import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from domain.replica import NotWritable

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
        self._callers: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def claim(self, arguments: list[str]) -> bool:
        """Become the one instance (True), or hand the arguments to it (False).

        The lock file decides, so that two starts at the same moment cannot both win; it frees
        itself when its process is gone, and so a socket left by a crash is removed safely.
        Raises NotWritable.
        """
        if self._lock.tryLock(0):
            QLocalServer.removeServer(self._name)
            return self._server.listen(self._name)
        if self._lock.error() == QLockFile.LockError.PermissionError:
            raise NotWritable(path=Path(self._lock.fileName()).parent)
        self._call(arguments)
        return False

    def release(self) -> None:
        """Let another process be the one."""
        for socket in list(self._callers):
            self._forget(socket)
        self._server.close()
        self._lock.unlock()

    def _call(self, arguments: list[str]) -> None:
        """Send the arguments to the instance that runs."""
        socket = QLocalSocket(self)
        socket.connectToServer(self._name)
        if socket.waitForConnected(CONNECT_MS):
            socket.write(json.dumps(arguments).encode() + b"\n")
            socket.flush()
            socket.waitForBytesWritten(CONNECT_MS)
        socket.close()
        socket.deleteLater()

    def _answer(self) -> None:
        """Begin to read the arguments of a second start, without waiting for it."""
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._callers.append(socket)
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(self._read)
        self._read()

    @Slot()
    def _read(self) -> None:
        """Take one line of JSON from each caller; anything else is ignored."""
        for socket in list(self._callers):
            if socket.canReadLine():
                self._take(bytes(socket.readLine(LONGEST).data()))
                self._forget(socket)
            elif socket.state() is QLocalSocket.LocalSocketState.UnconnectedState:
                self._forget(socket)

    def _take(self, line: bytes) -> None:
        """Say what a second start was given."""
        try:
            arguments = json.loads(line)
        except ValueError:
            return
        if isinstance(arguments, list):
            self.called.emit([str(argument) for argument in arguments])

    def _forget(self, socket: QLocalSocket) -> None:
        """Be done with a caller."""
        self._callers.remove(socket)
        socket.readyRead.disconnect(self._read)
        socket.disconnected.disconnect(self._read)
        socket.abort()
        socket.deleteLater()
