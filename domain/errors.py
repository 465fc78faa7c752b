"""The family of errors that a person can meet.

Each error has a stable ``code`` (``area.name``), a ``sentence`` in plain English with named
parameters, and the parameters as facts for the log. The interface translates the sentence and
fills in the parameters; the command line prints ``str(error)``. Whatever is not of this family
is a defect and goes to the crash report.
"""

from typing import ClassVar


class CounterfoilError(Exception):
    """Something that a person can understand and act on.

    Subclasses set ``code`` and ``sentence``; the constructor takes the sentence's parameters.
    """

    code: ClassVar[str] = "counterfoil"
    sentence: ClassVar[str] = "Something went wrong."

    def __init__(self, **params: object) -> None:
        super().__init__()
        self.params = params

    def __str__(self) -> str:
        """Give the sentence in English, with its parameters filled in."""
        return self.sentence.format(**self.params)


class EnvironmentProblem(CounterfoilError):
    """The world around the program is at fault: a full disk, a missing key, a busy file."""

    code = "environment"
    sentence = "The computer could not do what was asked."


class RuleBroken(CounterfoilError):
    """The request itself cannot be honoured: a rule of the trade says no."""

    code = "rule"
    sentence = "That is not allowed."


class NotPermitted(RuleBroken):
    """The person who asked does not hold the right."""

    code = "access.not_permitted"
    sentence = "{actor} may not do this: the right “{permission}” is missing. Ask a supervisor."


class NotFound(RuleBroken):
    """What was named does not exist here."""

    code = "not_found"
    sentence = "{what} was not found."
