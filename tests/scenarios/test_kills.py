"""The quick form of the kill campaign: twelve kills."""

from pathlib import Path

import pytest

from tests.scenarios.kills import campaign


def test_no_printed_receipt_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTERFOIL_KEYS", "file")
    summary = campaign(tmp_path / "shop", runs=12, seed=7, progress=lambda *_: None)
    assert summary.faults == []
    assert summary.printed > 20
    assert summary.sold >= summary.printed
