"""The few numbers that steer a plan, in one frozen place so that a run can be repeated."""

from dataclasses import dataclass

from forecasting.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """How to plan. Every number is an integer; the defaults suit a weekly ordering round.

    ``service_permille`` is the wanted probability that stock lasts until the next delivery
    (cycle service), in thousandths. ``order_cycle_days`` is how many days of demand one order
    should bring beyond the reorder point: 0 orders up to the reorder point itself.
    """

    review_days: int = 7
    order_cycle_days: int = 7
    service_permille: int = 950
    horizon_weeks: int = 8
    origins: int = 26
    chunk_items: int = 500
    with_statsmodels: bool = True

    def __post_init__(self) -> None:
        """Refuse numbers that make no plan."""
        for name, low, high in (
            ("review_days", 1, 366),
            ("order_cycle_days", 0, 366),
            ("service_permille", 500, 999),
            ("horizon_weeks", 1, 53),
            ("origins", 1, 260),
            ("chunk_items", 1, 5000),
        ):
            value = getattr(self, name)
            if not low <= value <= high:
                raise SettingsError(name=name, value=value, rule=f"from {low} to {high}")
