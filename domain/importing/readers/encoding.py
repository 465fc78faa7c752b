"""Which encoding a text file is in: UTF-8, UTF-16, GB18030, or an honest “cannot tell”.

A byte order mark decides. Then valid UTF-8 is UTF-8, because text in another encoding is
practically never valid UTF-8 by accident. GB18030 accepts nearly any bytes, so beyond being
valid the text must consist mostly of the characters that Chinese text consists of: GB 2312
level 1 and its punctuation. Everything else is left to the person, with a suggestion.
"""

import codecs
import re

from domain.importing.readers.errors import NoSuchEncoding, UnknownEncoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile("[\x01-\x08\x0b\x0e-\x19\x1b-\x1f]")
_MOSTLY = 0.75  # share of common characters in Chinese text; Cyrillic or Latin text has < 0.3
_FEW = 0.01  # share of control characters or NULs that a damaged text may have


def detect(sample: bytes, file: str) -> str:
    """Give the encoding of a text whose beginning (or first non-ASCII part) is ``sample``.

    Raises:
        UnknownEncoding: it cannot be told; the parameter ``suggestion`` is a guess.
    """
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    if b"\x00" in sample:
        wide = _utf_16_without_mark(sample)
        if wide:
            return wide
    if _is_text(sample, "utf-8"):
        return "utf-8"
    if _is_text(sample, "gb18030") and _reads_as_chinese(sample):
        return "gb18030"
    raise UnknownEncoding(file=file, suggestion=_guess(sample))


def known(encoding: str, file: str) -> str:
    """Give the encoding that a person chose, or raise ``NoSuchEncoding``."""
    try:
        info = codecs.lookup(encoding)
        "".encode(info.name)  # bytes-to-bytes codecs such as zlib fail here
    except (LookupError, TypeError):
        raise NoSuchEncoding(file=file, encoding=encoding) from None
    return info.name


def _decode(sample: bytes, encoding: str) -> str | None:
    """Decode a sample that may end inside a character."""
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(sample)
    except UnicodeDecodeError:
        return None


def _is_text(sample: bytes, encoding: str) -> bool:
    text = _decode(sample, encoding)
    if text is None:
        return False
    odd = len(_CONTROLS.findall(text)) + text.count("\x00")
    return odd <= max(8, len(text) * _FEW)


def _utf_16_without_mark(sample: bytes) -> str | None:
    """Give the byte order in which the sample has plain line ends and no control characters."""
    for encoding, newline in (("utf-16-le", b"\n\x00"), ("utf-16-be", b"\x00\n")):
        text = _decode(sample, encoding)
        if text and newline in sample and "\x00" not in text and not _CONTROLS.search(text):
            return encoding
    return None


def _reads_as_chinese(sample: bytes) -> bool:
    """Whether the two-byte characters are mostly the common ones of GB 2312."""
    common = pairs = position = 0
    while position < len(sample) - 1:
        lead = sample[position]
        if lead < 0x80:
            position += 1
            continue
        trail = sample[position + 1]
        pairs += 1
        if trail >= 0xA1 and (0xA1 <= lead <= 0xA9 or 0xB0 <= lead <= 0xD7):
            common += 1
        position += 4 if 0x30 <= trail <= 0x39 else 2
    return pairs > 0 and common >= pairs * _MOSTLY


def _guess(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:16_384]).best()
    return best.encoding if best else "no text"
