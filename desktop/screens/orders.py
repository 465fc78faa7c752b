"""Orders: the list, one order, an order being entered; what waits is allocated and released."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QStackedWidget

from desktop.actions import Action, ActionSpec, act
from desktop.offload import Connection, Failure
from desktop.scans import Outcome, Scan
from desktop.screen import Screen
from desktop.screens.item_codes import candidates, meaning
from desktop.screens.orders_entry import EntryPage
from desktop.screens.orders_list import ListPage
from desktop.screens.orders_order import OrderPage
from desktop.text import QT_TRANSLATE_NOOP
from desktop.widgets import ChoiceDialog, column
from domain import customers, orders, picking
from domain.orders import Allocation
from domain.replica import Transaction

LIST, ORDER, ENTRY = 0, 1, 2
ALLOCATE = "orders.allocate"
_NEW = ActionSpec("orders.new", QT_TRANSLATE_NOOP("Actions", "New order"), "", "plus")
_ALL_TO_PICK = ActionSpec(
    "orders.all_to_pick", QT_TRANSLATE_NOOP("Actions", "Make pick lists"), "", "pick"
)


class OrdersScreen(Screen):
    """Three pages over the orders of a site."""

    id = "orders"
    title_text = QT_TRANSLATE_NOOP("Screens", "Orders")
    hint_text = QT_TRANSLATE_NOOP("Screens", "Customer orders")
    icon, group, permission = "orders", "warehouse", ALLOCATE
    refreshes_on = (
        "sales_order", "sales_order_event", "sales_order_state", "sales_line_state",
        "open_reservation", "pick_list", "pick_task_state", "shipment", "shipment_cancelled",
    )  # fmt: skip

    def build(self) -> None:
        """The list, one order, the entry."""
        self.list, self.order, self.entry = ListPage(self), OrderPage(self), EntryPage(self)
        self.pages = QStackedWidget()
        for page in (self.list, self.order, self.entry):
            self.pages.addWidget(page)
        column(self, self.pages, gap=0, margin=0)
        self.list.opened.connect(self.open)
        self.list.counted.connect(self.actions_changed)
        self.order.left.connect(self.show_list)
        self.entry.left.connect(self.show_list)
        self.entry.entered.connect(self.open)

    def retranslate(self) -> None:
        """Set the texts."""
        for page in (self.list, self.order, self.entry):
            page.retranslate()

    def enter(self, params: Mapping[str, object]) -> None:
        """Open an order that was named, begin one for a customer, or show the page of last time."""
        order, customer = params.get("order"), params.get("customer")
        if isinstance(order, bytes):
            self.open(order)
        elif isinstance(customer, bytes):
            self.query(lambda c: customers.get(c, customer), self._begin_for)
        else:
            self.refresh()

    def refresh(self) -> None:
        """Read again what the page shows."""
        if self.pages.currentIndex() == ORDER:
            self.order.refresh()
        else:
            self.list.refresh()

    def save_state(self) -> dict[str, object]:
        """Keep the order being entered and the one in view."""
        state = self.entry.save()
        shown = self.order.identifier
        if self.pages.currentIndex() == ORDER and shown is not None:
            state["order"] = shown.hex()
        state["page"] = self.pages.currentIndex()
        return state

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Go on where it was left."""
        self.entry.restore(state)
        order = str(state.get("order") or "")
        if order:
            self.open(bytes.fromhex(order))
        elif state.get("page") == ENTRY:
            self._begin()

    def take_focus(self) -> None:
        """Put the focus where typing belongs on the page."""
        fields = {LIST: self.list.field, ORDER: self.order.table, ENTRY: self.entry.field}
        fields[self.pages.currentIndex()].setFocus()

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Find an order, go to an item's line, add an item."""
        page = self.pages.currentIndex()
        if page == ENTRY:
            return self.entry.scan(scan)
        if page == ORDER:
            self.query(
                lambda c: _item(c, scan), self._show_item, failure=lambda _: self._find(scan)
            )
            return None
        self._find(scan)
        return None

    def screen_actions(self) -> Sequence[Action]:
        """Give the acts of the page."""
        page = self.pages.currentIndex()
        if page == ORDER:
            return self.order.acts()
        if page == ENTRY:
            return self.entry.acts()
        may, overview = self.context.session.may, self.list.overview
        return [
            Action(_NEW, self._begin, enabled=lambda: may("orders.enter")),
            Action(
                _ALL_TO_PICK,
                self._ask_lists,
                enabled=lambda: overview.ready > 0 and may("picking.pick"),
                label=self._with_number(self.tr("Make pick lists"), overview.ready),
            ),
            act("clear", self.list.clear, enabled=lambda: self.list.filtered, on_bar=False),
            act(
                "confirm",
                self._allocate,
                enabled=lambda: overview.waiting > 0 and may(ALLOCATE),
                label=self._with_number(self.tr("Allocate what waits"), overview.waiting),
                primary=True,
            ),
        ]

    def _with_number(self, text: str, number: int) -> str:
        return f"{text} ({number})" if number else text

    # Pages.

    def open(self, identifier: bytes) -> None:
        """Show an order."""
        self.clear_undo()
        self.order.open(identifier)
        self._turn(ORDER)

    def show_list(self) -> None:
        """Show the list."""
        self.clear_undo()
        self._turn(LIST)
        self.list.refresh()

    def _begin(self) -> None:
        self._turn(ENTRY)
        self.entry.begin()

    def _begin_for(self, customer: customers.Customer) -> None:
        self._turn(ENTRY)
        self.entry.begin(customer)

    def _turn(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        self.take_focus()
        self.actions_changed()

    # Scans.

    def _find(self, scan: Scan) -> None:
        self.list.look_for(scan.text)

    def _show_item(self, products: list[bytes]) -> None:
        if not any(self.order.mark_item(product) for product in products):
            self.feedback.warning(self.tr("That item is not on this order"))

    # All orders at once.

    def _allocate(self) -> None:
        def done(made: list[Allocation]) -> None:
            whole = sum(1 for each in made if each.complete)
            rest = len(made) - whole
            text = self.tr("%n order(s) have all their stock", "", whole)
            if rest:
                waits = self.tr("%n still wait(s)", "", rest)
                self.feedback.warning(f"{text}, {waits}")
            else:
                self.feedback.success(text)

        self.command("allocate waiting orders", orders.allocate_waiting, done)

    def _ask_lists(self) -> None:
        """Ask how the orders are picked: each by itself, or all in one walk."""
        count = self.list.overview.ready
        if count == 1:
            self._make_lists(together=True)
            return
        choices: list[tuple[object, str]] = [
            (False, self.tr("One list for each order")),
            (True, self.tr("All together, in one walk")),
        ]
        title = self.tr("How are %n orders picked?", "", count)
        ChoiceDialog(
            self, title, choices, lambda together: self._make_lists(together=bool(together))
        ).appear()

    def _make_lists(self, *, together: bool) -> None:
        site = self.context.site_number

        def make(tx: Transaction) -> int:
            ready = picking.ready_to_pick(tx.connection, site)
            groups = [ready] if together else [[each] for each in ready]
            for group in groups:
                picking.release_list(tx, group)
            return len(groups)

        def made(count: int) -> None:
            self.feedback.success(self.tr("%n pick list(s) made", "", count))

        self.command("release to picking", make, made, failure=self._no_lists)

    def _no_lists(self, failure: Failure) -> None:
        self.feedback.error(failure.sentence)
        self.list.refresh()


def _item(connection: Connection, scan: Scan) -> list[bytes]:
    """Give the products that a scan can mean. Raises UnknownBarcode, BarcodeRefused."""
    return [match.product.id for match in candidates(connection, meaning(scan))]
