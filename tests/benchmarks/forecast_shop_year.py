"""How well, and how fast, does the planner forecast a year of a real shop?

Run by hand: ``python -m tests.benchmarks.forecast_shop_year [--products N]``. It reads the shop
year (folder named by COUNTERFOIL_DATA, or ../shared/data), takes every product with more than 20
sale lines, holds back the last 8 weeks, forecasts them from what was known before, and prints the
error beside that of the seasonal naive forecast, the coverage of the two-week quantile, the run
time and the machine. The reorder list at the end uses ASSUMED suppliers and stock, and says so:
the data set has none. Nothing was tuned on these weeks.
"""

import argparse
import csv
import gzip
import os
import platform
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from forecasting.backtest import back_test
from forecasting.history import History, Matrix, Steps, build_history, closed_days, mask_days
from forecasting.leadtime import ErrorPool, sum_errors
from forecasting.models import all_models
from forecasting.policy import Position, SupplierTerms, target
from forecasting.runner import Chunk, RunResult, run
from forecasting.settings import Settings

HELD_BACK_WEEKS = 8
MORE_THAN_SALES = 20
COVERAGE_DAYS = 14
SERVICE_CODES = frozenset(
    {"POST", "DOT", "M", "D", "S", "B", "C2", "BANK CHARGES", "AMAZONFEE", "CRUK"}
)
SUPPLIERS = tuple(f"assumed supplier {letter}".encode() for letter in "ABC")


def data_folder() -> Path:
    """Give the folder of the real data sets (it may not exist)."""
    named = os.environ.get("COUNTERFOIL_DATA")
    return Path(named) if named else Path(__file__).parents[2].parent / "shared" / "data"


def shop_year_file(folder: Path) -> Path:
    """Give the path of the shop year in the folder of the real data sets."""
    return folder / "uci_online_retail" / "online_retail.csv.gz"


@dataclass(frozen=True, slots=True)
class ShopYear:
    """The shop's net demand a day: sales less cancellations, services and write-offs left out."""

    history: History
    lines: int


