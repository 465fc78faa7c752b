"""A day in the shop: the busiest real day, sold at two stations while the hub goes and comes.

Every invoice of the day is sold (or refunded) through the counter's commands, in turn at two
stations that exchange with a hub over TLS in the background; for the middle third of the day the
hub is not there. At the end both stations and the hub must hold equal tables. After each sale a
bare SQLCipher connection with the same settings commits as many rows: the yardstick.

    python -m tests.scenarios.shop_day [--invoices N] [--postgres]
"""

import argparse
import contextlib
import csv
import functools
import gzip
import os
import platform
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from domain import catalogue, company, counter
from domain.counter import Limits, Offer, Scanned, Tender
from domain.replica import Actor, Identity, Replica, run, storage
from domain.replica.changeset import Changeset
from domain.replica.digest import Digest, table_digests
from domain.replica.engine import _connect
from domain.replica.keys import new_secret
from domain.values import PRICE_SCALE
from edge_sync.client import exchange_once
from edge_sync.enrolment import create_enrolment_code, enrol
from tests.support import shop as _tables  # noqa: F401 - declares every table

DATA = Path(os.environ.get("COUNTERFOIL_DATA") or Path(__file__).parents[3] / "shared" / "data")
DAY_FILE = DATA / "uci_online_retail" / "online_retail.csv.gz"
CLERK = Actor.program("clerk")
FREE = Limits(discount=10_000, override=10**12, units=10**7, trust_list=True)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an invoice; the price in 1/10,000."""

    sku: str
    name: str
    quantity: int
    price: int


@dataclass
class Day:
    """The busiest day's invoices, and what the catalogue must hold to sell them."""

    date: str
    invoices: dict[str, list[Line]]
    prices: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


@dataclass
class Timing:
    """Seconds of each sale's commit, and of two bare commits beside it: as many rows into one
    plain table, and the very same rows into the same tables."""

    sale: list[float] = field(default_factory=list)
    alone: list[bool] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    same: list[float] = field(default_factory=list)
    rows: int = 0


def busiest_day(*, by_lines: bool = False) -> Day:
    """Read the file; the day with most invoices (218), or the one with most lines (5,331).

    The data's description names both figures in one breath; they are two days.
    """
    days = _days()

    def size(day: str) -> int:
        return sum(map(len, days[day].values())) if by_lines else len(days[day])

    date = max(days, key=size)
    found = Day(date, dict(days[date]))
    usual: dict[str, Counter[int]] = defaultdict(Counter)
    for lines in found.invoices.values():
        for line in lines:
            usual[line.sku][line.price] += 1
            found.names.setdefault(line.sku, line.name)
    found.prices = {sku: max(counts.most_common(1)[0][0], 1) for sku, counts in usual.items()}
    return found


