"""The notes and coins of a currency: what a drawer is counted in, and what people pay with."""

from domain.values import decimals_of

_NOTES_AND_COINS: dict[str, tuple[int, ...]] = {
    "EUR": (20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
    "CNY": (10000, 5000, 2000, 1000, 500, 100, 50, 10),
    "GBP": (5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
    "USD": (10000, 5000, 2000, 1000, 500, 200, 100, 50, 25, 10, 5, 1),
    "CHF": (100000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5),
    "JPY": (10000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 1),
    "SEK": (100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100),
}
"""In minor units, largest first: what circulates, as the central banks list it."""

_STEPS = (500, 200, 100, 50, 20, 10, 5, 2, 1)

_NOTES_FROM = 5
"""Hand over at least this many whole units at once: nobody pays 7.30 with coins to 7.40."""


def denominations(currency: str, cash_step: int = 1) -> tuple[int, ...]:
    """Give the values of notes and coins in minor units, largest first.

    Coins below ``cash_step`` are left out: tills that round do not keep them. A currency that is
    not known gets the usual steps of 1, 2 and 5.
    """
    unit: int = 10 ** decimals_of(currency)
    usual = [step * unit for step in _STEPS]
    if unit > 1:
        usual += [step * unit // 100 for step in (50, 20, 10, 5, 2, 1)]
    known = _NOTES_AND_COINS.get(currency, tuple(usual))
    return tuple(value for value in known if value >= cash_step)


def likely_cash(due: int, currency: str, limit: int = 4) -> tuple[int, ...]:
    """Give what a customer is likely to hand over for an amount, smallest first.

    That is the amount rounded up to whole notes of one kind; the amount itself is not among
    them. Amounts are in minor units.
    """
    if due <= 0:
        return ()
    least = _NOTES_FROM * 10 ** decimals_of(currency)
    notes = [value for value in denominations(currency) if value >= least]
    sums = {-(-due // note) * note for note in notes}
    return tuple(sorted(given for given in sums if given != due))[:limit]
