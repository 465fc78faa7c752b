"""Ports that carry bytes: serial ports, ``socket://``, ``rfc2217://`` and recorded traces.

A transport has one reader; :meth:`Transport.cancel` may be called from any thread and makes a
blocked or later read return ``b""``.
"""

from __future__ import annotations

import contextlib
import errno
import socket
import sys
import threading
import time
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from devices.errors import (
    BadSettings,
    DeviceProblem,
    PortAbsent,
    PortBusy,
    PortDenied,
    PortFailed,
    PortLost,
)
from devices.settings import LineSettings
from devices.trace import read_trace

READ_SECONDS = 0.5
"""A read wakes this often to see whether it was cancelled, where the system cannot interrupt it."""
WRITE_SECONDS = 2.0
CONNECT_SECONDS = 2.0

_FLOW = {"none": {}, "rts_cts": {"rtscts": True}, "xon_xoff": {"xonxoff": True}}
_ABSENT = {errno.ENOENT, errno.ENXIO, errno.ENODEV, errno.EIO}
_BUSY = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EBUSY}
_DENIED = {errno.EACCES, errno.EPERM}

_PORT_ERRORS: tuple[type[Exception], ...] = (OSError,)
if sys.platform != "win32":
    import termios

    _PORT_ERRORS = (OSError, termios.error)


class Transport(Protocol):
    """An open port."""

    def read(self) -> bytes:
        """Block for at least one byte, return all that is there; ``b""`` only once cancelled.

        Raises :class:`PortLost`.
        """

    def write(self, data: bytes) -> None:
        """Write all of ``data``; :class:`PortLost` if the port takes no more."""

    def cancel(self) -> None:
        """End the reading, from any thread."""

    def close(self) -> None:
        """Give the port back. Only after reading and writing have ended."""


def is_local_serial(url: str) -> bool:
    """Whether ``url`` names a serial port of this machine."""
    return url.startswith("serial:") or not (url.startswith("replay:") or "://" in url)


def open_transport(url: str, line: LineSettings) -> Transport:
    """Open ``url`` with exactly these line settings, exclusively, with old input discarded.

    Raises :class:`PortAbsent`, :class:`PortBusy`, :class:`PortDenied`, :class:`PortFailed` or
    :class:`BadSettings`.
    """
    if url.startswith("replay:"):
        return ReplayTransport(url)
    if url.startswith("socket://"):
        return TcpTransport(url)
    return SerialTransport(url, line)


class SerialTransport:
    """A serial port through pyserial, native or ``rfc2217://``."""

    def __init__(self, url: str, line: LineSettings) -> None:
        import serial

        self._url = url
        self._cancelled = threading.Event()
        name = url.removeprefix("serial://").removeprefix("serial:")
        try:
            self._port: Any = serial.serial_for_url(
                name,
                baudrate=line.baud,
                bytesize=line.data_bits,
                parity=line.parity,
                stopbits=line.stop_bits,
                timeout=READ_SECONDS,
                write_timeout=WRITE_SECONDS,
                do_not_open=True,
                **_FLOW[line.flow],
            )
            if is_local_serial(url):
                self._port.exclusive = True
            self._port.open()
        except _PORT_ERRORS as error:
            raise opening_problem(url, error) from error
        except ValueError as error:
            raise BadSettings(name="line", detail=str(error)) from error
        try:
            self._port.reset_input_buffer()
        except _PORT_ERRORS as error:
            self._port.close()
            raise PortFailed(url=url, detail=str(error)) from error

    def read(self) -> bytes:
        """All that is there, at least one byte; ``b""`` once cancelled."""
        while not self._cancelled.is_set():
            try:
                data = bytes(self._port.read(max(1, self._port.in_waiting)))
            except _PORT_ERRORS as error:
                raise PortLost(url=self._url, detail=str(error)) from error
            if data:
                return data
        return b""

    def write(self, data: bytes) -> None:
        """Write all of ``data``."""
        try:
            self._port.write(data)
        except _PORT_ERRORS as error:
            raise PortLost(url=self._url, detail=str(error)) from error

    def cancel(self) -> None:
        """End the reading."""
        self._cancelled.set()
        if hasattr(self._port, "cancel_read"):
            self._port.cancel_read()

    def close(self) -> None:
        """Give the port back."""
        self._port.close()


