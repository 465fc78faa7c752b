"""Parts of the customers screen: the profile's form, the likenesses, the purchases, the merge."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import figures
from desktop.language import LANGUAGES
from desktop.screens.customers_reading import Bought
from desktop.tones import Tone
from desktop.widgets import (
    BigNumber,
    Button,
    Card,
    CheckField,
    ChoiceField,
    EmptyState,
    Field,
    Form,
    Line,
    LineList,
    NotesField,
    Sheet,
    SideBySide,
    StatusPill,
    Text,
    TextField,
    beside,
    column,
    stacked,
)
from domain import customers
from domain.counter import REFUND
from domain.customers import Customer, DuplicateHint
from domain.values import decimals_of

SHOWN_HINTS = 2


class ProfileForm(Form):
    """Name, phone, e-mail, language, consent, notes."""

    edited = Signal()
    """Somebody typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty."""
        super().__init__(parent)
        self.name, self.phone, self.email = TextField(), TextField(), TextField()
        self.speaks, self.consent, self.notes = ChoiceField(), CheckField(), NotesField()
        self.add("name", self.name)
        self.add_row({"phone": self.phone, "email": self.email})
        self.add_row({"language": self.speaks, "marketing_consent": self.consent})
        self.add("notes", self.notes)
        for field in self._all():
            field.changed.connect(self.edited)

    def retranslate(self) -> None:
        """Name the fields."""
        self.name.set_words(self.tr("Name"))
        self.phone.set_words(self.tr("Phone"))
        self.email.set_words(self.tr("E-mail"))
        self.speaks.set_words(self.tr("Language of receipts"))
        self.consent.set_words(self.tr("Marketing"))
        self.consent.set_sentence(self.tr("May receive offers from us"))
        self.notes.set_words(self.tr("Notes"))

    def show_customer(self, customer: Customer | None, language: str = "en") -> None:
        """Fill the fields; None empties them for a new customer."""
        known = dict(LANGUAGES)
        speaks = customer.language if customer is not None else language
        known.setdefault(speaks, speaks)
        self.speaks.set_choices(list(known.items()))
        self.speaks.set_value(speaks)
        self.name.set_value(customer.name if customer else "")
        phone = (customer.phone_typed or customer.phone or "") if customer else ""
        self.phone.set_value(phone)
        self.email.set_value((customer.email or "") if customer else "")
        self.notes.set_value(customer.notes if customer else "")
        given = customer.marketing_consent_at if customer else None
        self.consent.set_value(given is not None)
        since = self.tr("Given on %1").replace("%1", figures.moment(given)) if given else ""
        self.consent.set_words(self.tr("Marketing"), since)
        self.set_problems({})

    def set_editable(self, able: bool) -> None:
        """Let the fields be edited, or only be read."""
        for field in self._all():
            field.setEnabled(able)

    def blame(self, code: str) -> str:
        """Give the name of the field that an error of the domain is about; empty for none."""
        by_code = {
            "customers.name_missing": "name",
            "customers.phone_refused": "phone",
            "customers.email_refused": "email",
        }
        if code in by_code:
            return by_code[code]
        texts = {"name": self.name, "phone": self.phone, "notes": self.notes}
        if code == "customers.card_data_refused":
            guilty = [n for n, f in texts.items() if customers.holds_card_number(str(f.value()))]
            return guilty[0] if guilty else "notes"
        if code == "customers.text_too_long":
            return max(texts, key=lambda n: len(str(texts[n].value())))
        return ""

    def _all(self) -> tuple[Field, ...]:
        return (self.name, self.phone, self.email, self.speaks, self.consent, self.notes)


class HintCard(Card):
    """Customers who may be this one: open them, or make one of two."""

    opened = Signal(bytes)
    """Show this customer instead."""
    merging = Signal(bytes)
    """Make this customer and the one shown one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden until somebody looks alike."""
        super().__init__(parent, kind="sunken")
        self._pill = StatusPill()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column(self, beside(self._pill, None), self._rows, gap=6, margin=14)
        self.hide()

    def show_hints(self, hints: Sequence[DuplicateHint], *, may_merge: bool) -> None:
        """Show who looks alike, and why."""
        while self._rows.count():
            gone = self._rows.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        why = {
            "phone": self.tr("same phone"),
            "email": self.tr("same e-mail"),
            "name": self.tr("similar name"),
        }
        self._pill.set_state(self.tr("%n customer(s) like this", "", len(hints)), Tone.WARNING)
        for hint in hints[:SHOWN_HINTS]:
            self._rows.addWidget(self._row(hint, why.get(hint.why, hint.why), may_merge=may_merge))
        self.setVisible(bool(hints))

    def _row(self, hint: DuplicateHint, why: str, *, may_merge: bool) -> QWidget:
        """One likeness: who, why, and what to do about it."""
        line = QWidget()
        customer = hint.customer
        open_it, merge = Button("quiet"), Button("quiet", "users")
        open_it.setText(self.tr("Open"))
        merge.setText(self.tr("Merge\u2026"))
        open_it.setAccessibleName(f"{self.tr('Open')} {customer.name}")
        merge.setAccessibleName(f"{self.tr('Merge')} {customer.name}")
        merge.setVisible(may_merge)
        open_it.clicked.connect(lambda: self.opened.emit(customer.id))
        merge.clicked.connect(lambda: self.merging.emit(customer.id))
        words = stacked(Text("strong", customer.name), Text("caption", reach(customer, why)), gap=0)
        box = beside(words, None, open_it, merge, gap=4)
        box.setContentsMargins(0, 0, 0, 0)
        line.setLayout(box)
        return line


class PurchasesPage(QWidget):
    """What a customer bought and brought back."""

    chosen = Signal(object)
    """The id of a sale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing yet."""
        super().__init__(parent)
        self.count, self.spent = BigNumber(), BigNumber()
        self.lines, self.empty = LineList(), EmptyState("history")
        self._figures = QWidget()
        self._figures.setLayout(beside(self.count, self.spent, None, gap=48))
        column(self, self._figures, self.lines, self.empty, gap=8, margin=0)
        self.lines.chosen.connect(self.chosen)

    def show_bought(self, bought: Sequence[Bought], currency: str) -> None:
        """Show purchases, newest first; the sum is of those in the company's currency."""
        sales = [each.head for each in bought if each.head.kind != REFUND]
        spent = sum(each.head.total for each in bought if each.head.terms.currency == currency)
        self.count.set_caption(self.tr("Purchases"))
        self.count.set_value(figures.figure(len(sales)))
        self.spent.set_caption(self.tr("Spent"))
        self.spent.set_value(paid(spent, currency))
        self.lines.set_name(self.tr("Purchases"))
        self.lines.set_lines([self._line(each) for each in bought])
        self.empty.set_words(
            self.tr("Nothing bought here yet"),
            self.tr("Purchases appear as soon as a sale names this customer."),
        )
        self._figures.setVisible(bool(bought))
        self.lines.setVisible(bool(bought))
        self.empty.setVisible(not bought)

    def _line(self, each: Bought) -> Line:
        """One purchase."""
        head = each.head
        back = head.kind == REFUND
        items = self.tr("%n line(s)", "", head.line_count)
        return Line(
            head.id,
            head.number or head.reference or "",
            f"{figures.moment(head.occurred_at)} \u00b7 {items} \u00b7 {each.site}",
            paid(head.total, head.terms.currency),
            tone=Tone.WARNING if back else Tone.NEUTRAL,
            status=self.tr("Refund") if back else "",
        )


