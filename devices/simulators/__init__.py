"""Simulated devices that speak the real bytes, over a pseudo-terminal or TCP."""

from devices.simulators.command import SIMULATORS, run_simulator, start_simulator
from devices.simulators.endpoints import PtyEndpoint, TcpEndpoint, open_endpoint
from devices.simulators.m100 import SimulatedReader
from devices.simulators.scanner import SimulatedScanner
from devices.simulators.toledo_8217 import SimulatedScale

__all__ = [
    "SIMULATORS",
    "PtyEndpoint",
    "SimulatedReader",
    "SimulatedScale",
    "SimulatedScanner",
    "TcpEndpoint",
    "open_endpoint",
    "run_simulator",
    "start_simulator",
]
