"""Plain words of the sync screen: devices' states, protocols, how long ago, what a scan means."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop import figures
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from devices.events import (
    DeviceFault,
    Event,
    InventoryEnd,
    RawNoise,
    Response,
    Scan,
    TagRead,
    Weight,
)
from devices.states import Advice, DeviceState
from domain import barcodes

# What devices/states.py says, marked here because that room knows no Qt.
ADVICE = (
    QT_TRANSLATE_NOOP("Devices", "The device sends with another parity than is set here."),
    QT_TRANSLATE_NOOP("Devices", "The scanner sends no line end after a code."),
    QT_TRANSLATE_NOOP("Devices", "This user may not open the device's port."),
    QT_TRANSLATE_NOOP(
        "Devices", "Two devices look the same, so it is not clear which one this is."
    ),
    QT_TRANSLATE_NOOP("Devices", "The device takes no more data."),
    QT_TRANSLATE_NOOP("Devices", "The device is not connected."),
    QT_TRANSLATE_NOOP("Devices", "The device is being connected."),
    QT_TRANSLATE_NOOP("Devices", "The device is being checked."),
    QT_TRANSLATE_NOOP("Devices", "The device is ready."),
    QT_TRANSLATE_NOOP("Devices", "The device is connected but does not answer."),
    QT_TRANSLATE_NOOP("Devices", "The device was disconnected."),
    QT_TRANSLATE_NOOP("Devices", "The device will be tried again in a moment."),
    QT_TRANSLATE_NOOP("Devices", "The device is switched off in this program."),
    QT_TRANSLATE_NOOP("Devices", "Another program is using the device."),
    QT_TRANSLATE_NOOP("Devices", "The device sends data that cannot be read."),
    QT_TRANSLATE_NOOP("Devices", "Wait a moment."),
    QT_TRANSLATE_NOOP("Devices", "Plug it in or switch it on."),
    QT_TRANSLATE_NOOP("Devices", "Check speed and parity in the device's settings."),
    QT_TRANSLATE_NOOP("Devices", "Ask IT for help."),
    QT_TRANSLATE_NOOP("Devices", "Give the scanner a CR suffix, or switch on closing by silence."),
    QT_TRANSLATE_NOOP("Devices", "Show the program which device it is."),
    QT_TRANSLATE_NOOP("Devices", "Switch it off and on again."),
    QT_TRANSLATE_NOOP("Devices", "Switch it on in the device list."),
    QT_TRANSLATE_NOOP("Devices", "Close the other program."),
)
"""Every sentence and action of a device's advice."""

STATES: Mapping[DeviceState, tuple[str, Tone]] = {
    DeviceState.ABSENT: (QT_TRANSLATE_NOOP("Devices", "Not connected"), Tone.WARNING),
    DeviceState.OPENING: (QT_TRANSLATE_NOOP("Devices", "Connecting"), Tone.INFO),
    DeviceState.PROBING: (QT_TRANSLATE_NOOP("Devices", "Checking"), Tone.INFO),
    DeviceState.ONLINE: (QT_TRANSLATE_NOOP("Devices", "Ready"), Tone.SUCCESS),
    DeviceState.STALLED: (QT_TRANSLATE_NOOP("Devices", "Does not answer"), Tone.WARNING),
    DeviceState.LOST: (QT_TRANSLATE_NOOP("Devices", "Disconnected"), Tone.WARNING),
    DeviceState.BACKOFF: (QT_TRANSLATE_NOOP("Devices", "Trying again"), Tone.WARNING),
    DeviceState.DISABLED: (QT_TRANSLATE_NOOP("Devices", "Switched off"), Tone.NEUTRAL),
    DeviceState.IN_USE_ELSEWHERE: (QT_TRANSLATE_NOOP("Devices", "In use"), Tone.ERROR),
    DeviceState.MISCONFIGURED: (QT_TRANSLATE_NOOP("Devices", "Set up wrongly"), Tone.ERROR),
}

PROTOCOLS: Mapping[str, tuple[str, str]] = {
    "scanner": (QT_TRANSLATE_NOOP("Devices", "Barcode scanner (serial)"), "scan"),
    "toledo_8217": (QT_TRANSLATE_NOOP("Devices", "Scale (Mettler Toledo 8217)"), "scale"),
    "m100": (QT_TRANSLATE_NOOP("Devices", "RFID reader (M100, R200)"), "rfid"),
}
"""Name and icon of each protocol."""

