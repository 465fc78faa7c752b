"""The pages of picking: choosing a list, walking it, shipping what is picked."""

from PySide6.QtWidgets import QWidget

from desktop import figures
from desktop.screens import pick_words as words
from desktop.screens.goods_words import amount
from desktop.screens.pick_reading import Board, Choices
from desktop.tones import Tone
from desktop.widgets import (
    EmptyState,
    ItemCard,
    LineList,
    ScanField,
    StatusPill,
    Steps,
    Text,
    beside,
    column,
    stacked,
)
from domain.picking import Step
from domain.replica import Actor


class ChoosePage(QWidget):
    """One field and what can be picked."""

    def __init__(self) -> None:
        """Empty until it is shown something."""
        super().__init__()
        self.field, self.list, self.nothing = ScanField(), LineList(), EmptyState("pick")
        box = column(self, self.field, self.list, self.nothing)
        box.setContentsMargins(24, 12, 24, 12)
        box.setStretch(1, 1)
        box.setStretch(2, 1)
        self.nothing.hide()

    def retranslate(self) -> None:
        """Set the fixed texts."""
        self.field.set_prompt(words.prompt(None))
        self.list.set_name(self.tr("What can be picked"))
        self.nothing.set_words(
            self.tr("Nothing waits to be picked"),
            self.tr("Orders appear here when stock is promised to them."),
        )

    def show_choices(self, found: Choices, me: Actor) -> None:
        """Show the lists."""
        rows = words.choice_lines(found, me)
        keep = self.list.current_key()
        first = rows[0].key if rows else None
        keys = {row.key for row in rows}
        self.list.set_lines(rows, keep if keep in keys else first)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)


class WalkPage(QWidget):
    """Where to go and what to take in the largest type; the way beside it."""

    def __init__(self) -> None:
        """Empty until it is shown something."""
        super().__init__()
        self.number, self.pill, self.steps = Text("muted"), StatusPill(), Steps()
        self.field, self.card = ScanField(), ItemCard(tall=True)
        self.list = LineList(dense=True)
        self.list.setMinimumWidth(300)
        left = stacked(self.field, self.card, gap=14)
        left.setStretch(1, 1)
        body = beside(left, self.list, gap=18)
        body.setStretch(0, 5)
        body.setStretch(1, 4)
        head = beside(self.steps, self.number, self.pill, gap=14)
        head.setStretch(0, 1)
        box = column(self, head, body, gap=10)
        box.setContentsMargins(24, 8, 24, 12)
        box.setStretch(1, 1)

    def retranslate(self) -> None:
        """Set the fixed texts."""
        self.list.set_name(self.tr("The way"))

    def show_board(self, board: Board, step: Step | None, language: str) -> None:
        """Show the list and the task in hand."""
        self.number.setText(board.list.number)
        done = board.total - board.open
        text = self.tr("%1 of %2").replace("%1", str(done)).replace("%2", str(board.total))
        self.pill.set_state(text, Tone.INFO if board.open else Tone.SUCCESS)
        current = step.task.id if step is not None else None
        self.list.set_lines(words.walk_lines(board, language), current)
        self.field.set_prompt(words.prompt(step))
        if step is None:
            self.card.set_item("")
            self.card.set_facts([])
            self.card.figure.hide()
            return
        self.steps.set_steps(*words.step_names(step))
        self._show_step(board, step, language)

    def _show_step(self, board: Board, step: Step, language: str) -> None:
        """Show in the largest type what counts now: first the place, then the quantity."""
        product, place = step.item, step.task.place
        self.card.set_item(product.named(language), words.item_code(board, step))
        self.card.set_facts(words.task_facts(board, step))
        figure = self.card.figure
        figure.show()
        if not step.at_place:
            figure.set_caption(self.tr("Go to"))
            figure.set_value(place.code)
            figure.set_note("" if place.code in place.name else place.name)
            return
        figure.set_caption(self.tr("Take from %1").replace("%1", place.code))
        wanted = amount(product, step.task.open)
        if step.steps and not step.full:
            counted = figures.quantity(step.steps, product.decimals)
            wanted = f"{counted} / {wanted}"
        figure.set_value(wanted, Tone.SUCCESS if step.full else Tone.NEUTRAL)
        figure.set_note("")


class DonePage(QWidget):
    """Everything is picked: which orders can be shipped."""

    def __init__(self) -> None:
        """Empty until it is shown something."""
        super().__init__()
        self.title, self.text = Text("title", wrap=True), Text("muted", wrap=True)
        self.list = LineList()
        box = column(self, self.title, self.text, self.list, gap=10)
        box.setContentsMargins(24, 12, 24, 12)
        box.setStretch(2, 1)

    def retranslate(self) -> None:
        """Set the fixed texts."""
        self.list.set_name(self.tr("Picked orders"))

    def show_board(self, board: Board) -> None:
        """Show what was picked and is to be shipped."""
        title = self.tr("Everything is picked")
        if board.short:
            title = self.tr("The list is done, %n line(s) short", "", board.short)
        self.title.setText(title)
        self.text.setText(
            self.tr("Pack it and ship it, or leave it at the packing place for later.")
        )
        rows = words.done_lines(board.packed)
        keep = self.list.current_key()
        keys = [row.key for row in rows]
        self.list.set_lines(rows, keep if keep in keys else keys[0] if keys else None)

    def marked_order(self) -> bytes | None:
        """The order that is marked among those that are picked."""
        key = self.list.current_key()
        return key if isinstance(key, bytes) else None
