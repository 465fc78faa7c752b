"""Keeping a run's proposals, showing them, and making them draft orders. Imports no numpy."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, update
from sqlalchemy.engine import Connection

from domain import purchasing, stock
from domain.errors import RuleBroken
from domain.replica import Transaction
from domain.replica import run as run_sql
from forecasting.tables import reorder_line, reorder_run

if TYPE_CHECKING:
    from forecasting.proposals import ItemPlan
    from forecasting.runner import RunResult


class NothingProposed(RuleBroken):
    """An item that the newest run did not plan was to be ordered."""

    code = "reorder.nothing_proposed"
    sentence = "The newest plan says nothing about this item. Run the forecast again."


class AlreadyOrdered(RuleBroken):
    """A proposal was accepted before."""

    code = "reorder.already_ordered"
    sentence = "This proposal has become an order already."


@dataclass(frozen=True, slots=True)
class Run:
    """The newest run of a site."""

    id: bytes
    finished_at: int
    day: str
    items: int
    without_supplier: int
    oddities: int


@dataclass(frozen=True, slots=True)
class Line:
    """One item of the newest run; quantities in steps, ``weekly_milli`` in thousandths of one."""

    item: bytes
    supplier: bytes | None
    proposed: int
    on_hand: int
    on_order: int
    reserved: int
    model: str
    confidence: str
    weekly_milli: int
    account: dict[str, int | str | None]
    forecast_milli: tuple[int, ...]
    tested: tuple[dict[str, int | str | None], ...]
    order: bytes | None


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decided about a proposal: how much to order, in steps (0: leave it out)."""

    item: bytes
    quantity: int


def keep(tx: Transaction, site: int, day: str, result: "RunResult", settings: str) -> Run:
    """Put a finished run in the place of the one before, in one step. Needs reorder.propose."""
    tx.require("reorder.propose")
    tx.local(delete(reorder_line).where(reorder_line.c.site == site))
    tx.local(delete(reorder_run).where(reorder_run.c.site == site))
    made = Run(
        tx.new_id(),
        tx.occurred_at,
        day,
        len(result.plans),
        len(result.without_supplier),
        len(result.oddities),
    )
    tx.local(
        insert(reorder_run).values(
            site=site,
            id=made.id,
            finished_at=made.finished_at,
            day=day,
            items=made.items,
            without_supplier=made.without_supplier,
            oddities=made.oddities,
            settings=settings,
        )
    )
    for plan in result.plans:
        tx.local(insert(reorder_line).values(site=site, **_line(plan)))
    return made


def _line(plan: "ItemPlan") -> dict[str, object]:
    account, goal = plan.account, plan.target
    words: dict[str, object] = {
        "expected": goal.expected,
        "safety_stock": goal.safety_stock,
        "cycle_stock": goal.cycle_stock,
        "protection_days": goal.protection_days,
        "service_permille": goal.service_permille,
        "reorder_point": goal.reorder_point,
        "order_up_to": goal.order_up_to,
        "basis": str(goal.basis),
        "position": plan.position.total,
    }
    if account is not None:
        words |= {
            "need": account.need,
            "added_for_minimum": account.added_for_minimum,
            "added_for_pack": account.added_for_pack,
            "lead_time_days": account.terms.lead_time_days,
            "minimum_order": account.terms.minimum_order,
            "pack": account.terms.pack,
            "covers_days": account.covers_days,
        }
    return {
        "item": plan.item,
        "supplier": None if plan.terms is None else plan.terms.supplier,
        "proposed": 0 if account is None else account.quantity,
        "on_hand": plan.position.on_hand,
        "on_order": plan.position.on_order,
        "reserved": plan.position.reserved,
        "model": plan.model,
        "confidence": str(plan.confidence),
        "weekly_milli": goal.weekly_milli,
        "account": json.dumps(words),
        "forecast": json.dumps(list(plan.forecast_milli)),
        "tested": json.dumps(
            [
                {
                    "model": tested.model,
                    "rmsse": tested.rmsse_permille,
                    "bias": tested.bias_permille,
                    "refused": str(tested.refused),
                }
                for tested in plan.tested
            ]
        ),
        "order_id": None,
    }


