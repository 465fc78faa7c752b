"""Marks for translation that work before there is a Qt application."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001, N802 - lupdate knows this name
    """Mark a text for ``lupdate`` under a context and give it back unchanged."""
    return text
