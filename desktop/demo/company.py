"""Make the demo company on this PC: a hub with a year behind it, and two enrolled stations.

What is made stays: a later start finds it and goes on. A folder that was left half made is made
anew; a folder that holds something else is never touched.
"""

import json
import os
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from desktop.commands.console import declare_tables
from desktop.demo.data import DemoData, load
from desktop.demo.history import History, moment
from desktop.demo.master import PROGRAM, Known, write_master
from desktop.demo.today import WebOrder, todays_delivery, web_orders
from desktop.demo.year import SHOP_SITE, WAREHOUSE_SITE, Year, make_year
from domain import orders, purchasing
from domain.errors import EnvironmentProblem
from domain.replica import Identity, Replica
from domain.replica.lock import InstanceLock
from edge_sync.client import exchange_once
from edge_sync.enrolment import create_enrolment_code, enrol
from edge_sync.hub import HubServer

VERSION = 1
"""Counts up when the demo changes: an older one is made anew."""
_NOTE, _BEGUN = "demo.json", "demo.begun"
HOST = "127.0.0.1"
"""Everything of the demo stays on this PC."""
TODAYS_DELIVERY = "TODAY"
"""The reference of the purchase order that comes on the demo's day."""

Tell = Callable[[str], None]


class DemoFolderTaken(EnvironmentProblem):
    """The folder for the demo holds something that the demo did not make."""

    code = "demo.folder_taken"
    sentence = (
        "{path} holds other files; nothing in it was touched. Name an empty folder for the demo."
    )


@dataclass(frozen=True, slots=True)
class DemoPlace:
    """Where the demo company is."""

    folder: Path
    made_on: date
    port: int
    """Where the hub listens on this PC."""

    @property
    def hub(self) -> Path:
        """The hub's folder."""
        return self.folder / "hub"

    @property
    def warehouse(self) -> Path:
        """The folder of the warehouse's station."""
        return self.folder / "warehouse"

    @property
    def shop(self) -> Path:
        """The folder of the shop's station."""
        return self.folder / "shop"

    @property
    def stations(self) -> tuple[tuple[str, int, Path], ...]:
        """Name, site and folder of each station."""
        return (
            ("Warehouse desk", WAREHOUSE_SITE, self.warehouse),
            ("Shop till", SHOP_SITE, self.shop),
        )


def build(
    folder: Path,
    tell: Tell = lambda _: None,
    today: date | None = None,
    days: int = 365,
    *,
    fresh: bool = False,
) -> DemoPlace:
    """Give the demo company in a folder, making it where it is not there yet.

    ``tell`` hears what happens; ``days`` is how long its past is; ``fresh`` makes it anew.
    Raises DemoFolderTaken, NotWritable, DiskFull.
    """
    # Invented data needs no key store, and a demo must not ask for the password of one.
    os.environ.setdefault("COUNTERFOIL_KEYS", "file")
    declare_tables()
    found = None if fresh else find(folder)
    if found is not None:
        return found
    _clear(folder)
    started = time.monotonic()
    place = DemoPlace(folder, today or date.today(), free_port())  # noqa: DTZ011 - local day
    data = load()
    with Replica.create(place.hub, Identity(None, 0, centre=True)) as hub:
        tell(f"{data.name}: {len(data.goods)} products, {len(data.customers)} customers")
        write_books(hub, data, place.made_on, tell, days)
        with HubServer(hub, HOST, place.port) as server:
            for name, site, home in place.stations:
                _enrol(hub, server.url, name, site, home)
                tell(f"{name}: enrolled, has the books")
    _keep(place)
    (folder / _BEGUN).unlink()
    tell(f"Made in {time.monotonic() - started:.0f} s: {folder}")
    return place


