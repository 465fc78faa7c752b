"""The page that says why a number is what it is: movements, and the changeset behind each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop import figures
from desktop.screens import stock_words as words
from desktop.screens.goods_words import amount, lot_words
from desktop.screens.stock_parts import DASH
from desktop.screens.stock_reading import Step, Why
from desktop.tones import Tone
from desktop.widgets import (
    BigNumber,
    Card,
    Column,
    PagedTable,
    StatusPill,
    Text,
    beside,
    column,
    stacked,
)
from domain.catalogue import Product


class ChangesetCard(Card):
    """Who wrote a movement, when, where, with which command: the changeset behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a movement is marked."""
        super().__init__(parent)
        self.setFixedWidth(360)
        self._title, self._who, self._when = Text("label"), Text("title", wrap=True), Text("muted")
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(3)
        self._grid.setHorizontalSpacing(14)
        self._grid.setColumnStretch(1, 1)
        head = stacked(self._title, self._who, self._when, gap=2)
        column(self, head, self._grid, None, gap=10, margin=18)

    def show_step(self, step: Step | None, product: Product) -> None:
        """Show the changeset of a movement; None empties the card."""
        while self._grid.count():
            gone = self._grid.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        self._title.setText(self.tr("Written by"))
        if step is None:
            self._who.setText(DASH)
            self._when.setText("")
            return
        posted = step.posted
        self._who.setText(step.who or self.tr("The program"))
        self._when.setText(figures.moment(posted.occurred_at))
        where = f"{posted.source} \u2192 {posted.target}"
        station = f"{step.station} ({posted.life})" if step.station else posted.life
        command = words.command(posted.command)
        facts = [
            (self.tr("Station"), station),
            (self.tr("Command"), command),
            (self.tr("Document"), posted.number or DASH),
            (self.tr("From, to"), where),
            (self.tr("Amount"), amount(product, abs(posted.quantity))),
            (self.tr("Lot"), lot_words(posted.lot, None, posted.serial) or DASH),
            (self.tr("Business day"), figures.day(posted.business_date)),
            (self.tr("Changeset"), posted.changeset_hash.hex()[:16]),
        ]
        for n, (name, value) in enumerate(facts):
            self._grid.addWidget(Text("caption", name), n, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Text("strong", value, wrap=True), n, 1)

    def words(self) -> list[str]:
        """Give all that the card says."""
        texts = [self._who.text(), self._when.text()]
        for at in range(self._grid.count()):
            item = self._grid.itemAt(at)
            widget = item.widget() if item is not None else None
            if isinstance(widget, Text):
                texts.append(widget.text())
        return texts


class WhyPage(QWidget):
    """Why a number is what it is: its movements, and the changeset behind the marked one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing was asked yet."""
        super().__init__(parent)
        self._why: Why | None = None
        self.title, self.subtitle = Text("title", wrap=True), Text("muted")
        self.pill, self.number = StatusPill(), BigNumber()
        self.number.align_right()
        self.table: PagedTable[Step] = PagedTable(self._columns())
        self.card = ChangesetCard()
        self.table.marked.connect(self._mark)
        below = beside(self.subtitle, self.pill, None, gap=12)
        head = beside(stacked(self.title, below, gap=4), None, self.number, gap=24)
        body = beside(self.table, self.card, gap=16)
        body.setStretch(0, 1)
        column(self, head, body, gap=12, margin=0).setStretch(1, 1)

    def retranslate(self) -> None:
        """Name the table."""
        self.table.set_name(self.tr("Movements, newest first"))
        self.table.set_empty("history", self.tr("Nothing has moved here yet"))

    def show_why(self, why: Why, language: str) -> None:
        """Show a number and its movements."""
        self._why = why
        self.title.setText(why.product.named(language))
        place = why.place.code if why.place is not None else self.tr("All places")
        lot = lot_words(why.target.lot or "", None)
        self.subtitle.setText(" \u00b7 ".join(part for part in (place, lot) if part))
        if why.complete:
            text = self.tr("%n movement(s) add up to it", "", len(why.steps))
            self.pill.set_state(text, Tone.SUCCESS)
        else:
            text = self.tr("The newest %n movement(s)", "", len(why.steps))
            self.pill.set_state(text, Tone.INFO)
        self.number.set_caption(self.tr("On hand"))
        tone = Tone.WARNING if why.now < 0 else Tone.NEUTRAL
        self.number.set_value(amount(why.product, why.now), tone)
        self.table.set_rows(why.steps)
        if why.steps and self.table.current() is None:
            self.table.mark(0)
        self._mark(self.table.current())

    def _columns(self) -> list[Column[Step]]:
        return [
            Column(
                lambda: self.tr("When"), lambda s: figures.moment(s.posted.occurred_at), width=214
            ),
            Column(
                lambda: self.tr("What"),
                lambda s: words.reason(s.posted.reason),
                width=130,
                stretch=1,
                strong=True,
            ),
            Column(lambda: self.tr("Who"), lambda s: s.who or "", width=130, stretch=1),
            Column(lambda: self.tr("Amount"), self._moved, width=96, right=True, strong=True),
            Column(lambda: self.tr("Balance"), self._after, width=92, right=True),
        ]

    def _moved(self, step: Step) -> str:
        if self._why is None:
            return ""
        steps = step.posted.quantity
        return words.signed(amount(self._why.product, steps), steps)

    def _after(self, step: Step) -> str:
        return "" if self._why is None else amount(self._why.product, step.after)

    def _mark(self, step: Step | None) -> None:
        if self._why is not None:
            self.card.show_step(step, self._why.product)
