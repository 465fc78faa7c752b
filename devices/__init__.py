"""Bytes to events: transport, framing, drivers, manager and simulators of the station's devices.

This room knows nothing of the trade. Start reading at ``devices/README.md``.
"""
