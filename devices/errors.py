"""What can go wrong with a device, as typed errors with a stable code and the facts.

The sentence is English source text for a person; the interface translates by ``code``.
"""

from __future__ import annotations


class DeviceProblem(Exception):
    """Base of this room's errors: ``code`` is stable, ``facts`` fill the sentence and the log."""

    code = "device_problem"
    sentence = "Something is wrong with the device."

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        self.params = facts  # as the window reads them from any error made for a person
        super().__init__(self.sentence.format(**facts))


class PortAbsent(DeviceProblem):
    """There is no such port now: the device is unplugged or its server does not listen."""

    code = "port_absent"
    sentence = "{url} is not there. Plug the device in or switch it on."


class PortBusy(DeviceProblem):
    """Another program holds the port."""

    code = "port_busy"
    sentence = "{url} is in use by another program. Close that program."


class PortDenied(DeviceProblem):
    """The system user may not open the port."""

    code = "port_denied"
    sentence = "This user may not open {url}. Ask IT for access to serial ports."


class PortAmbiguous(DeviceProblem):
    """Several ports fit the stored identity equally well: binding would be a guess."""

    code = "port_ambiguous"
    sentence = "Several devices look like {device_id}. Show the program which one it is."


class PortFailed(DeviceProblem):
    """The port exists but does not open; the system's reason is in ``detail``."""

    code = "port_failed"
    sentence = "{url} does not open: {detail}"


class PortLost(DeviceProblem):
    """An open port stopped working: unplugged, switched off or reset."""

    code = "port_lost"
    sentence = "{url} was lost ({detail}). Plug the device in again and repeat the last scan."


class BadSettings(DeviceProblem):
    """A setting has an unknown name, a wrong type or an impossible value."""

    code = "bad_settings"
    sentence = "The setting {name} is not valid: {detail}"


class BadCommand(DeviceProblem):
    """A command this driver does not know, or with an impossible value."""

    code = "bad_command"
    sentence = "The command {op} is not possible: {detail}"


class UnknownProtocol(DeviceProblem):
    """No protocol of that name is registered."""

    code = "unknown_protocol"
    sentence = "There is no device protocol called {protocol}."


class UnknownDevice(DeviceProblem):
    """No device of that id is configured on this station."""

    code = "unknown_device"
    sentence = "There is no device called {device_id} on this station."


class DeviceOffline(DeviceProblem):
    """The device is not online, so it cannot take a command."""

    code = "device_offline"
    sentence = (
        "{device_id} is not ready ({state}). Look at its cable and switch; it is found again by "
        "itself."
    )


class NoStableWeight(DeviceProblem):
    """No stable weight came in time; ``reason`` is ``motion``, ``over_capacity``, ``under_zero``,
    ``no_answer`` or ``no_weight``."""

    code = "no_stable_weight"
    sentence = (
        "{device_id} gave no stable weight ({reason}). Take everything off, put it back, and "
        "weigh again."
    )


class EndpointUnsupported(DeviceProblem):
    """A simulator endpoint that this system cannot offer."""

    code = "endpoint_unsupported"
    sentence = "A simulated device cannot use {endpoint} here: {detail}"
