"""Why this quantity: the planner's exact account, written out so that a person can add it up."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop import figures
from desktop.screens.goods_words import PIECE, Counts, amount
from desktop.screens.reorder_reading import Draft, Group, Plan, Proposal
from desktop.screens.till import money
from desktop.tones import Tone
from desktop.widgets import Line
from domain import purchasing
from domain.purchasing import Order, in_minor

TWO_DIGITS = 10
"""A rate is written with two digits that say something."""

CONFIDENCE_TONES = {
    "good": Tone.SUCCESS,
    "fair": Tone.INFO,
    "weak": Tone.WARNING,
    "guess": Tone.WARNING,
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the account; ``total`` closes a sum, ``result`` is the last one."""

    words: str
    figure: str
    total: bool = False
    result: bool = False


def cost(value: int, currency: str) -> str:
    """Write a value in 1/10,000 as it is paid: ``€412.40``."""
    return money(in_minor(value, currency), currency)


def confidence(code: str) -> str:
    """Say how sure the forecast is."""
    translate = QCoreApplication.translate
    words = {
        "good": translate("Reorder", "Well proven"),
        "fair": translate("Reorder", "Fairly sure"),
        "weak": translate("Reorder", "Uncertain"),
        "guess": translate("Reorder", "A guess"),
    }
    return words.get(code, code)


def rate(proposal: Proposal) -> str:
    """Write what is sold a day, rounded for reading: ``3.2``, ``0.14``, ``0.021 kg``."""
    product, weekly = proposal.product, proposal.line.weekly_milli
    divisor = 7 * 1000 * product.steps_per_unit
    places = scaled = 0
    for places in range(max(product.decimals, 1), product.decimals + 4):
        scaled = (2 * weekly * 10**places + divisor) // (2 * divisor)
        if scaled >= TWO_DIGITS:
            break
    unit = "" if product.unit == PIECE else product.unit
    return _average(scaled, places, unit)


def _average(scaled: int, places: int, unit: str) -> str:
    """Write what is no amount of goods but an average, without needless zeros."""
    text = figures.figure(scaled, places, keep_zeros=False)
    return f"{text} {unit}" if unit else text


def account_rows(proposal: Proposal, chosen: int) -> list[Row]:
    """Give the account line by line: every figure is the sum of those above it.

    ``chosen`` is what the person will order; a last line says where it differs.
    """
    translate = QCoreApplication.translate
    product, line = proposal.product, proposal.line
    parts = {name: int(value or 0) for name, value in _numbers(line.account).items()}
    rows: list[Row] = []

    def add(words: str, steps: int, sign: str = "", *, total: bool = False) -> None:
        figure = f"{sign}{' ' if sign else ''}{amount(product, abs(steps))}"
        rows.append(Row(words, figure, total))

    days = parts["protection_days"]
    add(Counts().expected_sales(days, rate(proposal)), parts["expected"])
    service = figures.figure(parts["service_permille"], 1, keep_zeros=False)
    words = translate("Reorder", "Buffer, so that %1 % of the time it lasts")
    add(words.replace("%1", service), parts["safety_stock"], "+")
    if parts["cycle_stock"]:
        add(translate("Reorder", "Until the order after this one"), parts["cycle_stock"], "+")
    add(translate("Reorder", "Should be there"), _up_to(parts), "=", total=True)
    if line.on_hand or not line.on_order:
        sign = "\u2212" if line.on_hand >= 0 else "+"
        add(translate("Reorder", "On hand"), line.on_hand, sign)
    if line.on_order:
        add(translate("Reorder", "On order"), line.on_order, "\u2212")
    if line.reserved:
        add(translate("Reorder", "Promised to customers"), line.reserved, "+")
    add(translate("Reorder", "Missing"), parts["need"], "=", total=True)
    if parts["added_for_minimum"]:
        words = translate("Reorder", "Up to the smallest order, %1")
        words = words.replace("%1", amount(product, parts["minimum_order"]))
        add(words, parts["added_for_minimum"], "+")
    if parts["added_for_pack"]:
        words = translate("Reorder", "Up to whole packs of %1")
        words = words.replace("%1", amount(product, parts["pack"]))
        add(words, parts["added_for_pack"], "+")
    if chosen != line.proposed:
        add(translate("Reorder", "Proposed"), line.proposed, "=", total=True)
        difference = chosen - line.proposed
        sign = "\u2212" if difference < 0 else "+"
        add(translate("Reorder", "Changed by you"), difference, sign)
    rows.append(Row(translate("Reorder", "Order"), amount(product, chosen), result=True))
    return rows


