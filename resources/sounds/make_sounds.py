"""Make the earcons: four short tones that tell apart by rhythm and pitch, not by loudness.

    python resources/sounds/make_sounds.py

16-bit mono WAV at 22,050 Hz; each note is a sine with a soft second partial and a decay, so that it
carries in a noisy hall without being shrill. Standard library only, the same bytes at every run.
"""

import math
import struct
import sys
import wave
from pathlib import Path

RATE = 22_050
LOUDNESS = 0.55

Note = tuple[float, float]
"""Hertz (0 is a rest) and seconds."""

EARCONS: dict[str, tuple[Note, ...]] = {
    "ok": ((1318.5, 0.09),),
    "warning": ((784.0, 0.10), (0.0, 0.05), (784.0, 0.14)),
    "error": ((311.1, 0.14), (233.1, 0.26)),
    "done": ((784.0, 0.08), (987.8, 0.08), (1318.5, 0.18)),
}


def samples(notes: tuple[Note, ...]) -> list[int]:
    """Render notes one after the other."""
    wave_form = []
    for hertz, seconds in notes:
        count = int(RATE * seconds)
        for n in range(count):
            moment = n / RATE
            attack = min(1.0, moment / 0.004)
            release = min(1.0, (count - n) / (RATE * 0.012))
            decay = math.exp(-5.0 * moment)
            turn = 2 * math.pi * hertz * moment
            tone = (math.sin(turn) + 0.25 * math.sin(2 * turn)) / 1.25 if hertz else 0.0
            wave_form.append(round(32_767 * LOUDNESS * attack * release * decay * tone))
    return wave_form


def write(folder: Path) -> None:
    """Write every earcon as ``<name>.wav``."""
    for name, notes in EARCONS.items():
        form = samples(notes)
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(struct.pack(f"<{len(form)}h", *form))


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
