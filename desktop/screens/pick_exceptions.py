"""When picking does not go as planned: short picks, other lots, labels that cannot be read."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import figures
from desktop.offload import Failure
from desktop.scans import Scan
from desktop.screens.goods_words import amount
from desktop.screens.pick_reading import other_lots, what_it_can_be
from desktop.screens.pick_words import OTHER_LOT, REASONS, UNREADABLE
from desktop.widgets import ChoiceDialog, ConfirmDialog
from domain import catalogue, picking
from domain.catalogue import Match
from domain.picking import ShortPick, Step, WrongLot
from domain.replica import Transaction
from domain.stock import Balance

if TYPE_CHECKING:
    from desktop.screens.pick import PickScreen


class Exceptions:
    """The exceptions of the task in hand; every one has a next act."""

    def __init__(self, screen: "PickScreen") -> None:
        """``screen`` walks the list."""
        self._screen = screen

    def ask(self) -> None:
        """Ask what is wrong: a digit chooses."""
        step = self._screen.step
        if step is None:
            return
        translate = QCoreApplication.translate
        choices: list[tuple[object, str]] = [
            (code, translate("Pick", text)) for code, text in REASONS
        ]
        if step.task.lot:
            choices.append((OTHER_LOT, translate("Pick", "Another lot lies there")))
        if step.at_place and not step.item_seen:
            choices.append((UNREADABLE, translate("Pick", "The label cannot be read")))
        title = translate("Pick", "What is wrong at %1?").replace("%1", step.task.place.code)
        ChoiceDialog(
            self._screen, title, choices, lambda chosen: self._chosen(step, str(chosen))
        ).appear()

    def _chosen(self, step: Step, code: str) -> None:
        if code == OTHER_LOT:
            self._ask_lot(step)
        elif code == UNREADABLE:
            self._screen.on_scan(Scan(step.item.sku))
        else:
            self._short(step, code)

    # Short.

    def _short(self, step: Step, reason: str) -> None:
        """Take what was counted, report the rest, and go where more of it lies."""
        lot = step.task.lot if step.lot_seen else None
        site = self._screen.context.site_number

        def work(tx: Transaction) -> tuple[ShortPick, str]:
            each = step.item.steps_per_unit
            for serial in step.serials:
                picking.pick_task_goods(tx, step.task.id, each, lot=lot, serial=serial)
            if step.steps and not step.by_serial:
                picking.pick_task_goods(tx, step.task.id, step.steps, lot=lot)
            made = picking.short_pick(tx, step.task.id, reason)
            if not made.instead:
                return made, ""
            return made, picking.task(tx.connection, site, made.instead[0]).place.code

        self._screen.step = None
        self._screen.command(
            "short pick",
            work,
            lambda done: self._reported(step, *done),
            failure=lambda failure: self._failed(step, failure),
        )

    def _reported(self, step: Step, made: ShortPick, place: str) -> None:
        """Say what comes instead: another bin, or that the order waits."""
        translate, product = QCoreApplication.translate, step.item
        if place and not made.backorder:
            text = translate("Pick", "Take it from %1 instead").replace("%1", place)
        elif place:
            missing = amount(product, made.backorder)
            text = translate("Pick", "Take it from %1; %2 still missing")
            text = text.replace("%1", place).replace("%2", missing)
        else:
            missing = amount(product, made.backorder or made.freed)
            text = translate("Pick", "%1 are nowhere else: the order waits")
            text = text.replace("%1", missing)
        self._screen.feedback.warning(text)
        self._screen.refresh()

    def _failed(self, step: Step, failure: Failure) -> None:
        self._screen.step = step
        self._screen.feedback.error(failure.sentence)
        self._screen.refresh()

    # Another lot.

    def _ask_lot(self, step: Step) -> None:
        """Offer the other lots that lie in the bin."""
        site = self._screen.context.site_number
        day = self._screen.context.now().date().isoformat()
        self._screen.query(
            lambda c: other_lots(c, site, step.task, day), lambda found: self._offer(step, found)
        )

    def _offer(self, step: Step, found: list[Balance]) -> None:
        translate = QCoreApplication.translate
        if not found:
            text = translate("Pick", "No other lot lies free in %1: report it as missing")
            self._screen.feedback.warning(text.replace("%1", step.task.place.code))
            return
        choices: list[tuple[object, str]] = []
        for each in found:
            parts = [each.lot, amount(step.item, each.available)]
            if each.expires:
                parts.append(figures.day(each.expires))
            choices.append((each.lot, " \u00b7 ".join(parts)))
        title = translate("Pick", "Which lot do you take?")
        ChoiceDialog(
            self._screen, title, choices, lambda lot: self._change(step, str(lot))
        ).appear()

    def _change(self, step: Step, lot: str) -> None:
        """Promise another lot of the bin to the order, and go on with it."""
        site = self._screen.context.site_number

        def work(tx: Transaction) -> picking.PickTask:
            made = picking.change_lot(tx, step.task.id, lot)
            return picking.task(tx.connection, site, made)

        def changed(task: picking.PickTask) -> None:
            text = QCoreApplication.translate("Pick", "Lot %1 it is")
            self._screen.feedback.success(text.replace("%1", lot))
            self._screen.go_on_with(replace(step, task=task, at_place=True, lot_seen=True))

        self._screen.command(
            "take another lot", work, changed, failure=lambda f: self._failed(step, f)
        )

    # A scan that was refused.

    def refused(self, step: Step, scan: Scan, failure: Failure) -> None:
        """Say why a scan does not fit; where there is a way on, offer it."""
        error = failure.error
        self._screen.feedback.error(failure.sentence)
        if isinstance(error, WrongLot):
            self._ask_change(step, scan, str(error.params["scanned"]), failure.sentence)
        elif isinstance(error, catalogue.AmbiguousBarcode):
            self._screen.query(lambda c: what_it_can_be(c, scan.text), self._which)

    def _ask_change(self, step: Step, scan: Scan, lot: str, sentence: str) -> None:
        """Ask whether the lot at hand is taken instead; the same scan again means yes."""
        site, translate = self._screen.context.site_number, QCoreApplication.translate
        day = self._screen.context.now().date().isoformat()

        def show(found: list[Balance]) -> None:
            if lot not in {each.lot for each in found}:
                return
            ConfirmDialog(
                self._screen,
                translate("Pick", "Take lot %1 instead?").replace("%1", lot),
                sentence,
                translate("Pick", "Take this lot"),
                lambda: self._change(step, lot),
                rescan=scan.text,
            ).appear()

        self._screen.query(lambda c: other_lots(c, site, step.task, day), show)

    def _which(self, found: list[Match]) -> None:
        """Let the product be chosen that a code of several products means."""
        language = self._screen.context.language
        choices: list[tuple[object, str]] = [
            (match.product.sku, f"{match.product.named(language)} \u00b7 {match.product.sku}")
            for match in found
        ]
        title = QCoreApplication.translate("Pick", "Which of these is it?")
        ChoiceDialog(
            self._screen, title, choices, lambda sku: self._screen.on_scan(Scan(str(sku)))
        ).appear()