@functools.cache
def _days() -> dict[str, dict[str, list[Line]]]:
    """Read the file: the invoices of each day."""
    days: dict[str, dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    with gzip.open(DAY_FILE, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            price = round(float(row["UnitPrice"]) * PRICE_SCALE)
            name = (row["Description"] or "").strip() or row["StockCode"]
            line = Line(row["StockCode"].upper(), name, int(row["Quantity"]), price)
            days[row["InvoiceDate"].split(" ")[0]][row["InvoiceNo"]].append(line)
    return days


def furnish_hub(hub: Replica, day: Day) -> None:
    """Found the company at the hub with one shop and the day's goods."""
    with hub.transaction(CLERK, "found", site=1) as tx:
        company.found_company(tx, company.NewCompany("Gift shop", currency="GBP", region="GB"))
        company.open_site(tx, 1, "Shop", company.SHOP, currency="GBP")
        standard = catalogue.create_tax_class(tx, "S", "Standard", 2000)
        retail = catalogue.create_price_list(tx, "RETAIL", "Retail", "GBP", tax_included=True)
        made = catalogue.create_products(
            tx,
            [catalogue.NewProduct(s, day.names[s], tax_class=standard) for s in day.prices],
        )
        prices = [
            catalogue.NewPrice(item, price)
            for item, price in zip(made, day.prices.values(), strict=True)
        ]
        catalogue.set_prices(tx, retail, prices)
    with hub.transaction(CLERK, "places", site=1) as tx:
        company.set_up_places(tx, company.SHOP)


class Station:
    """One till: sells invoices and measures."""

    def __init__(self, replica: Replica, yardstick: "Yardstick", timing: Timing) -> None:
        self.replica, self._yardstick, self._timing = replica, yardstick, timing
        self.till = counter.till_name(replica.station_number)
        self.alone = False
        """Whether the hub is away, so that no sync process writes beside us."""
        with replica.transaction(CLERK, "open shift") as tx:
            counter.open_shift(tx, 10_000, currency="GBP")
        with replica.read() as connection:
            self._terms = counter.company_terms(connection)
            shift = counter.shift_open(connection, 1, self.till)
        assert shift is not None
        self._date = shift.business_date

    def invoice(self, lines: list[Line]) -> None:
        """Scan an invoice's lines and pay, or give the money back."""
        sold = [line for line in lines if line.quantity > 0]
        back = [line for line in lines if line.quantity < 0]
        for part, refund in ((sold, False), (back, True)):
            if part:
                self._settle(part, refund=refund)

    def _settle(self, lines: list[Line], *, refund: bool) -> None:
        cart = counter.new_cart(self._terms, self.till, self._date, FREE)
        with self.replica.read() as connection:
            for line in lines:
                product = catalogue.find_code(connection, line.sku).product
                offer: Offer = counter.offer_of(connection, product, self._date)
                cart = counter.scan(cart, Scanned(offer, abs(line.quantity), own_line=True))
                if line.price != offer.price.price:
                    number = cart.lines[-1].number
                    cart = counter.override_price(cart, number, line.price, "as invoiced")
        due = cart.totals().total
        started = time.perf_counter()
        with self.replica.transaction(CLERK, "refund" if refund else "sell") as tx:
            if refund:
                back = [Tender("transfer")] if due else []
                counter.refund_without_receipt(tx, cart, back, "cancelled")
            else:
                counter.pay(tx, cart, [Tender("card")] if due else [])
        seconds = time.perf_counter() - started
        if refund or tx.changeset is None:
            return
        rows = sum(len(op[3]) for op in tx.changeset.operations()) + 2
        self._timing.sale.append(seconds)
        self._timing.alone.append(self.alone)
        self._timing.bare.append(self._yardstick.commit(rows))
        self._timing.same.append(self._yardstick.same_rows(tx.changeset))
        self._timing.rows += rows


class Yardstick:
    """A bare SQLCipher connection with the product's settings: plain statements, plain tuples."""

    def __init__(self, folder: Path) -> None:
        key = new_secret(48)
        storage.create_sqlite(folder / "bare.db", key)
        self._connection: Any = _connect(folder / "bare.db", key, read_only=False)
        self._connection.execute(
            "CREATE TABLE t (a INTEGER, b INTEGER, c BLOB, d INTEGER, e TEXT, f INTEGER,"
            " PRIMARY KEY (a, b)) WITHOUT ROWID"
        )
        self._number = 0

    def commit(self, rows: int) -> float:
        """Insert rows in one transaction; seconds until the commit returned."""
        self._number += 1
        values = [(self._number, n, os.urandom(16), n, "sale", n) for n in range(rows)]
        started = time.perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)", values)
        self._connection.execute("COMMIT")
        return time.perf_counter() - started

    def same_rows(self, changeset: Changeset) -> float:
        """Insert the very rows of a changeset into the same tables; seconds until committed."""
        self._number += 1
        auto = ("site", "changeset")
        statements = []
        for _, table, columns, rows in changeset.operations():
            names = ", ".join(f'"{name}"' for name in (*auto, *columns))
            marks = ", ".join("?" * (len(columns) + 2))
            values = [(1, self._number, *row) for row in rows]
            statements.append((f'INSERT INTO "{table}" ({names}) VALUES ({marks})', values))
        head = (1, self._number, 1, os.urandom(16), 1, "sell", 1, 1, 1, changeset.body)
        started = time.perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        for text, values in statements:
            self._connection.executemany(text, values)
        self._connection.execute(
            "INSERT INTO changeset (site, key, log, hash, hlc, command, version, occurred_at,"
            " nonce, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            head,
        )
        self._connection.execute(
            "INSERT INTO entry (site, log, seq, key, hash) VALUES (1, 1, ?, ?, ?)",
            (self._number, self._number, os.urandom(16)),
        )
        self._connection.execute("COMMIT")
        return time.perf_counter() - started

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


class Child:
    """A process of the product: the hub, or a station's sync process."""

    def __init__(self, *arguments: str, env: dict[str, str] | None = None) -> None:
        command = [sys.executable, "-m", "desktop.command_line", *arguments]
        self._process = subprocess.Popen(
            command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def first_line(self) -> str:
        """Wait for what it says first."""
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def stop(self) -> None:
        """Ask it to end, and wait."""
        if self._process.poll() is None:
            self._process.terminate()
            self._process.communicate(timeout=60)


def start_hub(folder: Path, port: int, postgres: str | None) -> Child:
    """Start the hub's process; give it when it answers."""
    place = ["--postgres", postgres] if postgres else []
    hub = Child("--data", str(folder), "hub", "--listen", f"127.0.0.1:{port}", *place)
    if "answers" not in hub.first_line():
        raise RuntimeError("the hub did not start")
    return hub


def free_port() -> int:
    """Find a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Outcome:
    """What the day came to."""

    day: Day
    timing: Timing
    unsent_while_away: int
    digests: list[dict[str, Digest]]
    drained_s: float

    @property
    def equal(self) -> bool:
        """Whether both stations and the hub hold the same."""
        return all(each == self.digests[0] for each in self.digests)


def open_hub(folder: Path, postgres: str | None) -> Replica:
    """Open the hub's books beside its process."""
    if postgres:
        return Replica.on_postgres(postgres, folder, Identity(None, 0, centre=True))
    if not (folder / "replica.db").exists():
        return Replica.create(folder, Identity(None, 0, centre=True))
    return Replica.open(folder, beside=True)


def play(folder: Path, day: Day, postgres: str | None = None) -> Outcome:
    """Sell the day: two stations here, hub and sync processes beside."""
    hub_folder = folder / "hub"
    with open_hub(hub_folder, postgres) as hub:
        furnish_hub(hub, day)
    timing, yardstick, port = Timing(), Yardstick(folder), free_port()
    with contextlib.ExitStack() as stack:
        stack.callback(yardstick.close)
        server = start_hub(hub_folder, port, postgres)
        children = [server]
        stack.callback(lambda: [child.stop() for child in children])
        replicas = []
        for number in (1, 2):
            with open_hub(hub_folder, postgres) as hub:
                code = create_enrolment_code(hub, 1, number, f"Till {number}")
            place = folder / f"station{number}"
            replicas.append(stack.enter_context(enrol(f"https://127.0.0.1:{port}", code, place)))
            exchange_once(replicas[-1])
        stations = [Station(replica, yardstick, timing) for replica in replicas]
        for replica in replicas:
            place = str(replica.folder)
            children.append(Child("--data", place, "agent", env=replica.child_environment()))
        invoices = list(day.invoices.values())
        third, away = len(invoices) // 3, 0
        for number, lines in enumerate(invoices):
            if number == third:
                server.stop()
            if number == 2 * third:
                away = sum(_unsent(replica) for replica in replicas)
                server = start_hub(hub_folder, port, postgres)
                children.append(server)
            stations[number % 2].alone = third <= number < 2 * third
            stations[number % 2].invoice(lines)
        started = time.monotonic()
        hub = stack.enter_context(open_hub(hub_folder, postgres))
        digests = _wait_until_equal([*replicas, hub], 120)
        drained = time.monotonic() - started
    return Outcome(day, timing, away, digests, drained)


def _unsent(replica: Replica) -> int:
    with replica.read() as connection:
        text = "SELECT coalesce(sum(seq - acknowledged), 0) FROM log WHERE station = ?"
        return int(run(connection, text, replica.station).scalar())


def _wait_until_equal(replicas: list[Replica], seconds: float) -> list[dict[str, Digest]]:
    ends = time.monotonic() + seconds
    while True:
        if not any(_unsent(replica) for replica in replicas[:-1]):
            found = []
            for replica in replicas:
                with replica.read() as connection:
                    found.append(table_digests(connection, (0, 1), projections=True))
            if all(each == found[0] for each in found) or time.monotonic() > ends:
                return found
        elif time.monotonic() > ends:
            return [{}, {"unsent": (1, "")}]
        time.sleep(0.2)


def quantile(values: list[float], part: float) -> float:
    """The value below which a part of the values lies."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)]


def report(outcome: Outcome) -> str:
    """The table."""
    timing = outcome.timing
    lines = sum(len(each) for each in outcome.day.invoices.values())
    rows = [
        f"{outcome.day.date}: {len(outcome.day.invoices)} invoices, {lines:,} lines, two stations",
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        f"unsent while the hub was away: {outcome.unsent_while_away}",
        f"equal again {outcome.drained_s:.1f} s after the last sale",
        "",
        f"{'':30}{'p50 ms':>10}{'p99 ms':>10}",
    ]
    pairs = list(zip(timing.sale, timing.alone, strict=True))
    measured = {
        "sale, the hub away": [seconds for seconds, alone in pairs if alone],
        "sale, syncing beside": [seconds for seconds, alone in pairs if not alone],
        "bare, same rows and tables": timing.same,
        "bare, one plain table": timing.bare,
    }
    for name, values in measured.items():
        p50, p99 = quantile(values, 0.5), quantile(values, 0.99)
        rows.append(f"{name:30}{p50 * 1000:>10.2f}{p99 * 1000:>10.2f}")
    own = measured["sale, the hub away"]
    for name in list(measured)[2:]:
        of = [quantile(own, q) / quantile(measured[name], q) for q in (0.5, 0.99)]
        title = f"ratio to {name.split(',')[1].strip()}"
        rows.append(f"{title:30}{of[0]:>10.2f}{of[1]:>10.2f}")
    rows.append(f"rows a sale: {timing.rows / max(len(timing.sale), 1):.0f} on average")
    rows.append("")
    tables = len(outcome.digests[0])
    rows.append(
        f"{tables} tables equal at both stations and the hub"
        if outcome.equal
        else "NOT EQUAL: " + ", ".join(_differing(outcome.digests))
    )
    return "\n".join(rows)


def _differing(digests: list[dict[str, Digest]]) -> list[str]:
    return [
        name
        for name in digests[0]
        if any(each.get(name) != digests[0][name] for each in digests[1:])
    ]


def main() -> int:
    """Play the day and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--invoices", type=int, default=0, help="only so many (default: all)")
    parser.add_argument("--lines", action="store_true", help="the day with most lines instead")
    parser.add_argument("--postgres", action="store_true", help="a hub on a real PostgreSQL")
    options = parser.parse_args()
    os.environ["COUNTERFOIL_KEYS"] = "file"
    day = busiest_day(by_lines=options.lines)
    if options.invoices:
        day.invoices = dict(list(day.invoices.items())[: options.invoices])
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="shop-day-"))
        url = None
        if options.postgres:
            from tests.support.postgres import PostgresServer

            server = stack.enter_context(PostgresServer())
            url = stack.enter_context(server.new_database())
        outcome = play(Path(folder), day, url)
    print(report(outcome))
    return 0 if outcome.equal else 1


if __name__ == "__main__":
    sys.exit(main())
