"""What to order from whom: the planner's answer, grouped by supplier, most urgent first."""

from collections.abc import Iterable
from dataclasses import dataclass

from forecasting.backtest import Confidence, Refusal
from forecasting.policy import Account, Position, SupplierTerms, Target


@dataclass(frozen=True, slots=True)
class TestedModel:
    """How one model did in the back-test, in thousandths; None where nothing could be judged."""

    model: str
    origins: int
    rmsse_permille: int | None
    bias_permille: int | None
    sum_error_permille: int | None
    refused: Refusal


@dataclass(frozen=True, slots=True)
class ItemPlan:
    """Everything a run found out about one item; whole numbers only.

    ``forecast_milli`` is the forecast of each coming week in thousandths of a step.
    ``account`` is None for an item that nobody supplies.
    """

    item: bytes
    model: str
    confidence: Confidence
    forecast_milli: tuple[int, ...]
    tested: tuple[TestedModel, ...]
    target: Target
    position: Position
    terms: SupplierTerms | None
    account: Account | None

    @property
    def must_order(self) -> bool:
        """Whether the position has fallen to the reorder point of an item that sells."""
        return self.target.order_up_to > self.position.total <= self.target.reorder_point


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """One item to order."""

    item: bytes
    quantity: int
    account: Account


@dataclass(frozen=True, slots=True)
class Proposal:
    """One draft order: what to buy from one supplier now."""

    supplier: bytes
    lines: tuple[ProposalLine, ...]


def propose(plans: Iterable[ItemPlan]) -> tuple[Proposal, ...]:
    """Group what must be ordered by supplier; within one, what runs out first comes first."""
    lines: dict[bytes, list[ProposalLine]] = {}
    for plan in plans:
        if plan.account is not None and plan.account.quantity > 0:
            line = ProposalLine(plan.item, plan.account.quantity, plan.account)
            lines.setdefault(plan.account.terms.supplier, []).append(line)
    return tuple(
        Proposal(supplier, tuple(sorted(found, key=_urgency)))
        for supplier, found in sorted(lines.items())
    )


def without_supplier(plans: Iterable[ItemPlan]) -> tuple[bytes, ...]:
    """List the items that should be ordered but that nobody supplies."""
    return tuple(plan.item for plan in plans if plan.account is None and plan.must_order)


def _urgency(line: ProposalLine) -> tuple[int, int, bytes]:
    """Sort by the days that stock lasts beyond the lead time, then by what sells most."""
    covers = line.account.covers_days
    spare = 10**6 if covers is None else covers - line.account.terms.lead_time_days
    return spare, -line.account.target.weekly_milli, line.item
