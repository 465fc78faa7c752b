"""Code 128 (ISO/IEC 15417): text to bars, in the sets B and C (printable ASCII)."""

QUIET_MODULES = 10
"""Blank modules that the standard wants on either side."""

START_B, START_C, CODE_B, CODE_C, STOP = 104, 105, 100, 99, 106

# Widths of bar, space, bar, space, bar, space for each symbol value; the stop has a seventh bar.
_TABLE = """
212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232
122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122
321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311
211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113
213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422
121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111
241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121
412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412
211214 211232 2331112
"""
_PATTERNS = tuple(_TABLE.split())


def values(text: str) -> list[int]:
    """Give the symbol values: start, data, check, stop. Only printable ASCII, else a ValueError."""
    if not text or not all(" " <= character <= "~" for character in text):
        raise ValueError(f"Code 128 B cannot say {text!r}")
    codes = [START_C] if _digits_at(text, 0) >= 4 else [START_B]
    digits = codes[0] == START_C
    at = 0
    while at < len(text):
        run = _digits_at(text, at)
        if digits and run < 2:
            codes.append(CODE_B)
            digits = False
        elif not digits and run >= 6 and run % 2 == 0:
            codes.append(CODE_C)
            digits = True
        if digits:
            codes.append(int(text[at : at + 2]))
            at += 2
        else:
            codes.append(ord(text[at]) - 32)
            at += 1
    check = (codes[0] + sum(n * code for n, code in enumerate(codes[1:], 1))) % 103
    return [*codes, check, STOP]


def widths(text: str) -> list[int]:
    """Give the widths in modules, bar first, alternating with spaces; without quiet zones."""
    return [int(width) for value in values(text) for width in _PATTERNS[value]]


def _digits_at(text: str, at: int) -> int:
    """Count the digits from a place on."""
    run = 0
    while at + run < len(text) and text[at + run].isdigit():
        run += 1
    return run
