"""How much is taken, where scans do not count it: typed, or weighed."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.offload import Failure
from desktop.screens.goods_words import amount
from desktop.widgets import NumberDialog
from devices.events import Weight
from domain.picking import Step

if TYPE_CHECKING:
    from desktop.screens.pick import PickScreen


class Amounts:
    """The amount of the task in hand."""

    def __init__(self, screen: "PickScreen") -> None:
        """``screen`` walks the list."""
        self._screen = screen

    def ask(self) -> None:
        """Type how much is taken."""
        step = self._screen.step
        if step is None:
            return
        product = step.item
        NumberDialog(
            self._screen,
            QCoreApplication.translate("Pick", "How much do you take?"),
            lambda steps: self._set_steps(step, steps),
            places=product.decimals,
            start=step.task.open,
            text=product.named(self._screen.context.language),
            unit="" if product.unit == "pc" else product.unit,
        ).appear()

    def _set_steps(self, step: Step, steps: int) -> None:
        if steps > step.task.open:
            text = QCoreApplication.translate("Pick", "Only %1 are to be picked here")
            self._screen.feedback.error(text.replace("%1", amount(step.item, step.task.open)))
        elif steps == 0:
            self._screen.exceptions.ask()
        elif self._screen.step is step:
            self._screen.step = replace(step, steps=steps)
            self._screen.take(steps)

    def weigh(self) -> None:
        """Take what the scale says."""
        step = self._screen.step
        if step is not None:
            self._screen.context.devices.weigh(lambda answer: self._weighed(step, answer))

    def _weighed(self, step: Step, answer: object) -> None:
        if isinstance(answer, Weight) and answer.value is not None:
            steps = int(answer.value * step.item.steps_per_unit)
            self._set_steps(step, min(steps, step.task.open) if steps else 0)
        elif isinstance(answer, Failure):
            self._screen.feedback.error(answer.sentence)
        else:
            self._screen.feedback.warning(
                QCoreApplication.translate("Pick", "No scale answers. Type the quantity.")
            )
