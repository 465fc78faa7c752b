"""``counterfoil doctor``: prove that the books are whole, or say where they are not."""

import argparse
import json
import time

from desktop.commands.console import ProgressBar, open_replica, say


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--json", action="store_true", help="print the verdicts as JSON")


def run(options: argparse.Namespace) -> int:
    """Examine the replica; 0 where all is well, 1 where something is not."""
    from domain.replica.doctor import examine

    bar = ProgressBar()
    started = time.monotonic()
    with open_replica(options.data) as replica:
        verdicts = examine(replica, bar)
        weaker, place = replica.keys.weaker, replica.keys.place
    bar.close()
    fine = all(verdict.fine for verdict in verdicts)
    if options.json:
        say(
            json.dumps(
                {
                    "fine": fine,
                    "keys": {"place": place, "weaker": weaker},
                    "verdicts": [
                        {"name": v.name, "fine": v.fine, "facts": v.facts, "findings": v.findings}
                        for v in verdicts
                    ],
                }
            )
        )
        return 0 if fine else 1
    for verdict in verdicts:
        facts = ", ".join(f"{value:,} {name}" for name, value in verdict.facts.items())
        say(f"{'ok ' if verdict.fine else 'BAD'}  {verdict.name:<12} {facts}")
        for finding in verdict.findings[:20]:
            say(f"       {finding}")
        if len(verdict.findings) > 20:
            say(f"       … and {len(verdict.findings) - 20} more")
    if weaker:
        say(f"note  the keys are in a file ({place}): weaker than the system's key store")
    seconds = time.monotonic() - started
    say()
    say(
        f"The books are whole ({seconds:.1f} s)."
        if fine
        else "Something is wrong with the books. Nothing was changed. Keep this output, make a"
        " backup, and restore the newest sound one."
    )
    return 0 if fine else 1
