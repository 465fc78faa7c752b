"""Where a simulated device is plugged in: a pseudo-terminal, or TCP where there is none (Windows).

An endpoint belongs to one thread; only :meth:`Endpoint.wake` may be called from others.
"""

from __future__ import annotations

import contextlib
import errno
import os
import select
import shutil
import socket
import sys
import tempfile
from pathlib import Path
from typing import Protocol

from devices.errors import BadSettings, EndpointUnsupported

_READ_SIZE = 4096


class Endpoint(Protocol):
    """The device's end of the line. ``url`` is what the application opens; it survives a replug."""

    url: str

    def read(self, timeout: float | None) -> bytes:
        """What the application sent; ``b""`` after ``timeout`` seconds or when woken."""

    def write(self, data: bytes) -> None:
        """Send; lost if nobody listens or the buffers are full, as on a real line."""

    def wake(self) -> None:
        """Make a waiting :meth:`read` return."""

    def unplug(self) -> None:
        """Take the port away."""

    def plug(self) -> None:
        """Bring the port back under the same address."""

    def close(self) -> None:
        """Unplug for good."""


class _Waker:
    """A pair of sockets, because select takes nothing else on Windows."""

    def __init__(self) -> None:
        self.read_end, self._write_end = socket.socketpair()
        self.read_end.settimeout(0.0)
        self._write_end.settimeout(0.0)

    def wake(self) -> None:
        with contextlib.suppress(BlockingIOError):  # full means that it will wake anyway
            self._write_end.send(b"\0")

    def drain(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self.read_end.recv(_READ_SIZE)

    def close(self) -> None:
        self.read_end.close()
        self._write_end.close()


class TcpEndpoint:
    """A TCP listener with one client at a time, opened as ``socket://HOST:PORT``."""

    def __init__(self, host: str = "127.0.0.1", port: int = 0) -> None:
        self._address = (host, port)
        self._listener: socket.socket | None = None
        self._client: socket.socket | None = None
        self.plug()
        self._waker = _Waker()
        self.url = f"socket://{self._address[0]}:{self._address[1]}"

    def read(self, timeout: float | None) -> bytes:
        """What the client sent; accepts a client where there is none."""
        sources = [one for one in (self._waker.read_end, self._listener, self._client) if one]
        ready, _, _ = select.select(sources, [], [], timeout)
        if self._waker.read_end in ready:
            self._waker.drain()
        if self._listener in ready:
            self._accept()
        if self._client is None or self._client not in ready:
            return b""
        try:
            data = self._client.recv(_READ_SIZE)
        except OSError:
            data = b""
        if not data:
            self._hang_up()
        return data

    def write(self, data: bytes) -> None:
        """Send to the client, if there is one."""
        if self._client is None:
            return
        try:
            self._client.sendall(data)
        except OSError:
            self._hang_up()

    def wake(self) -> None:
        """Make a waiting read return."""
        self._waker.wake()

    def unplug(self) -> None:
        """Hang up and refuse new connections."""
        self._hang_up()
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def plug(self) -> None:
        """Listen again on the same port."""
        if self._listener is None:
            self._listener = socket.create_server(
                self._address, reuse_port=False, family=socket.AF_INET
            )
            self._listener.settimeout(0.0)
            self._address = self._listener.getsockname()[:2]

    def close(self) -> None:
        """Unplug for good."""
        self.unplug()
        self._waker.close()

    def _accept(self) -> None:
        if self._listener is None:
            return
        client, _ = self._listener.accept()
        if self._client is not None:
            client.close()
            return
        client.settimeout(1.0)
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._client = client

    def _hang_up(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None


class PtyEndpoint:
    """A pseudo-terminal (Linux, macOS) behind a stable link that stands for the port's name."""

    def __init__(self, link: Path | None = None) -> None:
        if sys.platform == "win32":
            raise EndpointUnsupported(endpoint="pty", detail="use tcp:HOST:PORT on Windows")
        self._folder = None if link else Path(tempfile.mkdtemp(prefix="counterfoil-device-"))
        self._link = link or Path(self._folder or "", "port")
        self._master = self._slave = -1
        self.url = str(self._link)
        self.plug()
        self._waker = _Waker()

    def read(self, timeout: float | None) -> bytes:
        """What the application wrote."""
        sources = [self._waker.read_end.fileno()]
        if self._master >= 0:
            sources.append(self._master)
        ready, _, _ = select.select(sources, [], [], timeout)
        if sources[0] in ready:
            self._waker.drain()
        if self._master < 0 or self._master not in ready:
            return b""
        return os.read(self._master, _READ_SIZE)

    def write(self, data: bytes) -> None:
        """Send to whoever has the port open."""
        if self._master < 0:
            return
        try:
            os.write(self._master, data)
        except OSError as error:
            if error.errno not in (errno.EAGAIN, errno.EIO):
                raise

    def wake(self) -> None:
        """Make a waiting read return."""
        self._waker.wake()

    def unplug(self) -> None:
        """Hang up: the application's end reports an error, the name is gone."""
        if self._master < 0:
            return
        os.close(self._slave)
        os.close(self._master)
        self._master = self._slave = -1
        if self._link.is_symlink():
            self._link.unlink()

    def plug(self) -> None:
        """A new pseudo-terminal under the old name, without echo or line editing."""
        if sys.platform == "win32" or self._master >= 0:
            return
        import pty
        import tty

        self._master, self._slave = pty.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        try:
            if self._link.is_symlink():
                self._link.unlink()
            self._link.symlink_to(os.ttyname(self._slave))
        except OSError:
            self.unplug()
            raise

    def close(self) -> None:
        """Unplug for good."""
        self.unplug()
        self._waker.close()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


def open_endpoint(text: str) -> Endpoint:
    """``pty``, ``pty:LINK`` or ``tcp:HOST:PORT`` (port 0: any free one).

    Raises :class:`EndpointUnsupported` or :class:`BadSettings`.
    """
    kind, _, rest = text.partition(":")
    host, _, port = rest.rpartition(":")
    try:
        if kind == "pty":
            return PtyEndpoint(Path(rest) if rest else None)
        if kind != "tcp" or not port.isdecimal() or int(port) > 0xFFFF:
            raise BadSettings(name="endpoint", detail=f"{text!r}: write pty or tcp:HOST:PORT")
        return TcpEndpoint(host or "127.0.0.1", int(port))
    except OSError as error:
        raise EndpointUnsupported(endpoint=text, detail=str(error)) from error
