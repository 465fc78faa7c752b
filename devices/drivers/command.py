"""What a device is asked to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Command:
    """An operation by name, with its arguments; the driver knows which exist."""

    op: str
    args: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def from_dict(cls, op: Mapping[str, object]) -> Command:
        """Build from ``{"op": name, argument: value, …}``."""
        return cls(str(op.get("op", "")), {key: op[key] for key in op if key != "op"})
