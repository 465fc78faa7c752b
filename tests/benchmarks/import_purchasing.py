"""Imports a purchasing company and replays the receipts of all its orders.

Run by hand: ``python -m tests.benchmarks.import_purchasing [--keep FOLDER]``. It reads the folder
of tables (below COUNTERFOIL_DATA, or ../shared/data) into a new warehouse, compares every figure
with what is known of it, each order's total and each supplier's terms with the tables, runs the
doctor, and imports a second time (nothing may change). Exit status 1 if something differs.
"""

import argparse
import time
from decimal import Decimal
from pathlib import Path

from desktop.commands.console import say
from domain.importing.company_figures import company_figures, order_totals, stated_terms
from domain.importing.company_folder import CompanyFolder, run_folder
from domain.importing.readers import read_rows
from domain.importing.running import Settings
from domain.replica import Actor, Replica
from tests.benchmarks.import_support import (
    compare,
    data_folder,
    machine,
    need,
    new_company,
    progress,
    show_cost,
    sound,
)

EXPECTED = {
    "suppliers": "104",
    "products": "504",
    "supplier items": "460",
    "purchase orders": "4,012",
    "order lines": "8,845",
    "receipts": "4,012",
    "lines received short": "380",
    "lines received over": "0",
    "lines with rejects": "563",
    "units rejected": "72,700",
    "violations of received - rejected = stocked": "0",
    "violations of total = lines + tax + freight": "0",
    "bin balances": "1,069",
    "zones with bins": "14",
    "balances below zero": "0",
    "sum of all balances": "0",
    "orders whose total is not the header's": "0",
    "supplier items not as stated": "0",
}


def wrong_totals(replica: Replica, folder: CompanyFolder) -> int:
    """Count the orders whose total is not the one in the header's table."""
    source = folder.table("PurchaseOrderHeader")
    stated = {
        row.values["PurchaseOrderID"]: int(Decimal(row.values["TotalDue"]) * 10_000)
        for row in read_rows(source.path, source.options)
    }
    with replica.read() as connection:
        found = order_totals(connection, 1)
    return sum(1 for number, total in stated.items() if found.get(number) != total)


def wrong_terms(replica: Replica, folder: CompanyFolder) -> int:
    """Count the supplier items whose lead time, limits or price are not as the table states."""
    codes = _column(folder, "Vendor", "BusinessEntityID", "AccountNumber")
    skus = _column(folder, "Product", "ProductID", "ProductNumber")
    source = folder.table("ProductVendor")
    stated = {}
    for row in read_rows(source.path, source.options):
        said = row.values
        stated[(codes[said["BusinessEntityID"]], skus[said["ProductID"]])] = (
            int(said["AverageLeadTime"]),
            int(said["MinOrderQty"]),
            int(said["MaxOrderQty"]),
            int(Decimal(said["StandardPrice"]) * 10_000),
        )
    with replica.read() as connection:
        found = stated_terms(connection)
    return sum(1 for key in {*stated, *found} if stated.get(key) != found.get(key))


def _column(folder: CompanyFolder, table: str, key: str, value: str) -> dict[str, str]:
    source = folder.table(table)
    rows = read_rows(source.path, source.options)
    return {row.values[key]: row.values[value] for row in rows}


def main() -> int:
    """Run; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the company here")
    options = parser.parse_args()
    folder = CompanyFolder(need(data_folder() / "adventureworks"))
    say(machine())
    with new_company("warehouse", "USD", options.keep) as replica:
        started = time.monotonic()
        settings = Settings(progress=progress(started))  # type: ignore[arg-type]
        actor = Actor.program("import")
        reports = run_folder(replica, actor, folder, settings)
        rows = sum(each.rows for each in reports)
        fine = show_cost(rows, time.monotonic() - started, replica)
        say()
        with replica.read() as connection:
            figures = company_figures(connection, 1)
        figures["orders whose total is not the header's"] = str(wrong_totals(replica, folder))
        figures["supplier items not as stated"] = str(wrong_terms(replica, folder))
        fine = compare("purchasing company, asked of the books", figures, EXPECTED) and fine
        fine = sound(replica) and fine
        again = run_folder(replica, actor, folder)
        say(f"second run: {sum(each.total for each in again):,} imported")
        fine = fine and not any(each.total for each in again)
        fine = fine and not any(each.findings.refused for each in reports)
    say("all as expected" if fine else "NOT as expected")
    return 0 if fine else 1


if __name__ == "__main__":
    raise SystemExit(main())
