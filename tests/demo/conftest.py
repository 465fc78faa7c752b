"""The demo keeps its keys in files; nothing of that leaks into other tests."""

import pytest


@pytest.fixture(autouse=True)
def _keys_in_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTERFOIL_KEYS", "file")
