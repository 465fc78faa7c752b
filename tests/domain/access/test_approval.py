"""A supervisor approves one operation: once, for what it was given, and it is kept."""

import dataclasses

import pytest

from domain import access
from domain.errors import NotPermitted
from domain.replica import GLOBAL, Actor, Approval, Replica
from domain.values import new_id
from tests.domain.access.company import OTHER_PIN, PIN, Watch, staff

RIGHT = "counter.override_price"
SALE = new_id()


@pytest.fixture
def cashier(replica: Replica) -> Actor:
    """A cashier at work; a supervisor and an owner are in the house."""
    staff(replica, ("cara", "cashier"), ("sven", "supervisor"), ("olga", "owner"))
    return access.sign_in(replica, "cara", PIN)


def approval(replica: Replica, asker: Actor, *, detail: str = "") -> Approval:
    """The supervisor's yes to another price in the sale."""
    return access.approve(
        replica,
        "sven",
        PIN,
        permission=RIGHT,
        subject=SALE,
        reason="box was damaged",
        asker=asker,
        detail=detail,
    )


def use(
    replica: Replica,
    actor: Actor,
    given: Approval | None,
    *,
    permission: str = RIGHT,
    subject: bytes = SALE,
    detail: str = "",
) -> None:
    """Do the step that needs the right."""
    with replica.transaction(actor, "override price", approval=given) as tx:
        access.require(tx, permission, subject, detail=detail)


def overrides(replica: Replica, site: int = 1) -> list[access.Override]:
    """The overrides that are kept."""
    with replica.read() as connection:
        return access.overrides(connection, site)


def test_without_right_and_approval_nothing_happens(replica: Replica, cashier: Actor) -> None:
    with pytest.raises(NotPermitted):
        use(replica, cashier, None)
    assert overrides(replica) == []


def test_an_approval_lets_one_step_pass_and_says_who_allowed_it(
    replica: Replica, cashier: Actor
) -> None:
    use(replica, cashier, approval(replica, cashier))

    (kept,) = overrides(replica)
    assert (kept.permission, kept.subject, kept.reason) == (RIGHT, SALE, "box was damaged")
    assert (kept.actor, kept.actor_name, kept.approver_name) == (cashier.id, "Cara", "Sven")
    assert kept.station == replica.station
    assert kept.used_at > 0


def test_who_holds_the_right_uses_up_no_approval(replica: Replica, cashier: Actor) -> None:
    owner = access.sign_in(replica, "olga", PIN)
    given = approval(replica, cashier)

    use(replica, owner, given)

    assert overrides(replica) == []
    use(replica, cashier, given)


def test_an_approval_is_used_once(replica: Replica, cashier: Actor) -> None:
    given = approval(replica, cashier)
    use(replica, cashier, given)

    with pytest.raises(access.ApprovalUsed):
        use(replica, cashier, given)
    assert len(overrides(replica)) == 1


def test_an_approval_is_used_once_within_one_step_too(replica: Replica, cashier: Actor) -> None:
    given = approval(replica, cashier)
    with (
        pytest.raises(access.ApprovalUsed),
        replica.transaction(cashier, "override two prices", approval=given) as tx,
    ):
        access.require(tx, RIGHT, SALE)
        access.require(tx, RIGHT, SALE)

    assert overrides(replica) == []


def test_a_step_that_fails_leaves_its_approval_unused(replica: Replica, cashier: Actor) -> None:
    given = approval(replica, cashier)
    with (
        pytest.raises(ZeroDivisionError),
        replica.transaction(cashier, "override price", approval=given) as tx,
    ):
        access.require(tx, RIGHT, SALE)
        _ = 1 // 0

    use(replica, cashier, given)


def test_an_approval_fits_its_right_its_document_and_its_amount_only(
    replica: Replica, cashier: Actor
) -> None:
    given = approval(replica, cashier, detail="9.99 EUR")

    for other in (
        {"subject": new_id()},
        {"permission": "counter.discount"},
        {"detail": "0.99 EUR"},
        {"detail": ""},
    ):
        with pytest.raises(access.ApprovalForSomethingElse):
            use(replica, cashier, given, **({"detail": "9.99 EUR"} | other))  # type: ignore[arg-type]
    use(replica, cashier, given, detail="9.99 EUR")
    assert [each.detail for each in overrides(replica)] == ["9.99 EUR"]


def test_an_approval_expires(replica: Replica, cashier: Actor) -> None:
    given = approval(replica, cashier)
    old = dataclasses.replace(given, given_at=given.given_at - access.APPROVAL_LASTS_S - 1)

    with pytest.raises(access.ApprovalExpired):
        use(replica, cashier, old)


def test_nobody_approves_their_own_step(replica: Replica, cashier: Actor) -> None:
    supervisor = access.sign_in(replica, "sven", PIN)
    limited = Actor(supervisor.id, supervisor.name)  # signed on by badge alone
    with pytest.raises(access.SelfApproval):
        approval(replica, limited)

    given = approval(replica, cashier)
    with pytest.raises(access.SelfApproval):
        use(replica, limited, given)


def test_who_does_not_hold_the_right_cannot_approve_it(replica: Replica, cashier: Actor) -> None:
    with pytest.raises(NotPermitted, match="Cara"):
        access.approve(
            replica,
            "cara",
            PIN,
            permission=RIGHT,
            subject=SALE,
            reason="please",
            asker=Actor(new_id(), "Bo"),
        )


def test_an_approval_needs_a_reason_and_the_right_pin(replica: Replica, cashier: Actor) -> None:
    def ask(pin: str, reason: str) -> None:
        access.approve(
            replica, "sven", pin, permission=RIGHT, subject=SALE, reason=reason, asker=cashier
        )

    with pytest.raises(access.ReasonMissing):
        ask(PIN, " ")
    with pytest.raises(access.SignInRefused):
        ask(OTHER_PIN, "please")


def test_guessing_the_supervisor_s_pin_in_an_approval_counts(
    replica: Replica, cashier: Actor
) -> None:
    watch = Watch()
    for _ in range(5):
        with pytest.raises((access.SignInRefused, access.TooManyTries)):
            access.approve(
                replica,
                "sven",
                OTHER_PIN,
                permission=RIGHT,
                subject=SALE,
                reason="please",
                asker=cashier,
                watch=watch.stopwatch,
            )

    with pytest.raises(access.TooManyTries):
        access.sign_in(replica, "sven", PIN, watch=watch.stopwatch)


def test_an_approval_of_a_company_wide_step_travels_with_it(
    replica: Replica, cashier: Actor
) -> None:
    given = access.approve(
        replica,
        "olga",
        PIN,
        permission="catalogue.edit",
        subject=SALE,
        reason="typo",
        asker=cashier,
    )
    with replica.transaction(cashier, "edit product", approval=given) as tx:
        access.require(tx, "catalogue.edit", SALE, scope=GLOBAL)

    assert overrides(replica) == []
    assert [each.reason for each in overrides(replica, site=GLOBAL)] == ["typo"]
