"""From the ledger to a draft order: what the planner reads, keeps, and makes of a yes."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

import forecasting.tables  # noqa: F401 - declares the tables
from domain import catalogue, company, purchasing, stock
from domain.replica import Identity, Replica
from domain.stock import Move
from forecasting import book
from forecasting.ledger import LedgerSource, empty_spans
from forecasting.runner import run
from forecasting.settings import Settings
from tests.support.replicas import PROGRAM

LAST = date(2026, 3, 29)
DAYS = 140


@pytest.fixture
def replica(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Replica]:
    monkeypatch.setenv("COUNTERFOIL_KEYS", "file")
    with Replica.create(tmp_path / "r", Identity(1, 1, standalone=True)) as made:
        with made.transaction(PROGRAM, "found") as tx:
            company.found_company(tx, company.NewCompany("T"))
            company.open_site(tx, 1, "Shop", "shop")
        with made.transaction(PROGRAM, "places") as tx:
            company.set_up_places(tx, "shop")
        yield made


def a_seller(replica: Replica, a_day: int, opening: int) -> bytes:
    """An item that sells ``a_day`` a day, bought in packs of 12 within a week."""
    with replica.transaction(PROGRAM, "product") as tx:
        item = catalogue.create_product(tx, catalogue.NewProduct("TEA", "Tea"))
        seller = purchasing.create_supplier(
            tx, purchasing.NewSupplier(code="S1", name="Seller", currency="EUR", lead_time_days=7)
        )
    with replica.transaction(PROGRAM, "terms") as tx:
        terms = purchasing.NewTerms(supplier=seller, product=item, price=10_000, pack_steps=12)
        purchasing.set_supplier_item(tx, terms)
    with replica.read() as connection:
        shop = stock.find_location(connection, 1, company.SALES_FLOOR).id
        customer = stock.customer_place(connection, 1).id
        outside = stock.find_usage(connection, 1, stock.SUPPLIER).id
    with replica.transaction(PROGRAM, "history") as tx:
        first = LAST - timedelta(days=DAYS - 1)
        day = (first - timedelta(days=1)).isoformat()
        moves = [Move(item, opening, outside, shop, "receipt", business_date=day)]
        for number in range(DAYS):
            day = (first + timedelta(days=number)).isoformat()
            moves.append(Move(item, a_day, shop, customer, "sale", business_date=day))
        stock.post(tx, moves)
    return item


def plan(replica: Replica) -> book.Run:
    settings = Settings(with_statsmodels=False)
    with replica.read() as connection:
        result = run(LedgerSource(connection, 1, LAST, days=DAYS), settings)
    with replica.transaction(PROGRAM, "keep forecast") as tx:
        return book.keep(tx, 1, LAST.isoformat(), result, "{}")


def test_steady_demand_becomes_an_order_in_whole_packs(replica: Replica) -> None:
    item = a_seller(replica, a_day=3, opening=3 * DAYS + 10)
    assert plan(replica).items == 1
    with replica.read() as connection:
        (line,) = book.proposals(connection, 1)
    assert line.item == item
    assert line.on_hand == 10
    assert 20_000 <= line.weekly_milli <= 22_000
    assert line.proposed % 12 == 0
    assert line.proposed >= 3 * 14 - 10
    account = line.account
    assert line.proposed == sum(
        int(account[part] or 0) for part in ("need", "added_for_minimum", "added_for_pack")
    )


def test_recent_weeks_are_what_was_sold(replica: Replica) -> None:
    item = a_seller(replica, a_day=3, opening=3 * DAYS + 10)
    with replica.read() as connection:
        assert book.recent_weeks(connection, 1, item, LAST.isoformat(), weeks=4) == (21,) * 4
        early = (LAST - timedelta(days=DAYS - 3)).isoformat()
        assert book.recent_weeks(connection, 1, item, early, weeks=2) == (0, 9)


def test_a_yes_becomes_a_draft_and_is_not_proposed_twice(replica: Replica) -> None:
    item = a_seller(replica, a_day=3, opening=3 * DAYS + 10)
    plan(replica)
    with replica.read() as connection:
        (line,) = book.proposals(connection, 1)
    with replica.transaction(PROGRAM, "accept") as tx:
        (order,) = book.accept(tx, [book.Choice(item, line.proposed)])
    with replica.read() as connection:
        assert purchasing.order(connection, 1, order).status == purchasing.DRAFT
        (ordered,) = purchasing.order_lines(connection, 1, order)
        assert ordered.quantity == line.proposed
    with pytest.raises(book.AlreadyOrdered), replica.transaction(PROGRAM, "again") as tx:
        book.accept(tx, [book.Choice(item, line.proposed)])
    plan(replica)
    with replica.read() as connection:
        assert book.proposals(connection, 1) == []


def test_an_item_that_was_not_planned_cannot_be_accepted(replica: Replica) -> None:
    with pytest.raises(book.NothingProposed), replica.transaction(PROGRAM, "accept") as tx:
        book.accept(tx, [book.Choice(b"0" * 16, 5)])


def test_empty_shelves_are_no_missing_demand() -> None:
    d = [date(2026, 1, n) for n in range(1, 13)]
    item = b"i" * 16
    sold_out = [(d[0], 5, 0), (d[2], 0, 5), (d[6], 5, 0), (d[8], 0, 5)]
    assert empty_spans(item, sold_out, d[11]) == [(item, d[3], d[5]), (item, d[9], d[11])]


def test_books_below_zero_are_not_believed() -> None:
    d = [date(2026, 1, n) for n in range(1, 5)]
    assert empty_spans(b"i" * 16, [(d[0], 0, 2), (d[1], 2, 0)], d[3]) == []
