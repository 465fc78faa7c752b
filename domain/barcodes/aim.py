"""AIM symbology identifiers: what kind of barcode the scanner says it read.

Source: ISO/IEC 15424. An identifier is ``]``, a code character and a modifier; it counts only
if the code character is one in use, otherwise the ``]`` is data.
"""

_CODE_CHARACTERS = frozenset("ECeAFGIMLdQJzUX")
_GS1 = frozenset({"]C1", "]d2", "]Q3", "]e0", "]J1"})


def is_aim(text: str) -> bool:
    """Whether the text is exactly one AIM identifier."""
    return (
        len(text) == 3
        and text[0] == "]"
        and text[1] in _CODE_CHARACTERS
        and text[2].isascii()
        and text[2].isalnum()
    )


def split(raw: str) -> tuple[str | None, str]:
    """Give the AIM identifier in front of the data (or None) and the data."""
    return (raw[:3], raw[3:]) if is_aim(raw[:3]) else (None, raw)


def announces_gs1(aim: str | None) -> bool:
    """Whether the identifier says that the data are GS1 element strings."""
    return aim in _GS1


def announces_retail(aim: str | None) -> bool:
    """Whether the identifier says EAN or UPC: digits with a check digit and nothing else."""
    return aim in ("]E0", "]E3", "]E4")
