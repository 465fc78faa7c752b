"""Guessing PINs: what slows it down, and that nothing speeds it up again."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain import access
from domain.access import lockout
from domain.errors import RuleBroken
from domain.replica import Replica
from domain.values import new_id
from tests.domain.access.company import PIN, Watch, staff
from tests.support.replicas import PROGRAM

WRONG = "999000"
MINUTE = 60_000


def refused(replica: Replica, name: str, watch: Watch, pin: str = WRONG) -> RuleBroken:
    """Try to sign on; give the refusal."""
    with pytest.raises(RuleBroken) as problem:
        access.sign_in(replica, name, pin, watch=watch.stopwatch)
    return problem.value


def fail(replica: Replica, name: str, watch: Watch, times: int) -> list[str]:
    """Try wrong PINs, waiting as told in between; give the codes of the refusals."""
    codes = []
    for _ in range(times):
        problem = refused(replica, name, watch)
        codes.append(problem.code)
        watch.milliseconds += int(str(problem.params.get("seconds", 0))) * 1000
    return codes


def test_five_tries_are_free_then_the_wait_grows_and_the_tenth_locks(replica: Replica) -> None:
    staff(replica, ("anna", "clerk"))

    codes = fail(replica, "anna", Watch(), 10)

    assert codes == (
        ["access.sign_in_refused"] * 4 + ["access.too_many_tries"] * 5 + ["access.locked_out"]
    )
    assert [lockout.delay_ms(n) // 1000 for n in range(3, 10)] == [0, 0, 30, 60, 120, 240, 480]


def test_while_waiting_the_right_pin_is_not_even_looked_at(replica: Replica) -> None:
    staff(replica, ("anna", "clerk"))
    watch = Watch()
    for _ in range(5):
        refused(replica, "anna", watch)

    watch.milliseconds += 29_999
    assert refused(replica, "anna", watch, PIN).params == {"seconds": 1}
    watch.milliseconds += 1
    assert access.sign_in(replica, "anna", PIN, watch=watch.stopwatch).name == "Anna"


def test_the_right_pin_clears_the_count(replica: Replica) -> None:
    staff(replica, ("anna", "clerk"))
    watch = Watch()
    for _ in range(3):
        for _ in range(4):
            assert isinstance(refused(replica, "anna", watch), access.SignInRefused)
        access.sign_in(replica, "anna", PIN, watch=watch.stopwatch)


def test_a_name_that_nobody_has_looks_like_a_wrong_pin(replica: Replica) -> None:
    staff(replica, ("anna", "clerk"))

    known, unknown = Watch(), Watch()

    assert fail(replica, "anna", known, 11) == fail(replica, "nobody", unknown, 11)
    assert known.milliseconds == unknown.milliseconds


def test_a_user_without_a_pin_looks_like_a_wrong_pin(replica: Replica) -> None:
    with replica.transaction(PROGRAM, "user") as tx:
        access.create_user(tx, "New", "new")

    assert isinstance(refused(replica, "new", Watch(), ""), access.SignInRefused)


def test_name_and_badge_are_counted_as_one_person(replica: Replica) -> None:
    users = staff(replica, ("anna", "clerk"))
    with replica.transaction(PROGRAM, "badge") as tx:
        access.set_badge(tx, users["anna"].id, "04A21F9C")
    watch = Watch()
    for name in ("anna", "04a21f9c", "anna", "04a21f9c", "anna"):
        last = refused(replica, name, watch)

    assert last.code == "access.too_many_tries"
    with pytest.raises(access.TooManyTries):
        access.sign_in_by_badge(replica, "04a21f9c", watch=watch.stopwatch)


def test_one_user_s_wrong_pins_do_not_lock_another(replica: Replica) -> None:
    staff(replica, ("anna", "clerk"), ("bo", "clerk"))
    fail(replica, "anna", Watch(), 10)

    assert access.sign_in(replica, "bo", PIN).name == "Bo"


@pytest.mark.parametrize("year_ms", [946_684_800_000, 2_208_988_800_000], ids=["2000", "2040"])
def test_restart_and_clock_change_shorten_nothing(replica: Replica, year_ms: int) -> None:
    staff(replica, ("anna", "clerk"))
    watch = Watch()
    fail(replica, "anna", watch, 6)
    refused(replica, "anna", watch)  # the seventh: two minutes
    folder = replica.folder
    replica.close()

    watch.restart()
    with Replica.open(folder, wall=lambda: year_ms) as again:
        assert refused(again, "anna", watch, PIN).params == {"seconds": 120}
        watch.milliseconds += 2 * MINUTE - 1
        assert refused(again, "anna", watch, PIN).params == {"seconds": 1}
    watch.restart()
    with Replica.open(folder) as again:
        watch.milliseconds += 10 * MINUTE  # a PC that has been on for long, the program not
        assert refused(again, "anna", watch, PIN).params == {"seconds": 120}
        watch.milliseconds += 2 * MINUTE
        assert access.sign_in(again, "anna", PIN, watch=watch.stopwatch).name == "Anna"


def test_a_locked_user_stays_locked_through_a_restart_until_a_supervisor_helps(
    replica: Replica,
) -> None:
    users = staff(replica, ("anna", "clerk"), ("sven", "supervisor"), ("cleo", "clerk"))
    fail(replica, "anna", Watch(), 10)
    folder = replica.folder
    replica.close()

    with Replica.open(folder) as again:
        later = Watch(milliseconds=1000 * MINUTE)
        assert isinstance(refused(again, "anna", later, PIN), access.LockedOut)
        with again.read() as connection:
            assert [each.login for each in access.locked_users(connection)] == ["anna"]

        clerk, supervisor = (access.sign_in(again, each, PIN) for each in ("cleo", "sven"))
        with pytest.raises(RuleBroken), again.transaction(clerk, "unlock") as tx:
            access.unlock(tx, users["anna"].id, "forgot")
        with pytest.raises(access.ReasonMissing), again.transaction(supervisor, "unlock") as tx:
            access.unlock(tx, users["anna"].id, "  ")
        with pytest.raises(access.SelfApproval), again.transaction(supervisor, "unlock") as tx:
            access.unlock(tx, users["sven"].id, "me")
        with again.transaction(supervisor, "unlock") as tx:
            access.unlock(tx, users["anna"].id, "forgot the new PIN")

        assert access.sign_in(again, "anna", PIN).name == "Anna"
        with again.read() as connection:
            (kept,) = access.overrides(connection, site=1)
        assert (kept.permission, kept.actor_name, kept.approver_name, kept.reason) == (
            "access.unlock",
            "Anna",
            "Sven",
            "forgot the new PIN",
        )


def test_wrong_pins_stay_at_the_station(replica: Replica) -> None:
    staff(replica, ("anna", "clerk"))
    with replica.read() as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM changeset").scalar()

    refused(replica, "anna", Watch())

    with replica.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM changeset").scalar() == before


EVENTS = st.lists(
    st.one_of(
        st.just("try"),
        st.just("restart"),
        st.integers(0, 200_000),  # ms that pass
    ),
    max_size=40,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(events=EVENTS)
def test_between_two_tries_the_whole_delay_has_passed_in_one_process(
    replica: Replica, events: list[str | int]
) -> None:
    who, watch = new_id(), Watch()
    failures, passed = 0, 0  # ms since the last try, or since this process was first asked
    asked = True
    for event in events:
        if event == "restart":
            watch.restart()
            passed, asked = 0, False
        elif isinstance(event, int):
            watch.milliseconds += event
            passed += event if asked else 0
        else:
            with replica.transaction(PROGRAM, "try") as tx:
                refusal = lockout.refusal(tx, who, watch.stopwatch)
                asked = True
                allowed = failures < 10 and passed >= lockout.delay_ms(failures)
                assert (refusal is None) == allowed
                if refusal is None:
                    failures = lockout.note_failure(tx, who, watch.stopwatch)
                    passed = 0
