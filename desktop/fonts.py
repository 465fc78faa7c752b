"""The bundled fonts: Latin in two weights and Simplified Chinese; then the system's own."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from resources import locate

FAMILIES = ["Counterfoil Sans", "Counterfoil Sans SC", "Noto Sans CJK SC", "Microsoft YaHei"]
"""In order: Latin, Chinese, then the system's for characters outside GB 2312."""

FILES = ("CounterfoilSans-Regular.otf", "CounterfoilSans-Bold.otf", "CounterfoilSansSC-Regular.otf")


@cache
def load() -> list[str]:
    """Make the bundled fonts known to Qt, once; gives the families that were found."""
    found: list[str] = []
    for name in FILES:
        number = QFontDatabase.addApplicationFont(str(locate(f"fonts/{name}")))
        found += QFontDatabase.applicationFontFamilies(number)
    return found
