"""Entering, finding, editing and merging customers at one station."""

import pytest

from domain import customers
from domain.company import NewCompany, found_company
from domain.customers import Customer
from domain.errors import NotPermitted
from domain.replica import Actor, Replica
from domain.values import new_id
from tests.support.replicas import PROGRAM


@pytest.fixture
def shop(replica: Replica) -> Replica:
    """A company in Germany."""
    with replica.transaction(PROGRAM, "found") as tx:
        found_company(tx, NewCompany("Shop", region="DE"))
    return replica


def enter(shop: Replica, name: str, **fields: str) -> Customer:
    """Enter a customer."""
    with shop.transaction(PROGRAM, "enter customer") as tx:
        return customers.create_customer(tx, name, **fields)  # type: ignore[arg-type]


def found(shop: Replica, text: str) -> list[str]:
    """The names that a search finds."""
    with shop.read() as connection:
        return sorted(each.name for each in customers.search(connection, text))


def duplicates(shop: Replica) -> int:
    """How many pairs wait in the inbox."""
    with shop.read() as connection:
        text = "SELECT count(*) FROM conflict WHERE kind = 'duplicate' AND table_name = 'customer'"
        return int(connection.exec_driver_sql(text).scalar() or 0)


def test_a_customer_is_entered_in_normal_form(shop: Replica) -> None:
    anna = enter(shop, "  Anna   Müller ", phone="0151 12345678", email=" Anna@Example.COM ")

    assert (anna.name, anna.phone, anna.email) == (
        "Anna Müller",
        "+4915112345678",
        "anna@example.com",
    )
    with shop.read() as connection:
        assert customers.get(connection, anna.id) == anna
        assert customers.by_phone(connection, "+4915112345678") == [anna]
        assert customers.by_email(connection, "anna@example.com") == [anna]