def read_shop_year(path: Path, products: int | None = None) -> ShopYear:
    """Read the year; ``products`` keeps only so many, evenly spread over the sorted codes."""
    rows: list[tuple[bytes, date, int]] = []
    sales: Counter[bytes] = Counter()
    lines = 0
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            lines += 1
            code = line["StockCode"].upper()
            quantity = int(line["Quantity"])
            cancelled = line["InvoiceNo"].startswith("C")
            if code in SERVICE_CODES or code.startswith("GIFT_") or (quantity < 0) != cancelled:
                continue  # a service, or a correction of the stock: nobody asked for it
            item = code.encode()
            rows.append((item, date.fromisoformat(line["InvoiceDate"][:10]), quantity))
            sales[item] += quantity > 0
    first, last = min(row[1] for row in rows), max(row[1] for row in rows)
    whole = build_history(rows, first, last)
    closed = closed_days(whole.demand)
    names = [item for item in whole.items if sales[item] > MORE_THAN_SALES]
    if products is not None:
        names = [names[number * len(names) // products] for number in range(products)]
    return ShopYear(mask_days(build_history(rows, first, last, items=names), closed), lines)


@dataclass(frozen=True, slots=True)
class Measured:
    """Error of one forecast over the held-back weeks."""

    name: str
    rmsse: float
    weighted_rmsse: float
    mase: float
    sum_error: float
    bias: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the benchmark found."""

    items: int
    ours: Measured
    models: tuple[Measured, ...]
    chosen: dict[str, int]
    confidence: dict[str, int]
    coverage_percent: dict[int, float]
    seconds: float
    cpu_seconds: float

    @property
    def naive(self) -> Measured:
        """The seasonal naive forecast: the last seven days again."""
        return next(model for model in self.models if model.name == "seasonal_naive_1")


def measure(history: History) -> Outcome:
    """Forecast the held-back weeks from what was known before them and compare."""
    cut = history.last_day - timedelta(weeks=HELD_BACK_WEEKS)
    known = history.until(cut)
    sold = known.demand.any(axis=1) & (known.available.sum(axis=1) >= 56)
    rows = np.flatnonzero(sold).tolist()
    known, after = known.pick(rows), history.demand[rows, known.days :]
    weeks = known.weekly()
    actual = after.reshape(len(known.items), HELD_BACK_WEEKS, 7).sum(axis=2).astype(np.float64)
    wall, cpu = time.perf_counter(), time.process_time()
    models = all_models()
    test = back_test(
        weeks,
        models,
        horizon=HELD_BACK_WEEKS,
        judged_weeks=HELD_BACK_WEEKS,
        most_origins=26,
    )
    pool = ErrorPool()
    sums = sum_errors(known, test, [COVERAGE_DAYS] * len(known.items))
    pool.add(sums)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    pairs = weeks.available[:, 1:] & weeks.available[:, :-1]
    change = np.where(pairs, np.diff(weeks.demand, axis=1), 0.0)
    counted = np.maximum(pairs.sum(axis=1), 1)
    scales = (change**2).sum(axis=1) / counted, np.abs(change).sum(axis=1) / counted
    weight = weeks.demand[:, -4:].sum(axis=1)
    length = weeks.demand.shape[1]
    measured = []
    for model in models:
        path = model.paths(weeks, [length], HELD_BACK_WEEKS)[0]
        speaks = ~np.isnan(path).any(axis=1)
        if speaks.all():
            measured.append(_errors(model.name, path, actual, scales, weight))
    return Outcome(
        len(known.items),
        _errors("ours (chosen)", test.path, actual, scales, weight),
        tuple(measured),
        dict(Counter(test.models[number] for number in test.chosen)),
        dict(Counter(test.confidence)),
        {
            permille: _coverage(
                known, test.path, sums.expected, sums.variance, pool, after, permille
            )
            for permille in (800, 900, 950, 990)
        },
        wall,
        cpu,
    )


def _errors(
    name: str, path: Matrix, actual: Matrix, scales: tuple[Matrix, Matrix], weight: Matrix
) -> Measured:
    error = path - actual
    usable = scales[0] > 0
    rmsse = np.sqrt((error**2).mean(axis=1)[usable] / scales[0][usable])
    weight = weight[usable]
    return Measured(
        name,
        float(rmsse.mean()),
        float((rmsse * weight).sum() / weight.sum()),
        float((np.abs(error).mean(axis=1)[usable] / scales[1][usable]).mean()),
        float(np.abs(error.sum(axis=1)).sum() / actual.sum()),
        float(error.sum() / actual.sum()),
    )


def _coverage(
    known: History,
    path: Matrix,
    expected: Matrix,
    variance: Matrix,
    pool: ErrorPool,
    after: Steps,
    permille: int,
) -> float:
    """Share of items (percent) whose next two weeks stayed within the quantile."""
    within = 0
    for row in range(len(known.items)):
        goal = target(
            weekly=float(path[row, 0]),
            expected=float(expected[row]),
            variance=float(variance[row]),
            cycle=0.0,
            protection_days=COVERAGE_DAYS,
            service_permille=permille,
            pool=pool,
        )
        within += int(after[row, :COVERAGE_DAYS].sum()) <= goal.reorder_point
    return 100.0 * within / len(known.items)


@dataclass(frozen=True)
class AssumedShop:
    """The whole year as a source for a run, with assumed stock and suppliers."""

    history: History

    def items(self) -> Sequence[bytes]:
        """Name every product."""
        return self.history.items

    def load(self, items: Sequence[bytes]) -> Chunk:
        """Give one chunk: five weeks of stock or none, three suppliers with 7, 14, 21 days."""
        index = {item: row for row, item in enumerate(self.history.items)}
        rows = [index[item] for item in items]
        part = self.history.pick(rows)
        stock = part.demand[:, -35:].sum(axis=1)
        return Chunk(
            part,
            {
                item: Position(int(stock[row]) * (index[item] % 4 > 0))
                for row, item in enumerate(items)
            },
            {
                item: SupplierTerms(
                    SUPPLIERS[index[item] % 3], 7 * (1 + index[item] % 3), minimum_order=24, pack=12
                )
                for item in items
            },
        )


def print_outcome(found: Outcome, lines: int) -> None:
    """Print the table of errors."""
    print(f"{lines:,} lines; {found.items:,} products; last {HELD_BACK_WEEKS} weeks held back")
    print(f"{'forecast':<22}{'RMSSE':>9}{'wRMSSE':>9}{'MASE':>9}{'sum err':>9}{'bias':>9}")
    for row in (found.ours, *found.models):
        print(
            f"{row.name:<22}{row.rmsse:>9.4f}{row.weighted_rmsse:>9.4f}{row.mase:>9.4f}"
            f"{row.sum_error:>9.3f}{row.bias:>+9.1%}"
        )
    gain = 1 - found.ours.rmsse / found.naive.rmsse
    print(f"ours against seasonal naive (the last week repeated): RMSSE {gain:.1%} lower")
    print("chosen:", ", ".join(f"{name} {count}" for name, count in sorted(found.chosen.items())))
    print("how sure:", ", ".join(f"{name} {n}" for name, n in sorted(found.confidence.items())))
    covered = ", ".join(f"{p / 10:g} %: {c:.1f} %" for p, c in found.coverage_percent.items())
    print(f"two-week quantile, wanted: covered  {covered}")
    print(f"back-test and forecast: {found.seconds:.1f} s wall, {found.cpu_seconds:.1f} s CPU")


def print_reorder_list(result: RunResult, most: int = 12) -> None:
    """Print the first lines of what to order."""
    print("\nReorder list. Suppliers, lead times, packs and stock are ASSUMED, not in the data.")
    print(f"{len(result.plans):,} items planned, {len(result.oddities)} oddities reported")
    for proposal in result.proposals:
        print(f"{proposal.supplier.decode()}: {len(proposal.lines)} lines, most urgent first")
        for line in proposal.lines[: most // len(SUPPLIERS)]:
            goal, at = line.account.target, line.account
            print(
                f"  {line.item.decode():<9} order {line.quantity:>5} = up to {goal.order_up_to}"
                f" (expected {goal.expected} in {goal.protection_days} days + safety"
                f" {goal.safety_stock} + cycle {goal.cycle_stock}) - position {at.position.total}"
                f" + minimum {at.added_for_minimum} + pack {at.added_for_pack}"
                f"  [{at.model}, {at.confidence}]"
            )


def main() -> None:
    """Run the benchmark and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=int, default=None, help="only so many products")
    chosen = parser.parse_args()
    path = shop_year_file(data_folder())
    if not path.exists():
        raise SystemExit(f"{path} is missing: set COUNTERFOIL_DATA to the folder of the data sets")
    year = read_shop_year(path, chosen.products)
    print_outcome(measure(year.history), year.lines)
    start = time.perf_counter()
    result = run(AssumedShop(year.history), Settings())
    print(f"whole run to proposals: {time.perf_counter() - start:.1f} s wall")
    print_reorder_list(result)
    print(
        f"\nmachine: {platform.machine()}, {os.cpu_count()} cores, {platform.system()} "
        f"{platform.release()}, Python {platform.python_version()}, numpy {np.__version__}"
    )


if __name__ == "__main__":
    main()
