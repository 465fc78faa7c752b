"""The limited process that opens a stranger's file: ``python -m domain.importing.readers.child``.

It takes one request on its standard input, confines itself, reads, and writes messages to its
standard output. It opens nothing but the file, and no database.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from domain.importing.readers.confine import confine
from domain.importing.readers.delimited import Delimited
from domain.importing.readers.errors import NeedsTooMuchMemory, UnreadableFile
from domain.importing.readers.frames import (
    BATCH_CHARACTERS,
    BATCH_ROWS,
    Batch,
    Cells,
    Columns,
    Failed,
    Finished,
    Message,
    Previewed,
    Request,
    receive_request,
    send,
    to_cells,
)
from domain.importing.readers.kinds import is_spreadsheet
from domain.importing.readers.model import MIB
from domain.importing.readers.workbook import Workbook


def main() -> int:
    """Answer one request; give the exit status."""
    request = receive_request(sys.stdin.buffer)
    confine(request.limits.memory, request.limits.seconds)
    output: BinaryIO = sys.stdout.buffer
    try:
        for message in _answer(request):
            send(output, message)
    except UnreadableFile as error:
        send(output, _failed(error))
    except MemoryError:
        limit = request.limits.memory // MIB
        send(output, _failed(NeedsTooMuchMemory(file=Path(request.path).name, limit=limit)))
    return 0


def _answer(request: Request) -> Iterator[Message]:
    path = Path(request.path)
    opener = Workbook if is_spreadsheet(path) else Delimited
    table = opener(path, request.options, request.limits)
    if request.mode == "sniff":
        yield Previewed(table.sniff())
        yield Finished(0)
        return
    rows: list[Cells] = []
    characters = total = 0
    for total, row in enumerate(table.rows(), start=1):
        if total == 1:
            yield Columns(table.columns)
        rows.append(to_cells(row))
        characters += sum(map(len, rows[-1][1]))
        if len(rows) >= BATCH_ROWS or characters > BATCH_CHARACTERS:
            yield Batch(rows)
            rows, characters = [], 0
    if rows:
        yield Batch(rows)
    yield Finished(total)


def _failed(error: UnreadableFile) -> Failed:
    params = {k: v if isinstance(v, int | float) else str(v) for k, v in error.params.items()}
    return Failed(error.code, params)


if __name__ == "__main__":
    sys.exit(main())
