"""The process is killed (SIGKILL) at random moments of selling.

Every sale whose receipt was printed must be there afterwards, and none may be half there.

    python -m tests.scenarios.kills --runs 1000 --seed 1
"""

import argparse
import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection as Pipe
from pathlib import Path

from domain.replica import Replica, run
from domain.replica.doctor import examine
from tests.support.shop import Shop, make_shop, open_till, sell

CHECKS = {
    "a sale without all its lines": "SELECT count(*) FROM sale s WHERE s.changeset > ?"
    " AND s.lines <>"
    " (SELECT count(*) FROM sale_line l WHERE l.site = s.site AND l.sale = s.id)",
    "a total that is not the sum of its lines": "SELECT count(*) FROM sale s WHERE s.changeset > ?"
    " AND s.total <>"
    " (SELECT coalesce(sum(l.net + l.tax), 0) FROM sale_line l"
    "  WHERE l.site = s.site AND l.sale = s.id)",
    "a sale that is not paid": "SELECT count(*) FROM sale s WHERE s.changeset > ?"
    " AND s.total + s.rounding <>"
    " (SELECT coalesce(sum(p.amount - p.change), 0) FROM payment p"
    "  WHERE p.site = s.site AND p.sale = s.id)",
    "goods sold that did not leave": "SELECT count(*) FROM sale_line l WHERE l.changeset > ?"
    " AND NOT EXISTS"
    " (SELECT 1 FROM movement m WHERE m.site = l.site AND m.document = l.sale"
    "  AND m.document_line = l.line)",
    "a sale without its changeset": "SELECT count(*) FROM sale s WHERE s.changeset > ?"
    " AND NOT EXISTS"
    " (SELECT 1 FROM changeset c WHERE c.site = s.site AND c.key = s.changeset)",
}
"""What must be zero, and the query that counts it among what is new since a changeset."""


@dataclass
class Summary:
    """What a campaign found."""

    runs: int = 0
    printed: int = 0
    sold: int = 0
    looked_at: int = 0
    """The newest changeset that has been looked at."""
    reopen_s: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def seller(folder: str, shop: Shop, seed: int, printer: Pipe) -> None:
    """Sell until killed; a receipt is printed (sent) after the commit returned, never before."""
    rnd = random.Random(seed)
    with Replica.open(Path(folder)) as replica:
        printer.send("ready")
        while True:
            sale = sell(replica, shop, rnd)
            printer.send(sale.head.number)


def campaign(
    folder: Path, runs: int, seed: int, progress: Callable[[int, Summary], None]
) -> Summary:
    """Kill ``runs`` sellers; look at the books after each."""
    method = "forkserver" if sys.platform != "win32" else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["tests.scenarios.kills"])
    rnd = random.Random(seed)
    with make_shop(folder) as replica:
        shop = open_till(replica)
    summary = Summary()
    for number in range(runs):
        reader, writer = context.Pipe(duplex=False)
        child = context.Process(
            target=seller, args=(str(folder), shop, rnd.getrandbits(32), writer), daemon=True
        )
        child.start()
        writer.close()
        printed = _let_sell_and_kill(child, reader, rnd.random() * 0.12)
        summary.runs += 1
        summary.printed += len(printed)
        _look(folder, printed, summary, seed, number)
        progress(number + 1, summary)
    with Replica.open(folder) as replica:
        summary.faults += [
            f"doctor: {v.name}: {line}" for v in examine(replica) for line in v.findings
        ]
    return summary


def _let_sell_and_kill(child: multiprocessing.Process, reader: Pipe, after_s: float) -> list[str]:
    if not reader.poll(60) or reader.recv() != "ready":
        raise RuntimeError("the seller did not start")
    time.sleep(after_s)
    child.kill()
    child.join()
    printed = []
    try:
        while reader.poll(0):
            printed.append(reader.recv())
    except (EOFError, OSError):
        pass  # a receipt cut off in the printer's cable: its last bytes never came
    finally:
        reader.close()
    return printed


def _look(folder: Path, printed: list[str], summary: Summary, seed: int, number: int) -> None:
    started = time.perf_counter()
    with Replica.open(folder) as replica:
        summary.reopen_s.append(time.perf_counter() - started)
        with replica.read() as connection:
            there = {
                row[0]
                for row in run(
                    connection,
                    "SELECT n.counter FROM document_number n JOIN sale s"
                    " ON s.site = n.site AND s.id = n.document WHERE n.changeset > ?",
                    summary.looked_at,
                )
            }
            lost = [receipt for receipt in printed if int(receipt[-6:]) not in there]
            if lost:
                summary.faults.append(f"seed {seed} run {number}: printed but lost: {lost}")
            for what, query in CHECKS.items():
                count = run(connection, query, summary.looked_at).scalar()
                if count:
                    summary.faults.append(f"seed {seed} run {number}: {count} times {what}")
            summary.sold += len(there)
            newest = run(connection, "SELECT max(key) FROM changeset WHERE site = 1").scalar()
            summary.looked_at = int(newest or 0)


def main() -> int:
    """Run a campaign and print a summary."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.environ["COUNTERFOIL_KEYS"] = "file"
    started = time.monotonic()

    def progress(done: int, summary: Summary) -> None:
        if done % 50 == 0 or done == options.runs:
            print(
                f"{done:>6} kills  {summary.printed:>7} receipts  {len(summary.faults)} faults",
                flush=True,
            )

    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        summary = campaign(Path(folder) / "shop", options.runs, options.seed, progress)
    slow = sorted(summary.reopen_s)
    print(f"\n{summary.runs} kills in {time.monotonic() - started:.0f} s, seed {options.seed}")
    print(f"receipts printed {summary.printed}, sales in the books {summary.sold}")
    print(
        f"reopened in {slow[len(slow) // 2] * 1000:.0f} ms (median), {slow[-1] * 1000:.0f} (most)"
    )
    print("lost: none, half: none" if not summary.faults else "\n".join(summary.faults))
    return 1 if summary.faults else 0


if __name__ == "__main__":
    sys.exit(main())
