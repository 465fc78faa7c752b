"""Integers to figures a person reads, and back. No float ever holds an amount.

An amount is an integer and the number of its decimal places: money 1234 with 2 is 12.34.
"""

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt

MINUS = "\u2212"


def figure(amount: int, places: int = 0, *, keep_zeros: bool = True) -> str:
    """Write a scaled integer in the user's locale, with groups; exact at any size."""
    locale = QLocale()
    digits = str(abs(amount)).rjust(places + 1, "0")
    whole, part = (digits[:-places], digits[-places:]) if places else (digits, "")
    if not keep_zeros:
        part = part.rstrip("0")
    groups: list[str] = []
    while len(whole) > 3:
        groups.insert(0, whole[-3:])
        whole = whole[:-3]
    text = locale.groupSeparator().join([whole, *groups])
    if part:
        text += locale.decimalPoint() + part
    return (MINUS if amount < 0 else "") + text


def money(minor: int, places: int = 2, symbol: str = "") -> str:
    """Write an amount of money: ``£12.34``, the sign before the symbol."""
    text = figure(abs(minor), places)
    return f"{MINUS if minor < 0 else ''}{symbol}{text}"


def quantity(amount: int, places: int = 0, unit: str = "") -> str:
    """Write a quantity with all places of its item, as receipts and errors do: ``1.500 kg``."""
    text = figure(amount, places)
    return f"{text} {unit}" if unit else text


def parse_figure(text: str, places: int = 0) -> int | None:
    """Read what a person typed as a scaled integer; None if it is not one or is too fine."""
    locale = QLocale()
    plain = text.strip().replace(locale.groupSeparator(), "").replace(MINUS, "-").replace(" ", "")
    plain = plain.replace(locale.decimalPoint(), ".")
    negative = plain.startswith("-")
    whole, dot, part = plain.removeprefix("-").partition(".")
    digits = (whole or "0") + part
    if (not whole and not part) or (dot and not part) or not digits.isascii():
        return None
    if not digits.isdigit() or len(part) > places:
        return None
    value = int(digits + "0" * (places - len(part)))
    return -value if negative else value


def span(seconds: int) -> str:
    """Write how long something has lasted: ``2 h 14 min``."""
    minutes = max(0, seconds) // 60
    if minutes < 1:
        return QCoreApplication.translate("Figures", "less than a minute")
    if minutes < 60:
        return QCoreApplication.translate("Figures", "%1 min").replace("%1", str(minutes))
    if minutes < 48 * 60:
        text = QCoreApplication.translate("Figures", "%1 h %2 min")
        return text.replace("%1", str(minutes // 60)).replace("%2", str(minutes % 60))
    return QCoreApplication.translate("Figures", "%1 days").replace("%1", str(minutes // 1440))


def moment(milliseconds: int) -> str:
    """Write a moment (ms UTC) in this PC's time zone: ``3 Mar 2026, 09:12``."""
    at = QDateTime.fromMSecsSinceEpoch(milliseconds)
    chinese = QLocale().language() == QLocale.Language.Chinese
    return f"{_written(at.date())}{' ' if chinese else ', '}{clock(milliseconds)}"


def clock(milliseconds: int) -> str:
    """Write the time of day of a moment (ms UTC) in this PC's time zone: ``09:12``."""
    return QDateTime.fromMSecsSinceEpoch(milliseconds).time().toString("HH:mm")


def day(iso: str) -> str:
    """Write an ISO day as people do: ``3 Mar 2026``; what is no day stays as it is."""
    date = QDate.fromString(iso, Qt.DateFormat.ISODate)
    return _written(date) if date.isValid() else iso


def _written(date: QDate) -> str:
    """Write a date with the year in full: two digits are a riddle."""
    locale = QLocale()
    chinese = locale.language() == QLocale.Language.Chinese
    return locale.toString(date, "yyyy\u5e74M\u6708d\u65e5" if chinese else "d MMM yyyy")