def test_without_a_company_only_international_numbers_are_read(replica: Replica) -> None:
    with pytest.raises(customers.PhoneRefused):
        enter(replica, "Anna", phone="0151 12345678")
    assert enter(replica, "Anna", phone="+49 151 12345678").phone == "+4915112345678"


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"name": "   "}, customers.CustomerNameMissing),
        ({"name": "x" * 201}, customers.TextTooLong),
        ({"name": "Anna", "phone": "12"}, customers.PhoneRefused),
        ({"name": "Anna", "email": "anna"}, customers.EmailRefused),
        ({"name": "Anna", "notes": "pays by 4111 1111 1111 1111"}, customers.CardDataRefused),
        ({"name": "4111 1111 1111 1111"}, customers.CardDataRefused),
    ],
)
def test_bad_fields_are_refused_and_nothing_is_saved(
    shop: Replica, fields: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        enter(shop, **fields)  # type: ignore[arg-type]
    assert found(shop, "Anna") == []


def test_rights_are_asked_for(shop: Replica) -> None:
    anna = enter(shop, "Anna")
    nobody = Actor(new_id(), "Nobody")
    for step in (
        lambda tx: customers.create_customer(tx, "Bo"),
        lambda tx: customers.edit_customer(tx, anna.id, name="Bo"),
        lambda tx: customers.merge_customers(tx, anna.id, anna.id),
        lambda tx: customers.archive_customer(tx, anna.id),
        lambda tx: customers.restore_customer(tx, anna.id),
    ):
        with pytest.raises(NotPermitted), shop.transaction(nobody, "step") as tx:
            step(tx)


def test_only_the_fields_given_change(shop: Replica) -> None:
    anna = enter(shop, "Anna", phone="0151 12345678", email="a@b.de", notes="likes tea")
    with shop.transaction(PROGRAM, "edit customer") as tx:
        edited = customers.edit_customer(tx, anna.id, email="", name="Anna M.")
        assert customers.edit_customer(tx, anna.id) == edited

    assert (edited.name, edited.phone, edited.email, edited.notes) == (
        "Anna M.",
        "+4915112345678",
        None,
        "likes tea",
    )


def test_consent_keeps_the_moment_it_was_given_and_can_be_taken_back(shop: Replica) -> None:
    anna = enter(shop, "Anna")
    consents = []
    for moment, given in ((1_000, True), (2_000, True), (3_000, False), (4_000, True)):
        with shop.transaction(PROGRAM, "consent", occurred_at=moment) as tx:
            edited = customers.edit_customer(tx, anna.id, marketing_consent=given)
        consents.append(edited.marketing_consent_at)

    assert consents == [1_000, 1_000, None, 4_000]


def test_a_customer_is_found_by_name_email_and_phone(shop: Replica) -> None:
    enter(shop, "Anna Müller", phone="0151 12345678", email="anna@example.com")
    enter(shop, "张伟", phone="+86 138 0013 8000")
    enter(shop, "Otto Meier")

    for text in (
        "ann",
        "muller",
        "MÜL ann",
        "anna@exa",
        "0151 12",
        "+49 151",
        "5678",
        "151/12345678",
    ):
        assert found(shop, text) == ["Anna Müller"], text
    for text in ("张", "张伟", "138 0013", "8000"):
        assert found(shop, text) == ["张伟"], text
    assert found(shop, "nobody") == []


def test_an_edit_changes_what_a_customer_is_found_by(shop: Replica) -> None:
    anna = enter(shop, "Anna Müller")
    with shop.transaction(PROGRAM, "marry") as tx:
        customers.edit_customer(tx, anna.id, name="Anna Schmidt")

    assert found(shop, "müller") == []
    assert found(shop, "schmidt") == ["Anna Schmidt"]


def test_an_archived_customer_is_not_found_until_restored(shop: Replica) -> None:
    anna = enter(shop, "Anna")
    with shop.transaction(PROGRAM, "archive") as tx:
        customers.archive_customer(tx, anna.id)
    assert found(shop, "anna") == []
    with shop.read() as connection:
        assert customers.get(connection, anna.id).archived

    with shop.transaction(PROGRAM, "restore") as tx:
        assert not customers.restore_customer(tx, anna.id).archived
    assert found(shop, "anna") == ["Anna"]


def test_who_may_be_the_same_is_hinted_at(shop: Replica) -> None:
    phone = enter(shop, "Otto Meier", phone="0151 12345678")
    email = enter(shop, "Firma Krause", email="info@krause.de")
    name = enter(shop, "Anna Müller")
    enter(shop, "Somebody Else")

    with shop.read() as connection:
        hints = customers.duplicate_hints(
            connection, name="Muller Anna", phone="+49 151 12345678", email="INFO@krause.de"
        )
        assert [(h.customer.id, h.why) for h in hints] == [
            (phone.id, "phone"),
            (email.id, "email"),
            (name.id, "name"),
        ]
        assert customers.duplicate_hints(connection, name="Anna Müller", ignore=name.id) == []
        assert customers.duplicate_hints(connection, phone="01", email="otto@") == []


def test_a_phone_taken_twice_is_saved_and_shown(shop: Replica) -> None:
    enter(shop, "Anna", phone="0151 12345678")
    assert duplicates(shop) == 0
    enter(shop, "Anna M.", phone="+49 151 12345678")

    assert duplicates(shop) == 1


def test_merging_leaves_an_alias_and_fills_gaps(shop: Replica) -> None:
    anna = enter(shop, "Anna", phone="0151 12345678", notes="likes tea")
    twin = enter(shop, "Anna M.", phone="0151 12345678", email="anna@example.com", notes="no bag")
    assert duplicates(shop) == 1
    with shop.transaction(PROGRAM, "merge customers") as tx:
        merged = customers.merge_customers(tx, anna.id, twin.id)

    assert (merged.id, merged.name, merged.email) == (anna.id, "Anna", "anna@example.com")
    assert merged.notes == "likes tea\nno bag"
    assert duplicates(shop) == 0
    with shop.read() as connection:
        assert customers.get(connection, twin.id) == merged
        assert customers.aliases(connection, twin.id) == [anna.id, twin.id]
        assert customers.search(connection, "Anna M") == [merged]
        assert customers.by_email(connection, "anna@example.com") == [merged]


def test_consent_is_not_taken_over_by_a_merge(shop: Replica) -> None:
    anna = enter(shop, "Anna")
    with shop.transaction(PROGRAM, "enter customer") as tx:
        twin = customers.create_customer(tx, "Anna M.", marketing_consent=True)
        assert twin.marketing_consent_at == tx.occurred_at
    with shop.transaction(PROGRAM, "merge customers") as tx:
        assert customers.merge_customers(tx, anna.id, twin.id).marketing_consent_at is None


def test_merges_of_merges_and_edits_reach_the_one_who_stands(shop: Replica) -> None:
    first, second, third = (enter(shop, f"Anna {n}") for n in (1, 2, 3))
    with shop.transaction(PROGRAM, "merge customers") as tx:
        customers.merge_customers(tx, second.id, third.id)
        customers.merge_customers(tx, first.id, third.id)
        customers.edit_customer(tx, third.id, notes="one and the same")
        with pytest.raises(customers.MergedWithItself):
            customers.merge_customers(tx, second.id, third.id)

    with shop.read() as connection:
        for each in (first, second, third):
            assert customers.get(connection, each.id).notes == "one and the same"
        assert customers.aliases(connection, second.id) == [first.id, second.id, third.id]


def test_a_customer_who_does_not_exist_is_said(shop: Replica) -> None:
    with shop.read() as connection, pytest.raises(customers.CustomerUnknown):
        customers.get(connection, new_id())


def test_the_end_of_a_number_is_found_also_where_it_begins_with_zeros(shop: Replica) -> None:
    enter(shop, "Anna", phone="+44 20 7946 0018")

    for typed in ("0018", "7946 0018", "020 7946", "(020) 7946-0018", "+44 20 7946 0018"):
        assert found(shop, typed) == ["Anna"]
    assert found(shop, "0019") == []