def write_books(
    hub: Replica, data: DemoData, today: date, tell: Tell = lambda _: None, days: int = 365
) -> Known:
    """Fill an empty hub: master data, the year until yesterday, and what is open today."""
    known = write_master(hub, data)
    year = make_year(data, today, days=days)
    tell(
        f"A year of trade: {len(year.tickets):,} sales and web orders,"
        f" {len(year.purchases)} purchase orders"
    )
    History(hub, known, year).write()
    _write_today(hub, known, year)
    return known


def _write_today(hub: Replica, known: Known, year: Year) -> None:
    """Enter what is open: the delivery that comes today, the web orders since yesterday."""
    today = year.calendar.today
    data = known.data
    coming = todays_delivery(data)
    expected = today.isoformat()
    sent = (today - timedelta(days=coming.ordered_days_ago)).isoformat()
    with hub.transaction(PROGRAM, "enter open orders", site=WAREHOUSE_SITE) as tx:
        purchasing.create_orders(
            tx,
            [
                purchasing.NewOrder(
                    supplier=known.suppliers[coming.supplier],
                    currency=data.currency,
                    lines=tuple(
                        purchasing.NewLine(
                            known.products[i], steps, data.goods[i].cost, due=expected
                        )
                        for i, steps in coming.lines
                    ),
                    reference=TODAYS_DELIVERY,
                    origin=purchasing.MANUAL,
                    expected=expected,
                    sent_day=sent,
                )
            ],
        )
        orders.record_orders(
            tx, [_web_order(known, each, today) for each in web_orders(data, year)]
        )


def _web_order(known: Known, order: WebOrder, today: date) -> orders.NewOrder:
    data = known.data
    return orders.NewOrder(
        lines=[
            orders.NewLine(known.products[i], steps, price, tax_class=known.tax[data.goods[i].tax])
            for i, steps, price in order.lines
        ],
        channel="web",
        reference=order.reference,
        customer=known.customers[order.customer],
        ship_to=data.customers[order.customer].name,
        currency=data.currency,
        ordered_at=moment(today, 6 * 60 - order.minutes_ago),
    )


def _enrol(hub: Replica, url: str, name: str, site: int, folder: Path) -> None:
    code = create_enrolment_code(hub, site, 1, name)
    with enrol(url, code, folder) as station:
        exchange_once(station)


def find(folder: Path) -> DemoPlace | None:
    """Give the demo company that is in a folder; None where there is none of this version."""
    try:
        note = json.loads((folder / _NOTE).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if note.get("version") != VERSION:
        return None
    return DemoPlace(folder, date.fromisoformat(note["made_on"]), note["port"])


@contextmanager
def claim(folder: Path) -> Iterator[None]:
    """Hold a demo folder, so that a second demo does not work on it. Raises ReplicaInUse."""
    if (folder / _NOTE).exists():
        lock = InstanceLock(folder)
        lock.acquire()
        try:
            yield
        finally:
            lock.release()
    else:
        yield


def _keep(place: DemoPlace) -> None:
    note = {"version": VERSION, "made_on": place.made_on.isoformat(), "port": place.port}
    (place.folder / _NOTE).write_text(json.dumps(note), encoding="utf-8")


def moved(place: DemoPlace, port: int) -> DemoPlace:
    """Note that the hub listens elsewhere now: another program has taken its port."""
    place = replace(place, port=port)
    _keep(place)
    return place


def _clear(folder: Path) -> None:
    """Make room where there is nothing, or a demo of ours. Raises DemoFolderTaken."""
    ours = (folder / _NOTE).exists() or (folder / _BEGUN).exists()
    if folder.exists() and any(folder.iterdir()):
        if not ours:
            raise DemoFolderTaken(path=folder)
        for part in ("hub", "warehouse", "shop", "ports", "logs"):
            shutil.rmtree(folder / part, ignore_errors=True)
        (folder / _NOTE).unlink(missing_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _BEGUN).touch()


def free_port() -> int:
    """Give a port of this PC that nobody uses now."""
    with socket.create_server((HOST, 0)) as listener:
        return int(listener.getsockname()[1])
