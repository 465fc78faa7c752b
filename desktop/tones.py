"""The five tones of the interface: what a colour, a shape and a sound say together."""

from enum import StrEnum


class Tone(StrEnum):
    """What a mark, a pill, a line or a message says. The values are names in the style tokens."""

    NEUTRAL = "neutral"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


TONE_ICONS: dict[Tone, str] = {
    Tone.NEUTRAL: "dot",
    Tone.INFO: "info",
    Tone.SUCCESS: "check-circle",
    Tone.WARNING: "warning",
    Tone.ERROR: "stop",
}
"""The shape of each tone (an icon's name), so that colour is never the only sign."""