def _numbers(account: Mapping[str, int | str | None]) -> dict[str, int]:
    """Give the account's numbers; what is missing is zero."""
    names = (
        *("expected", "safety_stock", "cycle_stock", "protection_days", "service_permille"),
        *("need", "added_for_minimum", "added_for_pack", "pack", "minimum_order"),
    )
    return {name: int(account.get(name) or 0) for name in names}


def _up_to(parts: Mapping[str, int]) -> int:
    """The level that the order raises the stock to."""
    return parts["expected"] + parts["safety_stock"] + parts["cycle_stock"]


def weekly(proposal: Proposal, milli: int) -> str:
    """Write the demand of a week, given in thousandths of a step: ``3.2``, ``0.149 kg``."""
    product = proposal.product
    unit = "" if product.unit == PIECE else product.unit
    if product.decimals:
        return _average((milli + 500) // 1000, product.decimals, unit)
    return _average((milli + 50) // 100, 1, unit)


def lasts(proposal: Proposal) -> str:
    """Say how long what is here lasts, and how long a delivery takes."""
    translate = QCoreApplication.translate
    account = proposal.line.account
    covers, lead = account.get("covers_days"), int(account.get("lead_time_days") or 0)
    here = amount(proposal.product, proposal.line.on_hand)
    parts = [translate("Reorder", "%1 here").replace("%1", here)]
    if covers is not None:
        parts.append(Counts().lasts(int(covers)))
    parts.append(Counts().delivery(lead))
    return ", ".join(parts)


def plan_lines(
    plan: Plan, quantities: Mapping[bytes, int], left_out: Collection[bytes], language: str
) -> list[Line]:
    """Give the plan as lines: a heading for each supplier, then its items."""
    rows: list[Line] = []
    for group in plan.groups:
        rows.append(_heading(group, quantities, left_out))
        rows += [_line(each, quantities, left_out, group, language) for each in group.proposals]
    return rows


def _heading(group: Group, quantities: Mapping[bytes, int], left_out: Collection[bytes]) -> Line:
    """Name a supplier, what the chosen items cost, and whether that is enough."""
    translate = QCoreApplication.translate
    supplier = group.supplier
    wanted = [p for p in group.proposals if p.line.order is None and p.item not in left_out]
    value = sum(p.cost(quantities.get(p.item, p.line.proposed)) for p in wanted)
    detail = Counts().items(len(wanted))
    tone, minimum = Tone.NEUTRAL, supplier.minimum_order_amount
    if wanted and minimum is not None and in_minor(value, supplier.currency) < minimum:
        words = translate("Reorder", "below the minimum of %1")
        detail += ", " + words.replace("%1", money(minimum, supplier.currency))
        tone = Tone.WARNING
    shown = cost(value, supplier.currency) if wanted else ""
    key = ("supplier", supplier.id)
    return Line(key, supplier.name, detail, shown, tone=tone, heading=True)


def _line(
    proposal: Proposal,
    quantities: Mapping[bytes, int],
    left_out: Collection[bytes],
    group: Group,
    language: str,
) -> Line:
    """Give one item: chosen, left out, or ordered already."""
    translate = QCoreApplication.translate
    product = proposal.product
    steps = quantities.get(proposal.item, proposal.line.proposed)
    status, tone = translate("Reorder", "Chosen"), Tone.SUCCESS
    if proposal.line.order is not None:
        status, tone = translate("Reorder", "Ordered"), Tone.INFO
    elif proposal.item in left_out:
        status, tone = translate("Reorder", "Left out"), Tone.NEUTRAL
    note = cost(proposal.cost(steps), group.supplier.currency)
    name, figure = product.named(language), amount(product, steps)
    return Line(proposal.item, name, lasts(proposal), figure, note, tone, status)


def order_lines(orders: Collection[Order]) -> list[Line]:
    """Give drafts and sent orders."""
    translate = QCoreApplication.translate
    rows = []
    for order in orders:
        status, tone = translate("Reorder", "Draft"), Tone.NEUTRAL
        if order.status != purchasing.DRAFT:
            status, tone = translate("Reorder", "Sent"), Tone.SUCCESS
            if order.sent_day:
                words = translate("Reorder", "Sent %1")
                status = words.replace("%1", figures.day(order.sent_day))
        count = Counts().lines(order.line_count)
        detail = f"{order.number} \u00b7 {count}"
        total = cost(order.total, order.currency)
        rows.append(Line(order.id, order.supplier_name, detail, total, "", tone, status))
    return rows


def draft_lines(draft: Draft, language: str) -> list[Line]:
    """Give the lines of one order."""
    return [
        Line(
            *(line.id, product.named(language), product.sku),
            figure=amount(product, line.quantity),
            note=cost(line.amount, draft.order.currency),
        )
        for line, product in draft.lines
    ]
