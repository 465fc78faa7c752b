"""How picking reads: lists to choose from, the walk, where to go and what to take."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from desktop import figures
from desktop.screens.goods_words import Counts, amount, lot_words
from desktop.screens.orders_words import number_of
from desktop.screens.pick_reading import Board, Choices, ListRow
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from desktop.widgets import Line
from domain import picking
from domain.orders import OrderRow
from domain.picking import PickTask, Step
from domain.picking.scanning import ITEM, LOT, PLACE, SERIAL
from domain.replica import Actor

READY_KEY = "ready"
"""The key of the line that makes lists of the orders that are ready."""
OTHER_LOT, UNREADABLE = "other_lot", "unreadable"
"""Exceptions that are not a short pick."""

REASONS = (
    (picking.MISSING, QT_TRANSLATE_NOOP("Pick", "The bin is empty, or holds too little")),
    (picking.DAMAGED, QT_TRANSLATE_NOOP("Pick", "The goods are damaged")),
    (picking.WRONG_GOODS, QT_TRANSLATE_NOOP("Pick", "Something else lies there")),
    (picking.UNREACHABLE, QT_TRANSLATE_NOOP("Pick", "The bin cannot be reached")),
)
"""Why goods cannot be picked."""


class PickCounts(QObject):
    """Numbers of orders in the plural of the language (see ``goods_words.Counts``)."""

    def ready(self, number: int) -> str:
        """Write ``4 orders ready to pick``."""
        return self.tr("%n order(s) ready to pick", "", number)

    def together(self, number: int) -> str:
        """Write ``4 orders together``."""
        return self.tr("%n order(s) together", "", number)


def choice_lines(found: Choices, me: Actor) -> list[Line]:
    """Give the lists, one's own first, then what is ready, then what is to be shipped."""
    mine = [row for row in found.lists if is_mine(row, me)]
    others = [row for row in found.lists if row not in mine]
    rows = [_list_line(row, me) for row in (*mine, *others)]
    if found.ready:
        title = PickCounts().ready(found.ready)
        status = QCoreApplication.translate("Pick", "Not on a list yet")
        rows.append(Line(READY_KEY, title, "", "", "", Tone.NEUTRAL, status))
    return rows + [_packed_line(row) for row in found.packed]


def is_mine(row: ListRow, me: Actor) -> bool:
    """Whether this person has the list."""
    return row.claim is not None and (row.claim.user, row.claim.name) == (me.id, me.name)


def _list_line(row: ListRow, me: Actor) -> Line:
    translate = QCoreApplication.translate
    if len(row.orders) == 1:
        title = row.orders[0].ship_to or number_of(row.orders[0])
    else:
        title = PickCounts().together(len(row.orders))
    left = [task for task in row.list.tasks if task.open]
    bins = list(dict.fromkeys(task.place.code for task in left))
    way = bins[0] if len(bins) == 1 else f"{bins[0]} \u2192 {bins[-1]}" if bins else ""
    parts = [row.list.number, way]
    status, tone = translate("Pick", "To pick"), Tone.INFO
    if is_mine(row, me):
        status, tone = translate("Pick", "Yours"), Tone.SUCCESS
    elif row.claim is not None:
        status = translate("Pick", "%1 is picking it").replace("%1", row.claim.name)
        tone = Tone.WARNING
    figure = Counts().lines(len(left))
    detail = " \u00b7 ".join(part for part in parts if part)
    return Line(row.list.id, title, detail, figure, "", tone, status)


def _packed_line(row: OrderRow) -> Line:
    status = QCoreApplication.translate("Pick", "Picked, to be shipped")
    title = row.ship_to or number_of(row)
    return Line(("ship", row.id), title, number_of(row), "", "", Tone.SUCCESS, status)


def walk_lines(board: Board, language: str) -> list[Line]:
    """Give the tasks in walking order: what is done, what is next."""
    return [_task_line(board, task, language) for task in board.list.tasks]


def _task_line(board: Board, task: PickTask, language: str) -> Line:
    product = board.items[task.item]
    parts = [product.named(language), lot_words(task.lot, None)]
    words, tone = task_words(task)
    done = figures.quantity(task.picked, product.decimals)
    figure = amount(product, task.quantity)
    if task.picked and task.open:
        figure = f"{done} / {figure}"
    detail = " \u00b7 ".join(part for part in parts if part)
    return Line(task.id, task.place.code, detail, figure, "", tone, words)


def task_words(task: PickTask) -> tuple[str, Tone]:
    """Name what a task is; one that is simply to do needs no word."""
    translate = QCoreApplication.translate
    words = {
        picking.TODO: ("", Tone.NEUTRAL),
        picking.POSTPONED: (translate("Pick", "Put off"), Tone.INFO),
        picking.DONE: (translate("Pick", "Picked"), Tone.SUCCESS),
        picking.SHORT: (translate("Pick", "Short"), Tone.WARNING),
        picking.VOID: (translate("Pick", "Not wanted"), Tone.NEUTRAL),
    }
    return words[task.status]


def done_lines(rows: Sequence[OrderRow]) -> list[Line]:
    """Give the orders of a list that lie picked."""
    status = QCoreApplication.translate("Pick", "Picked, to be shipped")
    return [
        Line(row.id, row.ship_to or number_of(row), number_of(row), "", "", Tone.SUCCESS, status)
        for row in rows
    ]


def prompt(step: Step | None) -> str:
    """Say what to scan next."""
    translate = QCoreApplication.translate
    if step is None:
        return translate("Pick", "Scan a pick list or an order")
    texts = {
        PLACE: translate("Pick", "Scan %1").replace("%1", step.task.place.code),
        ITEM: translate("Pick", "Scan the item"),
        LOT: translate("Pick", "Scan lot %1").replace("%1", step.task.lot),
        SERIAL: translate("Pick", "Scan the serial number"),
    }
    return texts.get(step.wants, translate("Pick", "Scan on, or confirm"))


def step_names(step: Step) -> tuple[list[str], int]:
    """Give the names of the steps of a task, and which one is now."""
    translate = QCoreApplication.translate
    names = [translate("Pick", "Place"), translate("Pick", "Item")]
    if step.task.lot:
        names.append(translate("Pick", "Lot"))
    names.append(translate("Pick", "Serial no.") if step.by_serial else translate("Pick", "Amount"))
    now = {PLACE: 0, ITEM: 1, LOT: 2}.get(step.wants, len(names) - 1)
    return names, now


def task_facts(board: Board, step: Step) -> list[tuple[str, str]]:
    """Give what the picker must know of the goods: how much (on the way there), and the lot."""
    translate, task = QCoreApplication.translate, step.task
    facts = []
    if not step.at_place:
        facts.append((translate("Pick", "Take"), amount(step.item, task.open)))
    if task.lot:
        facts.append((translate("Pick", "Lot"), task.lot))
    expires = board.expires.get((task.item, task.lot))
    if expires:
        facts.append((translate("Pick", "Best before"), figures.day(expires)))
    return facts


def item_code(board: Board, step: Step) -> str:
    """Give the item's number, and for whom it is where several orders are picked in one walk."""
    order = board.orders.get(step.task.order)
    if order is None or len(board.orders) == 1:
        return step.item.sku
    text = QCoreApplication.translate("Pick", "for %1")
    whom = text.replace("%1", order.ship_to or number_of(order))
    return f"{step.item.sku} \u00b7 {whom}"
