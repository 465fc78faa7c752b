"""What is not code: icons, sounds, styles, fonts, translations, templates, demo data."""

from pathlib import Path

FOLDER = Path(__file__).parent
"""Where the resources lie, also inside a frozen application."""


def locate(name: str) -> Path:
    """Give the path of a resource, such as ``icons/scan.svg``; it may not exist."""
    return FOLDER / name
