"""Many steps in one commit: each its own changeset, one that is refused undone alone."""

import pytest

from domain import catalogue
from domain.errors import RuleBroken
from domain.replica import Replica, run
from domain.replica.doctor import examine
from tests.support.replicas import PROGRAM


def skus(replica: Replica) -> list[str]:
    """The SKUs in the books."""
    with replica.read() as connection:
        return [item.sku for item in catalogue.all_products(connection)]


def test_each_step_is_a_changeset_at_its_own_time(replica: Replica) -> None:
    with replica.batch(PROGRAM) as step:
        for at in (1_000, 2_000, 3_000):
            with step("add product", occurred_at=at) as tx:
                catalogue.create_product(tx, catalogue.NewProduct(f"P{at}", "Product"))
    text = "SELECT occurred_at FROM changeset WHERE command = 'add product' ORDER BY key"
    with replica.read() as connection:
        assert [row[0] for row in run(connection, text)] == [1_000, 2_000, 3_000]
    assert replica.till_roll is not None
    assert len(list(replica.till_roll.read())) == 3
    assert [verdict for verdict in examine(replica) if not verdict.fine] == []


def test_a_step_that_is_refused_is_undone_alone(replica: Replica) -> None:
    with replica.batch(PROGRAM) as step:
        with step("add product") as tx:
            catalogue.create_product(tx, catalogue.NewProduct("A", "First"))
        with pytest.raises(RuleBroken), step("add products") as tx:
            catalogue.create_product(tx, catalogue.NewProduct("B", "Second"))
            catalogue.create_product(tx, catalogue.NewProduct("a", "Taken"))
        with step("add product") as tx:
            catalogue.create_product(tx, catalogue.NewProduct("C", "Third"))
    assert skus(replica) == ["A", "C"]
    assert [verdict for verdict in examine(replica) if not verdict.fine] == []


def test_a_batch_that_fails_leaves_nothing(replica: Replica) -> None:
    with pytest.raises(RuleBroken), replica.batch(PROGRAM) as step:
        with step("add product") as tx:
            catalogue.create_product(tx, catalogue.NewProduct("A", "First"))
        with step("add product") as tx:
            catalogue.create_product(tx, catalogue.NewProduct("a", "Taken"))
    assert skus(replica) == []


def test_a_step_that_writes_nothing_is_no_changeset(replica: Replica) -> None:
    with replica.batch(PROGRAM) as step, step("look") as tx:
        assert catalogue.find_sku(tx.connection, "A") is None
    assert tx.changeset is None
