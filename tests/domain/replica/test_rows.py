"""Small questions asked of the driver directly leave nothing open behind them."""

from collections.abc import Callable
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError, IntegrityError

from domain.replica import Replica, run, run_many
from domain.replica.rows import Answer

NUMBERS = "SELECT value FROM (SELECT 1 AS value UNION SELECT 2 UNION SELECT 3) WHERE value >= ?"


@pytest.mark.parametrize(
    "read",
    [Answer.all, Answer.first, Answer.scalar, list, lambda answer: next(iter(answer))],
    ids=["all", "first", "scalar", "list", "a part"],
)
def test_a_cursor_is_closed_once_its_rows_are_read(
    replica: Replica, read: Callable[[Answer], Any]
) -> None:
    with replica.read() as connection:
        answer = run(connection, NUMBERS, 1)
        read(answer)
        with pytest.raises(sqlcipher.ProgrammingError, match="closed"):
            answer._cursor.fetchone()


def test_one_question_may_be_asked_inside_another(replica: Replica) -> None:
    with replica.read() as connection:
        pairs = [
            (outer, inner)
            for (outer,) in run(connection, NUMBERS, 1)
            for (inner,) in run(connection, NUMBERS, 2)
        ]
    assert pairs == [(outer, inner) for outer in (1, 2, 3) for inner in (2, 3)]


def test_one_row_means_one(replica: Replica) -> None:
    with replica.read() as connection:
        assert run(connection, NUMBERS, 3).one() == (3,)
        assert run(connection, NUMBERS, 3).scalar_one() == 3
        for least in (1, 4):
            with pytest.raises(LookupError):
                run(connection, NUMBERS, least).one()
        assert run(connection, NUMBERS, 4).scalar() is None


def test_errors_are_of_the_family_that_callers_know(replica: Replica) -> None:
    with replica._writing() as connection:
        with pytest.raises(DBAPIError, match="no such table"):
            run(connection, "SELECT 1 FROM nothing_here")
        state = "INSERT INTO replica_state (name, value) VALUES (?, ?)"
        with pytest.raises(IntegrityError):
            run_many(connection, state, [("twice", "a"), ("twice", "b")])