_NO_WEIGHT = {
    "motion": QT_TRANSLATE_NOOP("Devices", "The scale does not come to rest."),
    "over_capacity": QT_TRANSLATE_NOOP("Devices", "Too much lies on the scale."),
    "under_zero": QT_TRANSLATE_NOOP("Devices", "The scale is below zero: set it to zero."),
    "under_capacity": QT_TRANSLATE_NOOP("Devices", "The scale is below zero: set it to zero."),
    "no_answer": QT_TRANSLATE_NOOP("Devices", "The scale does not answer."),
    "no_weight": QT_TRANSLATE_NOOP("Devices", "The scale gives no weight."),
}


def advice_words(advice: Advice) -> str:
    """Say in the language of the moment how a device is and what to do."""
    translate = QCoreApplication.translate
    parts = (translate("Devices", advice.sentence), translate("Devices", advice.action))
    return " ".join(part for part in parts if part)


def state_words(state: DeviceState) -> tuple[str, Tone]:
    """Name a state in a word or two, with its tone."""
    text, tone = STATES[state]
    return QCoreApplication.translate("Devices", text), tone


def protocol_words(name: str) -> str:
    """Name a protocol; one that is not known here by its own name."""
    known = PROTOCOLS.get(name)
    return name if known is None else QCoreApplication.translate("Devices", known[0])


def no_weight_words(reason: str) -> str:
    """Say why a scale gave no weight."""
    text = _NO_WEIGHT.get(reason, _NO_WEIGHT["no_weight"])
    return QCoreApplication.translate("Devices", text)


def ago(moment: int | None, now: datetime) -> str:
    """Say how long ago a moment (ms UTC) was: ``4 min ago``; never where there was none."""
    if moment is None:
        return QCoreApplication.translate("Sync", "never")
    span = figures.span(max(0, int(now.timestamp() - moment / 1000)))
    return QCoreApplication.translate("Sync", "%1 ago").replace("%1", span)


def event_words(event: Event) -> tuple[str, str, Tone]:
    """Say what a device sent: title, detail, tone (``sync_tags`` knows more of a tag)."""
    translate = QCoreApplication.translate
    if isinstance(event, Scan):
        return scan_words(event.text, event.aim)
    if isinstance(event, Weight):
        return _weight_words(event)
    if isinstance(event, TagRead):
        strength = "" if event.rssi_dbm is None else f"{event.rssi_dbm} dBm"
        return event.epc.hex().upper(), strength, Tone.SUCCESS
    if isinstance(event, InventoryEnd):
        return translate("Devices", "No tag in the field"), "", Tone.NEUTRAL
    if isinstance(event, DeviceFault):
        return translate("Devices", "The device reports a fault"), event.code, Tone.ERROR
    if isinstance(event, RawNoise):
        words = translate("Devices", "Bytes that cannot be read")
        return words, f"{event.reason}: {event.data[:24].hex(' ')}", Tone.WARNING
    if isinstance(event, Response):
        return translate("Devices", "The device has answered"), event.cmd, Tone.INFO
    words, tone = state_words(event.state)
    return words, translate("Devices", event.advice.sentence), tone


def scan_words(text: str, aim: str | None) -> tuple[str, str, Tone]:
    """Say what a scanned code holds: the code, then its fields in words."""
    translate = QCoreApplication.translate
    reading = barcodes.read(text, aim=aim)
    shown = reading.text.replace("\x1d", " \u241d ")
    refused = reading.error()
    if refused is not None:
        from desktop.messages import sentence_for

        return shown, sentence_for(refused), Tone.ERROR
    parts = [part for part in (aim or "",) if part]
    if reading.gtin14 is not None:
        parts.append(f"GTIN {reading.gtin14}")
    if reading.lot is not None:
        parts.append(translate("Devices", "lot %1").replace("%1", reading.lot))
    if reading.serial is not None:
        parts.append(translate("Devices", "serial no. %1").replace("%1", reading.serial))
    if reading.expires is not None:
        day = figures.day(reading.expires.isoformat())
        parts.append(translate("Devices", "good until %1").replace("%1", day))
    if reading.weight is not None:
        parts.append(f"{reading.weight} kg")
    if len(parts) <= 1 and reading.gtin14 is None:
        length = figures.figure(len(reading.text))
        parts.append(translate("Devices", "text, length %1").replace("%1", length))
    return shown, " \u00b7 ".join(parts), Tone.SUCCESS


def _weight_words(event: Weight) -> tuple[str, str, Tone]:
    translate = QCoreApplication.translate
    if event.value is None:
        flags = ", ".join(sorted(event.flags))
        return translate("Devices", "No weight"), flags, Tone.WARNING
    rest = translate("Devices", "at rest") if event.settled else translate("Devices", "moving")
    tone = Tone.SUCCESS if event.settled else Tone.INFO
    return f"{event.value} {event.unit or ''}".strip(), rest, tone
