"""What a scan means: the one value that every screen receives."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from domain.barcodes.errors import BY_REASON, BarcodeRefused

Kind = Literal["gtin", "element_string", "sscc", "weighed", "text", "command", "refused"]
Warned = Literal["check_digit", "possible_lost_separator", "restricted_circulation"]

_SHOWN = 40  # characters of a code that fit into a sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """The meaning of one scanned or typed code.

    ``raw`` is what came from the scanner and ``text`` the same without the AIM id; both are
    masked for a card number. ``kind`` says which of the other fields can be set:

    - ``gtin``: ``gtin14``; ``symbology_hint`` where the symbology was inferred.
    - ``element_string``: ``elements`` as (application identifier, value), in order, and from
      them ``gtin14``, ``sscc``, ``lot``, ``serial``, ``expires`` (use by, else best before),
      ``best_before``, ``produced``, ``quantity`` (pieces), ``weight`` (net, kg), ``amount``.
    - ``weighed``: ``plu`` (the item code inside a price or weight code) with ``weight`` in kg,
      ``amount`` in the site's currency or ``quantity`` in pieces; ``gtin14`` where regional
      rules say which number to look the item up by.
    - ``sscc``: ``sscc``. ``command``: ``command``. ``text``: nothing more.
    - ``refused``: ``reason``; ``error()`` gives the sentence.

    ``warning`` asks for a second look and never blocks: ``check_digit`` (text as long as a
    GTIN whose check digit does not fit), ``possible_lost_separator`` (a lot or serial number
    that seems to have swallowed a date), ``restricted_circulation``.
    """

    kind: Kind
    raw: str
    text: str
    aim: str | None = None
    gtin14: str | None = None
    sscc: str | None = None
    elements: tuple[tuple[str, str], ...] = ()
    lot: str | None = None
    serial: str | None = None
    expires: date | None = None
    best_before: date | None = None
    produced: date | None = None
    quantity: int | None = None
    weight: Decimal | None = None
    amount: Decimal | None = None
    plu: str | None = None
    command: str | None = None
    symbology_hint: str | None = None
    warning: Warned | None = None
    reason: str | None = None

    @property
    def valid(self) -> bool:
        """Whether the code may be used."""
        return self.kind != "refused"

    def error(self) -> BarcodeRefused | None:
        """Give the typed error of a refused code, or None."""
        if self.reason is None:
            return None
        shown = "".join(c if c.isprintable() else "�" for c in self.text[:_SHOWN])
        return BY_REASON[self.reason](code_text=shown + ("…" if len(self.text) > _SHOWN else ""))

    def demand(self) -> "Reading":
        """Give this reading back, or raise its error if the code is refused."""
        error = self.error()
        if error is not None:
            raise error
        return self
