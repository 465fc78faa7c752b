"""Prices of the sell screen: another price for a line, discounts, always with the reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.screens import till
from desktop.widgets import ChoiceDialog, NumberDialog
from domain import counter
from domain.counter import Cart, Discount
from domain.errors import CounterfoilError
from domain.values import PRICE_SCALE, decimals_of

if TYPE_CHECKING:
    from desktop.screens.sell import SellScreen

DISCOUNTS = (500, 1000, 2000, 5000)
"""The percentages offered with one key, in 1/10,000."""


class SellPrices(QObject):
    """The dialogs about prices. What needs a supervisor is asked for when it comes to paying."""

    def __init__(self, screen: SellScreen) -> None:
        """The screen holds the cart."""
        super().__init__(screen)
        self._screen = screen

    @property
    def _cart(self) -> Cart | None:
        return self._screen.cart

    def try_to(self, what: str, change: Callable[[], Cart], current: int | None = None) -> None:
        """Change the cart by a rule of the counter, or say why not."""
        try:
            cart = change()
        except CounterfoilError as error:
            self._screen.refuse(error)
        else:
            self._screen.feedback.clear()
            self._screen.change(cart, what, current=current)

    def ask_price(self, number: int) -> None:
        """Another price for a line, with the reason."""
        cart = self._cart
        if cart is None:
            return
        line, currency = cart.line(number), cart.terms.currency
        scale = PRICE_SCALE // 10 ** decimals_of(currency)

        def priced(minor: int) -> None:
            def because(reason: str) -> None:
                now = self._cart
                if now is not None:
                    self.try_to(
                        self.tr("price"),
                        lambda: counter.override_price(now, number, minor * scale, reason),
                        number,
                    )

            till.ask_reason(
                self._screen, self.tr("Why another price?"), till.PRICE_REASONS, because
            )

        listed = self.tr("The list says %1")
        NumberDialog(
            self._screen,
            line.named(self._screen.context.language),
            priced,
            places=decimals_of(currency),
            start=line.price // scale,
            text=listed.replace("%1", till.unit_price(line.list_price, currency)),
            unit=currency,
        ).open()

    def ask_discount(self, number: int | None) -> None:
        """A discount on a line, or on the whole sale where no line is named."""
        choices: list[tuple[object, str]] = [
            (Discount(percent=rate), f"\u2212{till.percent(rate)}") for rate in DISCOUNTS
        ]
        choices += [
            ("percent", self.tr("Another percentage")),
            ("amount", self.tr("An amount")),
            (None, self.tr("No discount")),
        ]

        def chosen(what: object) -> None:
            if what == "percent":
                self._ask_discount_figure(number, percent=True)
            elif what == "amount":
                self._ask_discount_figure(number, percent=False)
            elif what is None:
                self._give(number, None, "")
            elif isinstance(what, Discount):
                self._because(number, what)

        title = self.tr("Discount on this line") if number else self.tr("Discount on the sale")
        ChoiceDialog(self._screen, title, choices, chosen).open()

    def _ask_discount_figure(self, number: int | None, *, percent: bool) -> None:
        cart = self._cart
        if cart is None:
            return
        places = 2 if percent else decimals_of(cart.terms.currency)

        def given(value: int) -> None:
            found = Discount(percent=value) if percent else Discount(amount=value)
            self._because(number, found)

        NumberDialog(
            self._screen,
            self.tr("How many per cent off?") if percent else self.tr("How much off?"),
            given,
            places=places,
            unit="%" if percent else cart.terms.currency,
        ).open()

    def _because(self, number: int | None, discount: Discount) -> None:
        till.ask_reason(
            self._screen,
            self.tr("Why a discount?"),
            till.PRICE_REASONS,
            lambda reason: self._give(number, discount, reason),
        )

    def _give(self, number: int | None, discount: Discount | None, reason: str) -> None:
        now = self._cart
        if now is None:
            return
        what = self.tr("discount")
        if number is None:
            self.try_to(what, lambda: counter.discount_order(now, discount, reason))
        else:
            self.try_to(what, lambda: counter.discount_line(now, number, discount, reason), number)
