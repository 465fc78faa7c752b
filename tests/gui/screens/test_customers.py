"""Customers: finding, entering, editing, inline errors, likenesses, merging, purchases."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from desktop.founding import Founding, furnish
from desktop.screens.customers import CustomersScreen
from desktop.screens.customers_parts import MergeSheet
from desktop.tones import Tone
from desktop.widgets import ConfirmDialog
from domain import access, catalogue, counter, customers
from domain.customers import Customer
from domain.replica import Actor, Replica
from tests.gui.screens.support import Driver, MakeScreen, titles
from tests.support.replicas import PROGRAM


@dataclass
class Shop:
    """A shop with a cashier, a clerk who may only look, and three customers."""

    replica: Replica
    cashier: Actor
    clerk: Actor
    anna: Customer
    twin: Customer

    def read(self, who: Customer) -> Customer:
        with self.replica.read() as connection:
            return customers.get(connection, who.id)


@pytest.fixture
def shop(replica: Replica) -> Shop:
    """Anna twice, with one phone; Rosa once."""
    furnish(replica, Founding("Harbour", site="Camden", currency="GBP", region="GB", pin="280461"))
    with replica.transaction(PROGRAM, "staff") as tx:
        roles = {each.code: each.id for each in access.roles(tx.connection)}
        users = [
            access.create_user(tx, role, role, roles=[roles[role]], pin="739205")
            for role in ("cashier", "clerk")
        ]
        cashier, clerk = (access.actor_of(tx.connection, user.id) for user in users)
    with replica.transaction(cashier, "customers") as tx:
        anna = customers.create_customer(
            tx, "Anna Schmidt", phone="020 7946 0018", email="anna@example.org", notes="Fridays"
        )
        twin = customers.create_customer(tx, "Anna Schmid", phone="+442079460018")
        customers.create_customer(tx, "Rosa Alvarez", marketing_consent=True)
    return Shop(replica, cashier, clerk, anna, twin)


@pytest.fixture
def desk(make_screen: MakeScreen, shop: Shop) -> Driver[CustomersScreen]:
    """The screen as the cashier enters it."""
    driver = make_screen(CustomersScreen, shop.replica, shop.cashier)
    driver.enter()
    return driver


def find(desk: Driver[CustomersScreen], text: str, *, enter: bool = False) -> None:
    desk.screen.field.clear()
    desk.qtbot.keyClicks(desk.screen.field, text)
    desk.settle()
    if enter:
        desk.qtbot.keyClick(desk.screen.field, Qt.Key.Key_Return)
        desk.settle()
        desk.settle()


def write(desk: Driver[CustomersScreen], **values: str) -> None:
    """Type into fields of the form."""
    for name, text in values.items():
        edit = getattr(desk.screen.form, name).edit
        edit.setFocus()
        edit.selectAll()
        desk.qtbot.keyClicks(edit, text)
        if not text:
            desk.qtbot.keyClick(edit, Qt.Key.Key_Delete)
    desk.settle()


def problem(desk: Driver[CustomersScreen], name: str) -> str:
    return str(getattr(desk.screen.form, name).editor.accessibleDescription())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ann", {"Anna Schmidt", "Anna Schmid"}),
        ("0018", {"Anna Schmidt", "Anna Schmid"}),
        ("anna@", {"Anna Schmidt", "Anna Schmid"}),
        ("ros", {"Rosa Alvarez"}),
        ("zz", set()),
    ],
)
def test_customers_are_found_by_name_phone_and_mail(
    desk: Driver[CustomersScreen], text: str, found: set[str]
) -> None:
    find(desk, text)
    assert set(titles(desk.screen.finder.list)) == found


def test_enter_opens_the_only_one_and_says_when_there_is_none(
    desk: Driver[CustomersScreen],
) -> None:
    find(desk, "rosa", enter=True)
    assert desk.screen.pane.heading.text() == "Rosa Alvarez"
    assert desk.screen.form.consent.value()
    assert problem(desk, "consent").startswith("Given on ")
    find(desk, "nobody", enter=True)
    assert desk.said == ["No customer is found by nobody"]
    assert desk.tone is Tone.WARNING


def test_who_was_open_last_stays_at_hand(desk: Driver[CustomersScreen], shop: Shop) -> None:
    desk.enter(customer=shop.anna.id)
    desk.enter(customer=shop.twin.id)
    assert titles(desk.screen.finder.list) == ["Opened last", "Anna Schmid", "Anna Schmidt"]
    assert desk.screen.finder.list.current_key() == shop.twin.id
    write(desk, name="Anne Schmid")
    desk.act("confirm")
    assert titles(desk.screen.finder.list) == ["Opened last", "Anne Schmid", "Anna Schmidt"]
    find(desk, "ros")
    assert titles(desk.screen.finder.list) == ["Rosa Alvarez"]
    desk.act("find")
    with shop.replica.transaction(PROGRAM, "elsewhere") as tx:
        customers.merge_customers(tx, shop.anna.id, shop.twin.id)
    desk.context.offload.refresh.announce({"customer"})
    desk.settle()
    assert titles(desk.screen.finder.list) == ["Opened last", "Anna Schmidt"]


def test_an_edit_is_saved_and_taken_back(desk: Driver[CustomersScreen], shop: Shop) -> None:
    desk.enter(customer=shop.anna.id)
    assert desk.screen.form.phone.value() == "+442079460018"
    assert not desk.can("confirm")
    write(desk, name="Anna Schmidt-Lang", email="")
    desk.screen.form.consent.box.click()
    desk.act("confirm")
    saved = shop.read(shop.anna)
    assert (saved.name, saved.email) == ("Anna Schmidt-Lang", None)
    assert saved.marketing_consent_at is not None
    assert desk.said[-1] == "Anna Schmidt-Lang is saved"
    desk.undo()
    back = shop.read(shop.anna)
    assert (back.name, back.email) == ("Anna Schmidt", "anna@example.org")
    assert back.marketing_consent_at is None


def test_only_what_was_changed_is_written(desk: Driver[CustomersScreen], shop: Shop) -> None:
    desk.enter(customer=shop.anna.id)
    write(desk, notes="Mondays")
    with shop.replica.transaction(PROGRAM, "elsewhere") as tx:
        customers.edit_customer(tx, shop.anna.id, name="Anna S.")
    desk.context.offload.refresh.announce({"customer"})
    desk.settle()
    assert desk.screen.form.notes.value() == "Mondays", "typing is never overwritten"
    desk.act("confirm")
    saved = shop.read(shop.anna)
    assert (saved.name, saved.notes) == ("Anna S.", "Mondays")


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("name", "", "Enter the customer's name."),
        ("phone", "12", "\u201c12\u201d is not a phone number."),
        ("email", "nowhere", "\u201cnowhere\u201d is not an e-mail address."),
        ("notes", "card 4111 1111 1111 1111", "This looks like the number of a payment card."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_saved(
    desk: Driver[CustomersScreen], shop: Shop, field: str, text: str, sentence: str
) -> None:
    desk.enter(customer=shop.anna.id)
    write(desk, **{field: text})
    desk.act("confirm")
    assert problem(desk, field).startswith(sentence)
    assert desk.tone is Tone.ERROR
    assert shop.read(shop.anna) == shop.anna
    assert desk.can("confirm"), "what was typed is kept"
    desk.act("clear")
    assert problem(desk, field) == ""
    assert not desk.can("confirm")


def test_a_new_customer_begins_with_what_was_searched_for(
    desk: Driver[CustomersScreen], shop: Shop
) -> None:
    find(desk, "new@example.org")
    desk.act("customers.new")
    assert desk.screen.form.email.value() == "new@example.org"
    desk.act("confirm")
    assert problem(desk, "name") == "Enter the customer's name."
    write(desk, name="Noor Haddad")
    desk.act("confirm")
    assert desk.screen.pane.heading.text() == "Noor Haddad"
    with shop.replica.read() as connection:
        assert [c.email for c in customers.search(connection, "Noor")] == ["new@example.org"]
    desk.undo()
    with shop.replica.read() as connection:
        assert not customers.search(connection, "Noor")


def test_likenesses_are_shown_while_one_types(desk: Driver[CustomersScreen]) -> None:
    desk.act("customers.new")
    write(desk, name="Someone Else", phone="020 7946 0018")
    assert desk.screen.pane.hints.isVisible()
    assert [hint.why for hint in desk.screen._hints] == ["phone", "phone"]
    write(desk, phone="020 7946 0999")
    assert not desk.screen.pane.hints.isVisible()


def test_two_profiles_become_one(desk: Driver[CustomersScreen], shop: Shop) -> None:
    desk.enter(customer=shop.twin.id)
    assert desk.screen.pane.hints.isVisible()
    desk.screen.pane.hints.merging.emit(shop.anna.id)
    desk.settle()
    dialog = desk.screen.window().findChild(MergeSheet)
    assert dialog is not None
    dialog.sides.chosen.emit(1)
    desk.settle()
    desk.settle()
    assert desk.said[-1] == "Anna Schmidt is one customer now"
    assert shop.read(shop.twin).id == shop.anna.id
    assert not desk.screen.pane.hints.isVisible()


def test_an_archived_customer_can_be_brought_back(
    desk: Driver[CustomersScreen], shop: Shop
) -> None:
    desk.enter(customer=shop.anna.id)
    desk.act("customers.archive")
    dialog = desk.screen.window().findChild(ConfirmDialog)
    assert dialog is not None
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    desk.settle()
    assert shop.read(shop.anna).archived
    assert desk.screen.start.isVisible()
    desk.undo()
    assert not shop.read(shop.anna).archived


def test_leaving_what_is_typed_is_asked_about(desk: Driver[CustomersScreen], shop: Shop) -> None:
    desk.enter(customer=shop.anna.id)
    write(desk, name="Half a na")
    desk.enter()
    assert desk.said[-1] == "You were still editing. F12 saves it."
    assert desk.screen.form.name.value() == "Half a na"
    desk.enter(customer=shop.twin.id)
    dialog = desk.screen.window().findChild(ConfirmDialog)
    assert dialog is not None
    assert desk.screen.form.name.value() == "Half a na"
    dialog._confirm()
    desk.settle()
    assert desk.screen.form.name.value() == "Anna Schmid"
    assert shop.read(shop.anna).name == "Anna Schmidt"


def test_purchases_of_both_names_are_shown(desk: Driver[CustomersScreen], shop: Shop) -> None:
    with shop.replica.transaction(PROGRAM, "past") as tx:
        tea = catalogue.create_product(tx, catalogue.NewProduct("TEA", "Tea"))
    with shop.replica.transaction(PROGRAM, "past") as tx:
        ends = counter.places(tx)
        for who, number, steps, kind in (
            (shop.anna, "A1", 3, counter.SALE),
            (shop.twin, "T1", 2, counter.SALE),
            (shop.anna, "A2", -1, counter.REFUND),
        ):
            line = counter.PastLine(tea, steps, 35_000)
            past = counter.PastSale(
                number, tx.occurred_at, [line], "GBP", customer=who.id, kind=kind
            )
            counter.record_sale(tx, past, ends)
    with shop.replica.transaction(shop.cashier, "merge") as tx:
        customers.merge_customers(tx, shop.anna.id, shop.twin.id)
    desk.enter(customer=shop.anna.id)
    bought = desk.screen.pane.bought
    assert set(titles(bought.lines)) == {"A1", "T1", "A2"}
    assert bought.count.value() == "2"
    assert bought.spent.value() == "14.00 GBP"
    refund = next(line for line in bought.lines.lines() if line.title == "A2")
    assert (refund.status, refund.figure) == ("Refund", "\u22123.50 GBP")


def test_who_may_only_look_edits_nothing(make_screen: MakeScreen, shop: Shop) -> None:
    desk = make_screen(CustomersScreen, shop.replica, shop.clerk)
    desk.enter(customer=shop.anna.id)
    assert not desk.screen.form.name.editor.isEnabled()
    assert not desk.can("customers.new")
    assert not desk.can("confirm")
    assert desk.screen.pane.hints.isVisible()
    assert desk.screen.form.name.value() == "Anna Schmidt"
