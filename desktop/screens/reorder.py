"""Reorder: forecast, look at what is proposed and why, change it, order it, send it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from desktop.actions import Action, ActionSpec, act
from desktop.offload import Failure
from desktop.scans import Outcome, Scan
from desktop.screen import Screen
from desktop.screens.goods_words import PIECE, amount
from desktop.screens.item_codes import candidates, meaning
from desktop.screens.reorder_page import DraftsPage, PlanPage
from desktop.screens.reorder_reading import (
    Draft,
    Plan,
    Proposal,
    read_draft,
    read_drafts,
    read_plan,
)
from desktop.screens.reorder_run import PlanRun
from desktop.screens.reorder_sending import Sending
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from desktop.widgets import NumberDialog, column
from domain import purchasing
from domain.catalogue import Match
from domain.purchasing import Order
from forecasting import book
from forecasting.process import worker_command

_RUN = ActionSpec("reorder.run", QT_TRANSLATE_NOOP("Actions", "Forecast now"), "", "chart")
_DRAFTS = ActionSpec("reorder.drafts", QT_TRANSLATE_NOOP("Actions", "Draft orders"), "", "orders")
_THIS = ActionSpec("reorder.supplier", QT_TRANSLATE_NOOP("Actions", "This supplier"), "", "truck")


class ReorderScreen(Screen):
    """What to buy, from whom, and why."""

    id = "reorder"
    title_text = QT_TRANSLATE_NOOP("Screens", "Reorder")
    hint_text = QT_TRANSLATE_NOOP("Screens", "What to buy, and why")
    icon, group, permission = "reorder", "office", "reorder.propose"
    refreshes_on = ("reorder_run", "reorder_line", "purchase_order_state")

    def build(self) -> None:
        """One page for the plan, one for the drafts."""
        self.plan = Plan(None)
        self._by_item: dict[bytes, Proposal] = {}
        self._quantities: dict[bytes, int] = {}
        self._left_out: set[bytes] = set()
        self._orders: dict[bytes, Order] = {}
        self.planner: PlanRun | None = None
        self.page, self.drafts, self.sending = PlanPage(), DraftsPage(), Sending(self)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.page)
        self.pages.addWidget(self.drafts)
        column(self, self.pages, gap=0, margin=0)
        self.page.marked.connect(self._show_marked)
        self.page.run_asked.connect(self._run)
        self.page.progress.cancelled.connect(self._stop)
        self.drafts.marked.connect(self._show_order)

    def retranslate(self) -> None:
        """Set the texts."""
        self.page.retranslate()
        self.drafts.retranslate()
        self._show()

    # Coming and going.

    def enter(self, params: Mapping[str, object]) -> None:
        """Show the plan, or the drafts where they were asked for."""
        self._turn_to(1 if params.get("drafts") else self.pages.currentIndex())

    def refresh(self) -> None:
        """Read the page's data again."""
        site = self.context.site_number
        if self.pages.currentIndex():
            self.query(lambda c: read_drafts(c, site), self._take_orders, newest="drafts")
        else:
            self.query(lambda c: read_plan(c, site), self._take_plan, newest="plan")

    def take_focus(self) -> None:
        """Walk through the list at once."""
        shown = self.drafts.list if self.pages.currentIndex() else self.page.list
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_state(self) -> dict[str, object]:
        """Keep what the person changed and has not ordered yet."""
        run = self.plan.run
        if run is None or not (self._quantities or self._left_out):
            return {}
        return {
            "run": run.id.hex(),
            "quantities": {item.hex(): steps for item, steps in self._quantities.items()},
            "left_out": [item.hex() for item in sorted(self._left_out)],
        }

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Take the changes back, if the plan is still the same."""
        quantities, left_out = state.get("quantities"), state.get("left_out")
        site = self.context.site_number

        def take(plan: Plan) -> None:
            self._take_plan(plan)
            same = plan.run is not None and plan.run.id.hex() == state.get("run")
            if same and isinstance(quantities, dict) and isinstance(left_out, list):
                self._quantities = {bytes.fromhex(k): int(v) for k, v in quantities.items()}
                self._left_out = {bytes.fromhex(str(item)) for item in left_out}
                self._show()

        self.query(lambda c: read_plan(c, site), take, newest="plan")

    def screen_actions(self) -> Sequence[Action]:
        """Give the acts of the page."""
        return self._order_actions() if self.pages.currentIndex() else self._plan_actions()

    def _plan_actions(self) -> list[Action]:
        """Change, leave out, order; forecast again; look at the drafts."""
        proposal = self._marked()
        free = proposal is not None and proposal.line.order is None
        out = proposal is not None and proposal.item in self._left_out
        wanted, here = self._chosen(), self._chosen_here()
        may = self.context.session.may
        able = may("reorder.accept") and may("purchasing.order")
        drafts = self.tr("Draft orders")
        if self.plan.drafts:
            drafts = f"{drafts} ({self.plan.drafts})"
        return [
            act("quantity", self._ask_quantity, enabled=lambda: free),
            act(
                *("hold", self._leave_out),
                enabled=lambda: free,
                label=self.tr("Choose") if out else self.tr("Leave out"),
            ),
            Action(_RUN, self._run, enabled=lambda: self.planner is None),
            Action(_DRAFTS, lambda: self._turn_to(1), label=drafts),
            Action(
                *(_THIS, lambda: self._accept(here)),
                enabled=lambda: able and 0 < len(here) < len(wanted),
            ),
            act(
                *("confirm", lambda: self._accept(wanted)),
                enabled=lambda: able and bool(wanted),
                label=self.tr("Order %n item(s)", "", len(wanted)),
                primary=True,
            ),
        ]

    def _order_actions(self) -> list[Action]:
        """Send a draft, discard it, go back."""
        order = self._orders.get(self.drafts.current() or b"")
        draft = order is not None and order.status == purchasing.DRAFT
        able = draft and self.context.session.may("purchasing.order")
        return [
            act("back", lambda: self._turn_to(0), label=self.tr("Proposals")),
            act("exception", self._discard, enabled=lambda: able, label=self.tr("Discard")),
            act(
                *("confirm", self._send),
                enabled=lambda: able,
                label=self.tr("Send order"),
                primary=True,
            ),
        ]

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Find a scanned item in the plan."""

        def found(matches: list[Match]) -> None:
            items = [m.product.id for m in matches if m.product.id in self._by_item]
            if items:
                self._turn_to(0)
                self.page.list.select(items[0])
                return
            name = matches[0].product.named(self.context.language)
            text = self.tr("%1: nothing needs to be ordered").replace("%1", name)
            self.feedback.show_outcome(Outcome(Tone.INFO, text))

        self.query(lambda c: candidates(c, meaning(scan), set(self._by_item)), found)
        return None

    def _turn_to(self, page: int) -> None:
        """Show a page with fresh data."""
        self.pages.setCurrentIndex(page)
        self.take_focus()
        self.refresh()
        self.actions_changed()

    # The forecast.

    def _run(self) -> None:
        """Start the planner; the window stays free."""
        replica = self.context.replica
        if self.planner is not None:
            return
        command = worker_command(folder=replica.folder)
        planner = PlanRun(command, replica.child_environment())
        planner.progressed.connect(self._progress)
        self.planner = planner
        self._progress(0, 0)
        self.work(
            planner.run,
            self._planned,
            failure=self._not_planned,
            refreshes=("reorder_run", "reorder_line"),
        )
        self.actions_changed()

    def _stop(self) -> None:
        """Stop the planner; the plan before stays."""
        planner = self.planner
        if planner is not None:
            self.work(planner.stop)

    def _progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        detail = self.tr("Reading the sales")
        if total:
            detail = self.tr("%1 of %2 items").replace("%1", str(done)).replace("%2", str(total))
        self.page.progress.show_progress(self.tr("Forecasting the demand"), done, total, detail)

    def _planned(self, finished: bool) -> None:
        """The new plan is kept; it is read by itself."""
        self._end_run()
        if finished:
            self._quantities.clear()
            self._left_out.clear()
            self.feedback.show_outcome(
                Outcome(Tone.SUCCESS, self.tr("The new plan is ready"), done=True)
            )
        else:
            self.feedback.warning(self.tr("Stopped. The plan before is still there."))

    def _not_planned(self, failure: Failure) -> None:
        """Say why there is no new plan."""
        self._end_run()
        self.feedback.error(failure.sentence)

    def _end_run(self) -> None:
        """The planner is gone."""
        self.planner = None
        self.page.progress.hide()
        self.actions_changed()

    # The proposals.

    def _take_plan(self, plan: Plan) -> None:
        """Show a plan; another run starts without anybody's changes."""
        before = self.plan.run
        if before is not None and plan.run is not None and before.id != plan.run.id:
            self._quantities.clear()
            self._left_out.clear()
        self.plan, self._by_item = plan, plan.proposals()
        self._show()

    def _show(self) -> None:
        """Show plan and account."""
        language = self.context.language
        self.page.show_plan(self.plan, self._quantities, self._left_out, language)
        self._show_marked()
        self.drafts.show_orders(self._orders.values())

    def _marked(self) -> Proposal | None:
        """The proposal that is marked."""
        return self._by_item.get(self.page.current() or b"")

    def _steps(self, proposal: Proposal) -> int:
        """How much of it is to be ordered, as it stands."""
        return self._quantities.get(proposal.item, proposal.line.proposed)

    def _show_marked(self) -> None:
        """Show the account of the marked proposal."""
        proposal, run = self._marked(), self.plan.run
        if proposal is None or run is None:
            self.page.detail.show_nothing(self.tr("Choose an item"))
            return
        language, site = self.context.language, self.context.site_number
        self.page.detail.show_proposal(proposal, self._steps(proposal), language)
        self.query(
            lambda c: book.recent_weeks(c, site, proposal.item, run.day),
            lambda sold: self.page.detail.show_weeks(proposal, sold),
            newest="weeks",
        )
        self.actions_changed()

    def _chosen(self) -> list[book.Choice]:
        """What would be ordered now."""
        return [
            book.Choice(each.item, self._steps(each))
            for each in self._by_item.values()
            if each.line.order is None and each.item not in self._left_out and self._steps(each) > 0
        ]

    def _chosen_here(self) -> list[book.Choice]:
        """What would be ordered from the marked proposal's supplier."""
        marked = self._marked()
        if marked is None:
            return []
        supplier = marked.line.supplier
        return [c for c in self._chosen() if self._by_item[c.item].line.supplier == supplier]

    def _ask_quantity(self) -> None:
        """Ask for another quantity; it becomes what the supplier sells."""
        proposal = self._marked()
        if proposal is None:
            return
        product = proposal.product

        def take(steps: int) -> None:
            sold = proposal.nearest(steps)
            if sold != steps:
                text = self.tr("%1 is the nearest that the supplier sells")
                self.feedback.warning(text.replace("%1", amount(product, sold)))
            self._quantities[proposal.item] = sold
            self._left_out.discard(proposal.item)
            if sold == 0:
                self._left_out.add(proposal.item)
            self._show()

        NumberDialog(
            *(self, self.tr("How much to order?"), take),
            places=product.decimals,
            start=self._steps(proposal),
            text=product.named(self.context.language),
            unit="" if product.unit == PIECE else product.unit,
        ).appear()

    def _leave_out(self) -> None:
        """Leave the marked proposal out, or choose it again."""
        proposal = self._marked()
        if proposal is None:
            return
        if proposal.item in self._left_out:
            self._left_out.discard(proposal.item)
            if self._quantities.get(proposal.item) == 0:
                del self._quantities[proposal.item]
        else:
            self._left_out.add(proposal.item)
        self._show()

    def _accept(self, choices: Sequence[book.Choice]) -> None:
        """Make draft orders, one for each supplier."""

        def made(orders: list[bytes]) -> None:
            text = self.tr("%n draft order(s) made: look at them and send them", "", len(orders))
            self.feedback.show_outcome(Outcome(Tone.SUCCESS, text, done=True))
            self._turn_to(1)

        self.command("accept proposals", lambda tx: book.accept(tx, choices), made)

    # The drafts.

    def _send(self) -> None:
        """Send the marked draft."""
        identifier = self.drafts.current()
        if identifier is not None:
            self.sending.send(identifier)

    def _discard(self) -> None:
        """Throw the marked draft away, after a question."""
        order = self._orders.get(self.drafts.current() or b"")
        if order is not None:
            self.sending.ask_discard(order)

    def _take_orders(self, found: list[Order]) -> None:
        """Show drafts and sent orders."""
        self._orders = {order.id: order for order in found}
        self.drafts.show_orders(found)
        self._show_order()

    def _show_order(self) -> None:
        """Show the lines of the marked order."""
        identifier, site = self.drafts.current(), self.context.site_number
        self.actions_changed()
        if identifier is None:
            self.drafts.show_draft(None, self.context.language)
            return

        def show(draft: Draft) -> None:
            self.drafts.show_draft(draft, self.context.language)

        self.query(lambda c: read_draft(c, site, identifier), show, newest="draft")
