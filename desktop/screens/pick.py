"""Pick: choose a list, walk it by scan, ship what is complete."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QStackedWidget

from desktop.actions import Action, ActionSpec, act
from desktop.offload import Connection, Failure
from desktop.scans import Outcome, Scan
from desktop.screen import Screen
from desktop.screens import pick_words as words
from desktop.screens.goods_words import amount, counted
from desktop.screens.pick_amounts import Amounts
from desktop.screens.pick_desk import PackingDesk
from desktop.screens.pick_exceptions import Exceptions
from desktop.screens.pick_pages import ChoosePage, DonePage, WalkPage
from desktop.screens.pick_reading import (
    Board,
    Choices,
    find_list,
    read_board,
    read_choices,
    resumed,
)
from desktop.text import QT_TRANSLATE_NOOP
from desktop.tones import Tone
from desktop.widgets import column
from domain import picking, stock
from domain.picking import Step
from domain.picking.scanning import READY
from domain.replica import Actor, Transaction

CHOOSE, WALK, DONE = 0, 1, 2
_WEIGH = ActionSpec("pick.weigh", QT_TRANSLATE_NOOP("Actions", "Weigh"), "", "scale")


class PickScreen(Screen):
    """Lists in walking order; every scan confirms where one is and what one takes."""

    id = "pick"
    title_text = QT_TRANSLATE_NOOP("Screens", "Pick")
    hint_text = QT_TRANSLATE_NOOP("Screens", "Walk and confirm by scan")
    icon, group, permission = "pick", "warehouse", "picking.pick"
    refreshes_on = (
        "pick_list", "pick", "pick_undone", "pick_short", "pick_skip", "pick_claim",
        "pick_claim_end", "pick_task_state", "open_reservation", "sales_order_state", "shipment",
    )  # fmt: skip

    def build(self) -> None:
        """Three pages."""
        self.choices = Choices((), 0, ())
        self.board: Board | None = None
        self.step: Step | None = None
        self._list: bytes | None = None
        self._chosen: bytes | None = None
        self._kept: Mapping[str, object] = {}
        self._scans = 0
        self.exceptions, self.desk = Exceptions(self), PackingDesk(self)
        self.amounts = Amounts(self)
        self.choose, self.walk, self.done = ChoosePage(), WalkPage(), DonePage()
        self.pages = QStackedWidget()
        for page in (self.choose, self.walk, self.done):
            self.pages.addWidget(page)
        column(self, self.pages, gap=0, margin=0)
        self.choose.field.submitted.connect(self._typed)
        self.choose.list.chosen.connect(self.desk.choose)
        self.walk.field.submitted.connect(self._typed)
        self.walk.list.chosen.connect(self._go_to)
        self.done.list.chosen.connect(lambda _key: self.actions_changed())

    def retranslate(self) -> None:
        """Set the texts."""
        for page in (self.choose, self.walk, self.done):
            page.retranslate()
        self.choose.show_choices(self.choices, self.me)
        self._show()

    @property
    def me(self) -> Actor:
        """Who picks."""
        actor = self.context.session.actor
        return actor if isinstance(actor, Actor) else Actor(None, "")

    def enter(self, params: Mapping[str, object]) -> None:
        """Take a list that was named, go on with the one in hand, or choose."""
        named = params.get("list")
        if isinstance(named, bytes):
            self.desk.claim(named)
        self.refresh()

    def refresh(self) -> None:
        """Read the lists, or the one in hand, again."""
        site, now, me, chosen = self.context.site_number, self._now(), self.me, self._list
        if chosen is None:
            self.query(lambda c: read_choices(c, site, now), self._take_choices, newest="page")
            return
        self.query(lambda c: self._read(c, chosen, me, now), self._take_board, newest="page")

    def _now(self) -> int:
        return int(self.context.now().timestamp() * 1000)

    def save_state(self) -> dict[str, object]:
        """Keep which list is in hand, and what was scanned of its task."""
        step = self.step
        if self._list is None:
            return {}
        state: dict[str, object] = {"list": self._list.hex()}
        if step is not None and step.at_place:
            state |= {
                "task": step.task.id.hex(),
                "at_place": step.at_place,
                "item_seen": step.item_seen,
                "lot_seen": step.lot_seen,
                "steps": step.steps,
                "serials": list(step.serials),
            }
        return state

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Go on with that list, at that task."""
        kept = str(state.get("list") or "")
        if kept:
            self._kept = state
            self._list = bytes.fromhex(kept)
            self.refresh()

    def take_focus(self) -> None:
        """Put the focus where typing belongs on the page."""
        fields = {CHOOSE: self.choose.field, WALK: self.walk.field, DONE: self.done.list}
        fields[self.pages.currentIndex()].setFocus()

    def screen_actions(self) -> Sequence[Action]:
        """Give the acts of the page."""
        page = self.pages.currentIndex()
        if page == CHOOSE:
            chosen = self.choose.list.current_key()
            shipping_ = isinstance(chosen, tuple)
            label = self.tr("Ship") if shipping_ else self.tr("Begin")
            run, able = self.desk.begin_marked, chosen is not None
            return [act("confirm", run, enabled=lambda: able, label=label, primary=True)]
        lists = act("back", self._give_back, label=self.tr("Lists"))
        if page == DONE:
            order = self.done.marked_order()
            ship = act(
                "confirm",
                self.desk.ask_ship,
                enabled=lambda: order is not None,
                label=self.tr("Ship"),
                primary=True,
            )
            return [lists, ship]
        return [lists, *self._walk_acts()]

    def _walk_acts(self) -> list[Action]:
        step = self.step
        ready = step is not None and step.wants == READY and not step.by_serial
        actions = [
            act("quantity", self.amounts.ask, enabled=lambda: ready),
            act("exception", self.exceptions.ask, enabled=lambda: step is not None),
            act("next", self._skip, enabled=lambda: step is not None),
        ]
        if step is not None and step.item.weighed:
            actions.append(Action(_WEIGH, self.amounts.weigh, enabled=lambda: ready))
        label = self.tr("Take")
        if step is not None:
            label = self.tr("Take %1").replace("%1", amount(step.item, self._offered(step)))
        can = step is not None and (ready or bool(step.serials))
        actions.append(act("confirm", self.take, enabled=lambda: can, label=label, primary=True))
        return actions

    # Lists.

    def _take_choices(self, found: Choices) -> None:
        if self._list is not None:
            return
        self.choices = found
        self.choose.show_choices(found, self.me)
        self._turn(CHOOSE)

    def begin_list(self, identifier: bytes) -> None:
        """Walk a list that was taken."""
        self._list, self.board, self.step, self._chosen = identifier, None, None, None
        self._scans = 0
        self.refresh()

    def _give_back(self) -> None:
        """Leave the list to others and choose another one."""
        identifier = self._list
        if identifier is not None:
            self.command("give list back", lambda tx: picking.give_back_list(tx, identifier))
        self._show_lists()

    def _show_lists(self) -> None:
        """Have no list in hand any more; what was picked of the last one stays picked."""
        self._list, self.board, self.step = None, None, None
        self.clear_undo()
        self.refresh()

    # Scans.

    def _typed(self, text: str) -> None:
        outcome = self.on_scan(Scan(text))
        if outcome is not None:
            self.feedback.show_outcome(outcome)

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Find a list, or confirm a place, an item, a lot, a serial number."""
        site, step = self.context.site_number, self.step
        if self._list is None:
            self.query(lambda c: find_list(c, site, scan.text), self.desk.claim, newest="find")
            return None
        if step is None:
            done = self.pages.currentIndex() == DONE
            wait = self.tr("One moment, the last scan is being saved")
            text = self.tr("Nothing is left to pick on this list") if done else wait
            return Outcome(Tone.WARNING, text)
        day = self.context.now().date().isoformat()
        text = f"{scan.aim or ''}{scan.text}"
        self.query(
            lambda c: picking.scan(c, site, step, text, day),
            lambda after: self._scanned(step, after),
            failure=lambda failure: self.exceptions.refused(step, scan, failure),
        )
        return None

    def _scanned(self, before: Step, after: Step) -> None:
        """Go on after a good scan; a complete count is taken at once."""
        if self.step is not before:
            return  # the list moved on meanwhile: the scan was of another task
        self._scans += after.steps > before.steps
        self.step = after
        self._show()
        if after.full:
            self.take()
        else:
            self.feedback.success(words.prompt(after))

    def _offered(self, step: Step) -> int:
        """What F12 takes: what was counted; after a single scan all that is wanted."""
        counts = step.by_serial or self._scans > 1
        return step.steps if counts and step.steps else step.task.open

    # Taking goods.

    def take(self, steps: int | None = None) -> None:
        """Take what was counted to the packing place; it is safe when this is said."""
        step = self.step
        if step is None:
            return
        taken = self._offered(step) if steps is None else steps
        lot = step.task.lot if step.lot_seen else None

        def work(tx: Transaction) -> list[bytes]:
            task = step.task.id
            if step.by_serial:
                each = step.item.steps_per_unit
                return [
                    picking.pick_task_goods(tx, task, each, lot=lot, serial=serial)
                    for serial in step.serials
                ]
            return [picking.pick_task_goods(tx, task, taken, lot=lot)]

        self.step = None
        self.command(
            "pick goods",
            work,
            lambda made: self._taken(step, taken, made),
            failure=lambda failure: self._not_taken(step, failure),
        )

    def _taken(self, step: Step, taken: int, made: list[bytes]) -> None:
        text = counted(step.item, taken, self.context.language)
        self._scans, self._chosen = 0, None
        self.feedback.success(self.tr("%1 picked").replace("%1", text))
        self.offer_undo(text, lambda: self._take_back(made, text))
        self.refresh()

    def _not_taken(self, step: Step, failure: Failure) -> None:
        """Say why nothing was taken, and read again: somebody else may have been faster."""
        self.feedback.error(failure.sentence)
        if isinstance(failure.error, stock.LotNotUsable):
            self.step = step
        self.refresh()

    def _take_back(self, made: list[bytes], text: str) -> None:
        """Take picked goods back to their bin."""

        def work(tx: Transaction) -> None:
            for each in reversed(made):
                picking.undo_pick(tx, each)

        def undone(_nothing: None) -> None:
            self.step = None
            self.feedback.warning(self.tr("%1 taken back: put it into its bin").replace("%1", text))
            self.refresh()

        self.command("undo pick", work, undone)

    def _skip(self) -> None:
        """Put the task off to the end of the list."""
        step = self.step
        if step is None:
            return
        place = step.task.place.code

        def skipped(_nothing: None) -> None:
            self._chosen = None
            self.step = None
            self.feedback.success(self.tr("%1 comes at the end").replace("%1", place))
            self.refresh()

        self.command("skip pick", lambda tx: picking.skip_task(tx, step.task.id), skipped)

    def _go_to(self, key: object) -> None:
        """Do another task first."""
        if isinstance(key, bytes) and (self.step is None or self.step.task.id != key):
            self._chosen = key
            self.step = None
            self.refresh()

    def go_on_with(self, step: Step) -> None:
        """Go on with a task that took the place of another, keeping what was scanned."""
        self.step = replace(step, steps=min(step.steps, step.task.open))
        self._chosen = step.task.id
        self._show()
        if self.step.full:
            self.take()
        else:
            self.refresh()

    # Showing.

    def _read(
        self, connection: Connection, identifier: bytes, me: Actor, now: int
    ) -> tuple[Board, Step | None]:
        """Read the list in hand and begin with its next task."""
        board = read_board(connection, self.context.site_number, identifier, me, now)
        chosen = next((t for t in board.list.tasks if t.id == self._chosen and t.open), None)
        task = chosen or board.list.next
        if task is None:
            return board, None
        if self._kept.get("task") == task.id.hex():
            return board, resumed(connection, task, self._kept)
        return board, picking.begin(connection, task)

    def _take_board(self, found: tuple[Board, Step | None]) -> None:
        """Show the list as it stands; what was scanned of the same task still counts."""
        board, fresh = found
        if board.list.id != self._list:
            return
        first = self.board is None
        self._kept = {}
        if board.finished:
            if not first and self.pages.currentIndex() == WALK and not board.short:
                self.feedback.warning(self.tr("Nothing is left to pick on this list"))
            self._show_lists()
            return
        self.board = board
        step = self.step
        same = (
            step is not None
            and fresh is not None
            and step.task.id == fresh.task.id
            and step.task.open == fresh.task.open
        )
        if not same:
            self.step, self._scans = fresh, 0
        if first and board.last is not None:
            self.feedback.success(self.tr("Picking goes on where it was left"))
        self._offer_last(board)
        self._show()

    def _offer_last(self, board: Board) -> None:
        """Let the last pick be taken back, also after a restart."""
        last = board.last
        if last is None:
            self.clear_undo()
        elif self.undo_action() is None:
            text = counted(board.items[last.item], last.steps, self.context.language)
            self.offer_undo(text, lambda: self._take_back([last.id], text))

    def _show(self) -> None:
        """Show the page that fits: the walk, or what is to be shipped."""
        board = self.board
        if board is None or self._list is None:
            return
        if board.list.done:
            self.done.show_board(board)
            self._turn(DONE)
            return
        self.walk.show_board(board, self.step, self.context.language)
        self._turn(WALK)

    def _turn(self, page: int) -> None:
        if self.pages.currentIndex() != page:
            self.pages.setCurrentIndex(page)
            self.take_focus()
        self.actions_changed()