class MergeSheet(Sheet):
    """Which of two profiles stays? The other becomes another name of it."""

    def __init__(
        self,
        parent: QWidget,
        left: Customer,
        right: Customer,
        then: Callable[[bytes, bytes], object],
    ) -> None:
        """``then`` gets (the id that stays, the id that is merged into it)."""
        super().__init__(parent)
        self.setMinimumWidth(760)
        self.set_words(
            self.tr("Make one customer of two"),
            self.tr("The one that you keep fills its gaps from the other. Purchases of both stay."),
        )
        self._pair, self._then = (left, right), then
        self.sides = SideBySide()
        heads = (self.tr("Shown now"), self.tr("Looks alike"))
        for which, customer in enumerate(self._pair):
            self.sides.set_side(
                which, heads[which], customer.name, reach(customer), self.tr("Keep this one")
            )
        self.sides.chosen.connect(self._choose)
        self.body.addWidget(self.sides)
        cancel = Button("secondary")
        cancel.setText(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.set_buttons([cancel])

    def _choose(self, which: int) -> None:
        """Close, then merge."""
        self.accept()
        self._then(self._pair[which].id, self._pair[1 - which].id)


def reach(customer: Customer, first: str = "") -> str:
    """Say how a customer can be reached."""
    parts = (first, customer.phone or "", customer.email or "")
    return " \u00b7 ".join(part for part in parts if part)


def paid(minor: int, currency: str) -> str:
    """Write an amount of money with its currency."""
    return f"{figures.money(minor, decimals_of(currency))} {currency}"
