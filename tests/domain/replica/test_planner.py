"""A question is answered by the index that was made for it, from the first row on."""

import domain.areas  # noqa: F401 - declares the tables
from domain.replica import Replica


def test_a_second_column_of_the_key_is_looked_up_by_its_index(replica: Replica) -> None:
    questions = {
        "SELECT id FROM open_reservation WHERE site = ? AND document = ?": "site_document",
        "SELECT id FROM product WHERE site = ? AND sku_key = ?": "sku_key",
        "SELECT line FROM movement WHERE site = ? AND document = ?": "site_document",
    }
    with replica.read() as connection:
        for text, index in questions.items():
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", (1, b"x")).all()
            assert any(f"{index} (site=? AND" in row[-1] for row in plan), plan


def test_a_row_is_looked_up_by_its_key(replica: Replica) -> None:
    text = "EXPLAIN QUERY PLAN SELECT sku FROM product WHERE site = ? AND id = ?"
    with replica.read() as connection:
        plan = connection.exec_driver_sql(text, (0, b"x")).all()
    assert [row[-1] for row in plan] == ["SEARCH product USING PRIMARY KEY (site=? AND id=?)"]
