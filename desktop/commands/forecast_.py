"""``counterfoil forecast``: forecast demand and propose orders for this site."""

import argparse
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from desktop.commands.console import ProgressBar, open_replica, say, table
from domain.replica import Actor, Replica
from domain.values import from_moment

if TYPE_CHECKING:
    from domain.catalogue import Product
    from forecasting.book import Line

_LEVELS = ("position", "reorder_point", "order_up_to")


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--site", type=int, help="the site (default: this station's)")
    parser.add_argument("--day", type=date.fromisoformat, help="plan as of this day (ISO)")
    parser.add_argument("--days", type=int, default=400, help="days of history (default 400)")
    parser.add_argument("--service", type=int, default=950, help="wanted service in thousandths")
    parser.add_argument("--plain", action="store_true", help="plain models only, no statsmodels")
    parser.add_argument("--top", type=int, default=20, help="lines of the list to print")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument("--json-progress", action="store_true", help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Run the planner and keep its proposals; the newest run takes the place of the last."""
    if options.json_progress:
        from forecasting.process import serve

        return serve(lambda progress, cancelled: _worker(options, progress, cancelled))
    bar = ProgressBar()
    started = time.monotonic()
    with open_replica(options.data) as replica:
        kept, site = _plan(replica, options, lambda done, all_: bar("forecast", done, all_))
        bar.close()
        seconds = time.monotonic() - started
        if options.json:
            say(json.dumps({**asdict(kept), "id": kept.id.hex()}))
            return 0
        _show(replica, site, options.top)
    say()
    say(
        f"{kept.items:,} items planned in {seconds:.1f} s as of {kept.day};"
        f" {kept.without_supplier:,} to order have no supplier; {kept.oddities:,} oddities."
    )
    return 0


def _worker(options, progress, cancelled) -> Mapping[str, object]:  # type: ignore[no-untyped-def]
    with open_replica(options.data) as replica:
        kept, _ = _plan(replica, options, progress, cancelled)
    return {"run": kept.id.hex(), "items": kept.items}


def _plan(replica: Replica, options, progress, cancelled=lambda: False):  # type: ignore[no-untyped-def]
    from forecasting import book
    from forecasting.ledger import LedgerSource
    from forecasting.runner import run as run_planner
    from forecasting.settings import Settings

    site = options.site or replica.site or 1
    day = options.day or from_moment(replica.clock.wall()).date()
    settings = Settings(service_permille=options.service, with_statsmodels=not options.plain)
    with replica.read() as connection:
        source = LedgerSource(connection, site, day, days=options.days)
        result = run_planner(source, settings, progress=progress, cancelled=cancelled)
    with replica.transaction(Actor.program("forecast"), "keep forecast", site=site) as tx:
        kept = book.keep(tx, site, day.isoformat(), result, json.dumps(asdict(settings)))
    return kept, site


def _show(replica: Replica, site: int, top: int) -> None:
    from domain import catalogue, purchasing
    from forecasting import book

    with replica.read() as connection:
        every = book.proposals(connection, site, everything=True)
        lines = [line for line in every if line.proposed > 0]
        orphans = sorted(filter(_nobody_supplies, every), key=lambda line: -line.weekly_milli)
        shown = [line.item for line in (*lines[:top], *orphans[:top])]
        names = catalogue.products(connection, shown)
        sellers = {each.id: each.name for each in purchasing.suppliers(connection)}
    head = ("supplier", "SKU", "product", "a week", "on hand", "on order", "point", "order", "sure")
    if lines:
        rows = [
            _row(sellers.get(e.supplier or b"", "-"), names, e, e.proposed) for e in lines[:top]
        ]
        say(table(head, rows))
        _rest(lines, top)
    if orphans:
        say("\nTo order, but nobody supplies it here (enter a supplier's terms):")
        wanted = [_row("-", names, each, _missing(each)) for each in orphans[:top]]
        say(table(head, wanted))
        _rest(orphans, top)


def _nobody_supplies(line: "Line") -> bool:
    return line.supplier is None and _missing(line) > 0


def _missing(line: "Line") -> int:
    """Steps up to the level, where the position has fallen to the reorder point."""
    account = {name: int(line.account[name] or 0) for name in _LEVELS}
    if account["position"] > account["reorder_point"]:
        return 0
    return max(account["order_up_to"] - account["position"], 0)


def _row(seller: str, names: "dict[bytes, Product]", line: "Line", order: int) -> tuple[str, ...]:
    item = names[line.item]
    return (
        seller,
        item.sku,
        item.name[:36],
        f"{line.weekly_milli / 1000 / item.steps_per_unit:.1f}",
        item.format(line.on_hand),
        item.format(line.on_order),
        item.format(int(line.account["reorder_point"] or 0)),
        item.format(order),
        line.confidence,
    )


def _rest(lines: "Sequence[Line]", top: int) -> None:
    if len(lines) > top:
        say(f"… and {len(lines) - top:,} more")
