"""``counterfoil device simulate``: one simulated device, driven by typed lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from devices.errors import DeviceProblem, UnknownProtocol
from devices.simulators.base import SimulatedDevice
from devices.simulators.endpoints import open_endpoint
from devices.simulators.m100 import SimulatedReader
from devices.simulators.scanner import SimulatedScanner
from devices.simulators.toledo_8217 import SimulatedScale

SIMULATORS: Mapping[str, type[SimulatedDevice]] = {
    "scanner": SimulatedScanner,
    "toledo_8217": SimulatedScale,
    "m100": SimulatedReader,
}


def start_simulator(
    protocol: str, endpoint: str, *, faults: Iterable[str] = (), seed: int = 1
) -> SimulatedDevice:
    """Start a simulated device at ``endpoint`` (``pty``, ``pty:LINK``, ``tcp:HOST:PORT``).

    Raises :class:`UnknownProtocol`, :class:`devices.errors.EndpointUnsupported` or
    :class:`devices.errors.BadSettings`.
    """
    if protocol not in SIMULATORS:
        raise UnknownProtocol(protocol=protocol)
    opened = open_endpoint(endpoint)
    try:
        return SIMULATORS[protocol](opened, faults=faults, seed=seed)
    except DeviceProblem:
        opened.close()
        raise


def run_simulator(
    protocol: str,
    endpoint: str,
    *,
    faults: Iterable[str] = (),
    commands: Iterable[str],
    announce: Callable[[str], None] = print,
    seed: int = 1,
) -> int:
    """Run a simulated device until ``commands`` (lines, usually standard input) end or say quit.

    The first announced line is the address to configure in the application. Returns 0, or 2 with
    an announced sentence if the device cannot start.
    """
    try:
        device = start_simulator(protocol, endpoint, faults=faults, seed=seed)
    except DeviceProblem as problem:
        announce(str(problem))
        return 2
    with device:
        announce(device.url)
        announce(device.help())
        for line in commands:
            if line.strip() == "quit":
                break
            if not line.strip():
                continue
            try:
                announce(device.console(line))
            except DeviceProblem as problem:
                announce(str(problem))
    return 0
