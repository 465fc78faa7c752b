"""The two panes of the customers screen: who is found, and one customer."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QTabWidget, QWidget

from desktop.screens.customers_parts import HintCard, ProfileForm, PurchasesPage, reach
from desktop.screens.customers_reading import Profile
from desktop.widgets import Line, LineList, ScanField, Text, column
from domain.customers import Customer

WIDTH = 392
RECENT = 8
"""How many of the last customers are kept at hand, in memory only."""


class Finder(QWidget):
    """The input and the customers it finds; nothing typed, those who were open last."""

    chosen = Signal(bytes)
    """The id of a customer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing was looked for yet."""
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._found: Sequence[Customer] = ()
        self._recent: Sequence[Customer] = ()
        self._marked: bytes | None = None
        self.field, self.list = ScanField(words=True), LineList()
        self._none = Text("muted", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        box = column(self, self.field, self._none, self.list, gap=12, margin=0)
        box.setStretch(1, 1)
        box.setStretch(2, 1)
        self.field.stepped_down.connect(self.list.setFocus)
        self.list.chosen.connect(self.chosen)
        self._show()

    def retranslate(self) -> None:
        """Set the texts."""
        self.field.set_prompt(self.tr("Name, phone or e-mail"))
        self.list.set_name(self.tr("Customers found"))
        self._show()

    @property
    def text(self) -> str:
        """What is being looked for."""
        return self.field.text().strip()

    def show_found(self, found: Sequence[Customer]) -> None:
        """Show who is found."""
        self._found = found
        self._show()

    def mark(self, customer: Customer) -> None:
        """Mark the customer who is shown, and keep them at hand; who is there stays in place."""
        self._marked = customer.id
        if customer.id in self.recent:
            self._recent = [customer if c.id == customer.id else c for c in self._recent]
        else:
            self._recent = [customer, *self._recent][:RECENT]
        self._show()

    @property
    def recent(self) -> Sequence[bytes]:
        """The ids of the customers who were open last."""
        return [each.id for each in self._recent]

    def renew(self, known: Mapping[bytes, Customer | None]) -> None:
        """Take the last customers as they stand now; None for one who is gone."""
        now = [known.get(each.id, each) for each in self._recent]
        self._recent = [each for each in now if each is not None]
        self._show()

    def begin(self) -> None:
        """Look for somebody else."""
        self.field.clear()
        self.show_found(())
        self.field.setFocus()

    def _show(self) -> None:
        """Show the hits, or that there are none; before anything is typed, the last ones."""
        recent = not self.text and not self._found
        shown = self._recent if recent else self._found
        lines = [Line(each.id, each.name, reach(each)) for each in shown]
        if recent and lines:
            lines.insert(0, Line("last", self.tr("Opened last"), heading=True))
        self.list.set_lines(lines, current=self._marked)
        self.list.setVisible(bool(lines))
        self._none.setText(self.tr("Nobody is found by these letters") if self.text else "")
        self._none.setVisible(not lines)


class ProfilePane(QWidget):
    """One customer: name, and the tabs of profile and purchases."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty."""
        super().__init__(parent)
        self.heading = Text("title", wrap=True)
        self.form, self.hints, self.bought = ProfileForm(), HintCard(), PurchasesPage()
        holder, area = QWidget(), QScrollArea()
        inner = column(holder, self.hints, self.form, None, gap=14, margin=0)
        inner.setContentsMargins(2, 8, 14, 8)
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tabs = QTabWidget()
        self.tabs.addTab(area, "")
        self.tabs.addTab(self.bought, "")
        column(self, self.heading, self.tabs, gap=6, margin=0)
        self._number, self._purchases = 0, True

    def retranslate(self) -> None:
        """Set the texts."""
        self.form.retranslate()
        self._name_tabs(purchases=self._purchases)

    def show_profile(self, found: Profile, currency: str) -> None:
        """Show a customer."""
        self.heading.setText(found.customer.name)
        self.form.show_customer(found.customer)
        self.bought.show_bought(found.bought, currency)
        self._number = len(found.bought)
        self._name_tabs(purchases=True)

    def show_new(self, begun: str, language: str) -> None:
        """Show an empty profile; ``begun`` is what was searched for: a name, phone or e-mail."""
        self.heading.setText(self.tr("New customer"))
        self.form.show_customer(None, language)
        form = self.form
        if "@" in begun:
            form.email.set_value(begun)
        elif any(letter.isdigit() for letter in begun):
            form.phone.set_value(begun)
        else:
            form.name.set_value(begun)
        self._name_tabs(purchases=False)
        self.show_form()
        form.name.setFocus()

    def show_form(self) -> None:
        """Turn to the profile."""
        self.tabs.setCurrentIndex(0)

    def _name_tabs(self, *, purchases: bool) -> None:
        """Name the tabs; purchases with their number, where there is a customer."""
        self._purchases = purchases
        words = self.tr("Purchases")
        self.tabs.setTabText(0, self.tr("Profile"))
        self.tabs.setTabText(1, f"{words} ({self._number})" if self._number else words)
        self.tabs.setTabVisible(1, purchases)
