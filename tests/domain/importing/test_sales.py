"""Sales of the past: what numbers, quantities and codes of an old till mean."""

from pathlib import Path

import pytest

from domain import catalogue, counter, importing, stock
from domain.importing import READY, Report, Settings, Source
from domain.importing.sales_figures import sales_figures
from domain.replica import Replica, run
from domain.replica.doctor import examine
from tests.domain.importing.world import ask, heads, write
from tests.support.replicas import PROGRAM

YEAR = """
    InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
    1,85123A,WHITE HEART ,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
    1,85123a,white heart,2,2010-12-01 08:27:00,2.55,17850.0,United Kingdom
    1,POST,POSTAGE,1,2010-12-01 08:26:00,18.00,17850.0,United Kingdom
    2,85123A,damaged,-3,2010-12-01 09:00:00,0.0,,United Kingdom
    3,71053,,1,2010-12-01 09:10:00,0.001,,France
    3,71053,?,1,2010-12-01 09:10:00,0.0,,France
    C4,85123A,WHITE HEART ,-2,2010-12-02 10:00:00,2.55,17850.0,United Kingdom
    C4,D,Discount,-1,2010-12-02 10:00:00,5.00,17850.0,United Kingdom
    A5,B,Adjust bad debt,1,2010-12-02 11:00:00,-11062.06,,United Kingdom
    6,85123A,WHITE HEART ,1,2010-12-02 12:00:00,2.55,12583.0,France
    6,85123A,WHITE HEART ,1,2010-12-02 12:00:00,2.55,12583.0,France
"""


def bring_year(replica: Replica, path: Path, settings: Settings | None = None) -> Report:
    """Import a file as a shop year."""
    ready = READY["shop-year"]
    settings = settings or Settings(source=ready.source, options=dict(ready.options))
    return importing.run(replica, PROGRAM, Source(path), ready.columns, settings)


@pytest.fixture
def year(shop: Replica, tmp_path: Path) -> Replica:
    """A shop with its tiny year."""
    report = bring_year(shop, write(tmp_path, "year.csv", YEAR))
    assert report.imported == {"products": 5, "customers": 2, "opening stock": 2, "sales": 6}
    return shop


def moved(replica: Replica, number: str) -> list[tuple[str, int]]:
    """Give (reason, quantity) of an invoice's movements."""
    text = (
        "SELECT m.reason, m.quantity FROM movement m JOIN sale s ON s.site = m.site"
        " AND s.id = m.document WHERE s.reference = ? ORDER BY m.document_line"
    )
    with replica.read() as connection:
        return [tuple(row) for row in run(connection, text, number)]


@pytest.mark.parametrize(
    ("number", "kind", "movements"),
    [
        ("1", "sale", [("sale", 6), ("sale", 2)]),  # postage moves nothing
        ("2", "write_off", [("write_off", 3)]),
        ("3", "sale", [("sale", 1), ("sale", 1)]),
        ("C4", "refund", [("refund", 2)]),  # a discount moves nothing
        ("A5", "adjustment", []),
    ],
)
def test_what_an_invoice_is_and_moves(
    year: Replica, number: str, kind: str, movements: list[tuple[str, int]]
) -> None:
    assert ask(year, "SELECT kind FROM sale WHERE reference = ?", number) == kind
    assert moved(year, number) == movements


def test_spellings_of_one_code_are_one_item_and_all_names_are_kept(year: Replica) -> None:
    with year.read() as connection:
        heart = catalogue.find_sku(connection, "85123a")
        lamp = catalogue.find_sku(connection, "71053")
        assert heart is not None
        assert lamp is not None
        assert (heart.sku, heart.name) == ("85123A", "WHITE HEART")
        assert lamp.name == "71053"  # “?” is no name
        assert catalogue.price_of(connection, heart, "2026-01-01").price == 25_500
        names = run(
            connection,
            "SELECT code, name, count FROM import_name WHERE product = ? ORDER BY code, name",
            heart.id,
        ).all()
    assert [tuple(row) for row in names] == [
        ("85123A", "WHITE HEART ", 4),
        ("85123A", "damaged", 1),
        ("85123a", "white heart", 1),
    ]


def test_nothing_is_below_zero_on_the_way(year: Replica) -> None:
    """The opening stock is the least that makes the past possible."""
    with year.read() as connection:
        heart = catalogue.find_sku(connection, "85123A")
        assert heart is not None
        assert stock.below_zero(connection, 1) == []
        opening = run(
            connection,
            "SELECT quantity, business_date FROM movement WHERE reason = 'opening' AND item = ?",
            heart.id,
        ).one()
        assert tuple(opening) == (11, "2010-11-30")
        assert stock.on_hand(connection, 1)[heart.id] == 0  # 11 - 6 - 2 - 3 + 2 - 1 - 1


def test_exact_values_whatever_lines_round_to(year: Replica) -> None:
    with year.read() as connection:
        figures = sales_figures(connection, 1, "shop-year")
        broken = list(counter.broken_identities(connection, 1))
    assert broken == []
    assert figures["sum of quantity × price"] == "-11028.659"
    expected = {
        "lines": "11",
        "sum of quantities": "8",
        "invoices": "6",
        "cancellations": "1",
        "lines of cancellations": "2",
        "bad-debt adjustments": "1",
        "stock codes as written": "6",
        "stock codes ignoring case": "5",
        "codes with several descriptions": "1",
        "lines without a customer": "4",
        "negative-quantity lines": "3",
        "  of them outside cancellations": "1",
        "prices of zero": "2",
        "negative prices": "1",
        "prices of 0.001": "1",
        "exact duplicate lines": "1",
        "invoices with two times": "1",
        "lines of the largest invoice": "3",
        "service codes": "3",
        "customers": "2",
        "countries": "2",
        "pieces written off": "3",
        "movements without a line": "0",
        "balances below zero": "0",
        "sum of all balances": "0",
        "services with movements": "0",
    }
    assert {name: figures[name] for name in expected} == expected


def test_one_changeset_an_invoice_at_its_own_time(year: Replica) -> None:
    text = "SELECT count(*), count(DISTINCT occurred_at) FROM changeset WHERE command = ?"
    with year.read() as connection:
        assert tuple(run(connection, text, "import sales").one()) == (6, 6)


def test_the_journal_reproduces_the_import(year: Replica) -> None:
    assert [verdict for verdict in examine(year) if not verdict.fine] == []


def test_a_second_run_finds_everything_there(year: Replica, tmp_path: Path) -> None:
    before = heads(year)
    again = bring_year(year, write(tmp_path, "year.csv", YEAR))
    assert again.total == 0
    assert again.already == {"products": 5, "customers": 2, "opening stock": 1, "sales": 6}
    assert heads(year) == before


def test_a_run_that_was_stopped_goes_on_where_it_was(shop: Replica, tmp_path: Path) -> None:
    path = write(tmp_path, "year.csv", YEAR)
    ready = READY["shop-year"]
    seen: list[str] = []
    stopped = bring_year(
        shop,
        path,
        Settings(
            source=ready.source,
            options=dict(ready.options),
            progress=lambda stage, *_: seen.append(stage),
            cancelled=lambda: "sales" in seen,
        ),
    )
    assert stopped.stopped
    assert "sales" not in stopped.imported
    rest = bring_year(shop, path)
    assert rest.imported == {"sales": 6}