def opening_problem(url: str, error: Exception) -> DeviceProblem:
    """Name what the system's error at opening means.

    Windows errors reach us only as text inside pyserial's: 2 is absent, 5 (errno 13) is held.
    """
    number = getattr(error, "errno", None)
    text = str(error)
    if number in _BUSY or "PermissionError(13" in text:
        return PortBusy(url=url)
    if number in _DENIED:
        return PortDenied(url=url)
    if number in _ABSENT or "FileNotFoundError(2" in text:
        return PortAbsent(url=url)
    return PortFailed(url=url, detail=text)


class TcpTransport:
    """A raw byte stream over TCP: device servers and simulators."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._cancelled = threading.Event()
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError as error:
            raise BadSettings(name="url", detail=f"{url} is no address") from error
        if not host or not port:
            raise BadSettings(name="url", detail="write socket://HOST:PORT")
        try:
            self._socket = socket.create_connection((host, port), timeout=CONNECT_SECONDS)
        except OSError as error:
            raise PortAbsent(url=url) from error
        self._socket.settimeout(WRITE_SECONDS)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)

    def read(self) -> bytes:
        """All that is there, at least one byte; ``b""`` once cancelled."""
        while not self._cancelled.is_set():
            try:
                data = self._socket.recv(4096)
            except TimeoutError:
                continue
            except OSError as error:
                if self._cancelled.is_set():
                    break
                raise PortLost(url=self._url, detail=str(error)) from error
            if data:
                return data
            if not self._cancelled.is_set():
                raise PortLost(url=self._url, detail="the other side closed")
        return b""

    def write(self, data: bytes) -> None:
        """Write all of ``data``."""
        try:
            self._socket.sendall(data)
        except OSError as error:
            raise PortLost(url=self._url, detail=str(error)) from error

    def cancel(self) -> None:
        """End the reading."""
        self._cancelled.set()
        with contextlib.suppress(OSError):  # gone already: nothing is left to interrupt
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Close the connection."""
        self._socket.close()


class ReplayTransport:
    """``replay:PATH`` or ``replay:PATH?speed=10``: a trace's ``rx`` bytes at their recorded pace.

    ``speed=0`` gives them as fast as they are read. After the last byte the line is silent.
    """

    def __init__(self, url: str) -> None:
        path, _, speed = url.removeprefix("replay:").partition("?speed=")
        self._stop = threading.Event()
        try:
            self._speed = float(speed or 1)
            self._lines = [line for line in read_trace(Path(path)) if line.dir == "rx"]
        except ValueError as error:
            raise BadSettings(name="url", detail=f"{speed} is no speed") from error
        except FileNotFoundError as error:
            raise PortAbsent(url=url) from error
        except OSError as error:
            raise PortFailed(url=url, detail=str(error)) from error
        self._next = 0
        self._started = 0.0

    def read(self) -> bytes:
        """The next recorded bytes, when they are due; ``b""`` once cancelled."""
        if self._next == len(self._lines):
            self._stop.wait()
            return b""
        if self._next == 0:
            self._started = time.monotonic()
        line = self._lines[self._next]
        if self._speed > 0:
            due = self._started + (line.t - self._lines[0].t) / self._speed
            self._stop.wait(max(0.0, due - time.monotonic()))
        if self._stop.is_set():
            return b""
        self._next += 1
        return line.data

    def write(self, data: bytes) -> None:
        """A recording does not listen."""

    def cancel(self) -> None:
        """End the reading."""
        self._stop.set()

    def close(self) -> None:
        """Nothing is held open."""