def newest_run(connection: Connection, site: int) -> Run | None:
    """Give the newest run of a site, if there was one."""
    row = run_sql(
        connection,
        "SELECT id, finished_at, day, items, without_supplier, oddities FROM reorder_run"
        " WHERE site = ?",
        site,
    ).first()
    return None if row is None else Run(*row)


_LINE = (
    "SELECT item, supplier, proposed, on_hand, on_order, reserved, model, confidence,"
    " weekly_milli, account, forecast, tested, order_id FROM reorder_line WHERE site = ?"
)


def proposals(connection: Connection, site: int, *, everything: bool = False) -> list[Line]:
    """Give what the newest run proposes to order, by supplier, the fastest sellers first."""
    where = "" if everything else " AND proposed > 0"
    rows = run_sql(connection, f"{_LINE}{where} ORDER BY supplier, weekly_milli DESC, item", site)
    return [_read(row) for row in rows]


def proposal_of(connection: Connection, site: int, item: bytes) -> Line | None:
    """Give what the newest run says about one item."""
    row = run_sql(connection, f"{_LINE} AND item = ?", site, item).first()
    return None if row is None else _read(row)


def _read(row: Sequence[object]) -> Line:
    values = list(row)
    values[9] = json.loads(str(values[9]))
    values[10] = tuple(json.loads(str(values[10])))
    values[11] = tuple(json.loads(str(values[11])))
    return Line(*values)  # type: ignore[arg-type]


def recent_weeks(
    connection: Connection, site: int, item: bytes, last_day: str, weeks: int = 12
) -> tuple[int, ...]:
    """Give what left for customers in each of the last weeks, in steps, oldest week first.

    A week ends on the weekday of ``last_day`` (ISO). What came back on its day counts against it.
    """
    last = date.fromisoformat(last_day)
    first = last - timedelta(days=7 * weeks - 1)
    rows = run_sql(
        connection,
        "SELECT m.business_date, sum(CASE WHEN t.usage = ? THEN m.quantity ELSE -m.quantity END)"
        " FROM movement m"
        " JOIN location s ON s.site = m.site AND s.id = m.source"
        " JOIN location t ON t.site = m.site AND t.id = m.target"
        " WHERE m.site = ? AND m.item = ? AND m.business_date BETWEEN ? AND ?"
        " AND (t.usage = ? OR s.usage = ?) AND s.usage <> t.usage GROUP BY m.business_date",
        *(stock.CUSTOMER, site, item, first.isoformat(), last.isoformat()),
        *(stock.CUSTOMER, stock.CUSTOMER),
    )
    sums = [0] * weeks
    for day, steps in rows:
        sums[(date.fromisoformat(day) - first).days // 7] += int(steps)
    return tuple(max(steps, 0) for steps in sums)


def accept(tx: Transaction, choices: Iterable[Choice]) -> list[bytes]:
    """Make draft purchase orders of proposals, one for each supplier; give the orders' ids.

    Raises NothingProposed, AlreadyOrdered, and what purchasing's commands raise. Needs
    reorder.accept.
    """
    tx.require("reorder.accept")
    by_supplier: dict[bytes, list[tuple[Choice, Line]]] = {}
    for choice in choices:
        line = proposal_of(tx.connection, tx.site, choice.item)
        if line is None or line.supplier is None:
            raise NothingProposed
        if line.order is not None:
            raise AlreadyOrdered
        if choice.quantity > 0:
            by_supplier.setdefault(line.supplier, []).append((choice, line))
    made = []
    for supplier, lines in by_supplier.items():
        order = purchasing.create_order(tx, supplier, origin=purchasing.REORDER)
        for choice, _ in lines:
            purchasing.add_line(tx, order, choice.item, choice.quantity)
            tx.local(
                update(reorder_line)
                .where(reorder_line.c.site == tx.site, reorder_line.c.item == choice.item)
                .values(order_id=order)
            )
        made.append(order)
    return made
