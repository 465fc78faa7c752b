"""Rebuild the bundled fonts from Noto Sans CJK (OFL 1.1). Needs fontTools; run it by hand.

    python -m venv /tmp/fonts && /tmp/fonts/bin/pip install fonttools
    /tmp/fonts/bin/python resources/fonts/build_fonts.py FOLDER_WITH_THE_TTC_FILES

Two families come out: *Counterfoil Sans* (Latin, regular and bold, a few dozen kilobytes) and
*Counterfoil Sans SC* (the 6,763 Han characters of GB 2312 and their punctuation, regular). Qt takes
Latin from the first and Chinese from the second, so a weight never lacks a character. The fonts are
renamed, so that they never hide or replace a system's own Noto.
"""

import importlib
import sys
from pathlib import Path
from typing import Any

SIMPLIFIED_CHINESE = 2
"""The index of the SC face inside the collections (JP, KR, SC, TC, HK)."""

LATIN_RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2027), (0x2030, 0x203A), (0x20A0, 0x20BF))
EXTRA = "×÷±−≤≥≠≈→←↑↓✓•…€¥£№™°½¼¾²³"


def gb2312(rows: range) -> str:
    """Give every character of these rows of GB 2312 (16-87 are the Han characters)."""
    found = []
    for row in rows:
        for cell in range(1, 95):
            try:
                found.append(bytes((row + 0xA0, cell + 0xA0)).decode("gb2312"))
            except UnicodeDecodeError:
                continue
    return "".join(found)


def latin() -> str:
    """Give the Latin characters, punctuation and signs of the interface."""
    ranges = "".join(chr(c) for first, last in LATIN_RANGES for c in range(first, last + 1))
    return ranges + EXTRA


def build(source: Path, target: Path, family: str, style: str, text: str) -> None:
    """Subset one face, rename it and write it."""
    tools: Any = importlib.import_module("fontTools.ttLib")
    subset: Any = importlib.import_module("fontTools.subset")
    font = tools.TTFont(source, fontNumber=SIMPLIFIED_CHINESE, recalcTimestamp=False)
    options = subset.Options(
        hinting=False, desubroutinize=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13]
    )
    options.layout_features = ["kern", "liga", "tnum", "ccmp", "locl", "mark"]
    cutter = subset.Subsetter(options)
    cutter.populate(text=text)
    cutter.subset(font)
    postscript = f"{family.replace(' ', '')}-{style}"
    names = {1: family, 2: style, 3: postscript, 4: f"{family} {style}", 6: postscript}
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]
    font["CFF "].cff.fontNames = [postscript]
    font.save(target)
    sys.stdout.write(f"{target.name}: {target.stat().st_size:,} bytes\n")


def main() -> None:
    """Build all three files beside this script."""
    source, here = Path(sys.argv[1]), Path(__file__).parent
    regular, bold = source / "NotoSansCJK-Regular.ttc", source / "NotoSansCJK-Bold.ttc"
    chinese = latin() + gb2312(range(1, 10)) + gb2312(range(16, 88))
    build(regular, here / "CounterfoilSans-Regular.otf", "Counterfoil Sans", "Regular", latin())
    build(bold, here / "CounterfoilSans-Bold.otf", "Counterfoil Sans", "Bold", latin())
    build(
        regular, here / "CounterfoilSansSC-Regular.otf", "Counterfoil Sans SC", "Regular", chinese
    )


if __name__ == "__main__":
    main()
