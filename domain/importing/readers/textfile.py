"""A file of text as a stream of blocks: unpacked (gzip), decoded, bounded.

Memory is one block, whatever the file's size. Every mishap of the file becomes a typed error.
"""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from domain.importing.readers import encoding as encodings
from domain.importing.readers.errors import (
    DamagedFile,
    FileMissing,
    FileTooLarge,
    FileUnpacksTooMuch,
    NotASpreadsheet,
    UndecodableText,
)
from domain.importing.readers.model import MIB, Limits

BLOCK = 256 * 1024

_GZIP = b"\x1f\x8b"
_NOT_TABLES = (
    (b"<!doctype", "it is a web page"),
    (b"<html", "it is a web page"),
    (b"<?xml", "it is XML"),
    (b"%pdf", "it is a PDF"),
    (b"pk\x03\x04", "it is a packed file"),
    (b"{\\rtf", "it is a letter"),
)


class TextFile:
    """A text file, opened and looked at: its size, whether packed, its encoding, its head.

    Raises:
        FileMissing, FileTooLarge, NotASpreadsheet, UnknownEncoding, DamagedFile.
    """

    def __init__(self, path: Path, encoding: str | None, limits: Limits) -> None:
        """Read the first block; ``encoding`` None means: find out."""
        self.path = path
        self.name = path.name
        self._limits = limits
        with self._problems():
            self.size = path.stat().st_size
            if self.size > limits.text_file:
                limit = limits.text_file // MIB
                raise FileTooLarge(file=self.name, size=-(-self.size // MIB), limit=limit)
            with path.open("rb") as stream:
                self.compressed = stream.read(2) == _GZIP
            with self._open() as stream:
                head = stream.read(BLOCK)
        for beginning, what in _NOT_TABLES:
            if head[:256].lstrip().lower().startswith(beginning):
                raise NotASpreadsheet(file=self.name, why=what)
        self.head_is_all = len(head) < BLOCK
        self.head_bytes = len(head)
        self.encoding = encodings.known(encoding, self.name) if encoding else self._detect(head)
        self.head = codecs.getincrementaldecoder(self.encoding)("replace").decode(head)

    def blocks(self) -> Iterator[str]:
        """Give the whole text in pieces.

        Raises:
            UndecodableText, FileUnpacksTooMuch, DamagedFile, FileMissing.
        """
        decoder = codecs.getincrementaldecoder(self.encoding)("strict")
        lines = unpacked = 0
        allowed = self._allowed()
        with self._problems(), self._open() as stream:
            while True:
                block = stream.read(BLOCK)
                unpacked += len(block)
                if self.compressed and unpacked > allowed:
                    why = f"more than {allowed // MIB} MiB from {-(-self.size // 1024)} KiB"
                    raise FileUnpacksTooMuch(file=self.name, why=why)
                try:
                    text = decoder.decode(block, not block)
                except UnicodeDecodeError:
                    raise UndecodableText(
                        file=self.name, line=lines, encoding=self.encoding
                    ) from None
                lines += text.count("\n")
                if text:
                    yield text
                if not block:
                    return

    def estimated_lines(self) -> int:
        """Give the number of lines, from how many the first block holds."""
        in_head = max(1, self.head.count("\n") or self.head.count("\r"))
        return max(1, round(self._unpacked_size() * in_head / self.head_bytes))

    @contextmanager
    def _open(self) -> Iterator[BinaryIO]:
        with self.path.open("rb") as packed:
            if self.compressed:
                with gzip.GzipFile(fileobj=packed) as unpacked:
                    yield cast("BinaryIO", unpacked)
            else:
                yield packed

    @contextmanager
    def _problems(self) -> Iterator[None]:
        try:
            yield
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise DamagedFile(file=self.name, why=str(error)) from None
        except OSError as error:
            raise FileMissing(file=self.name, why=error.strerror or str(error)) from None

    def _allowed(self) -> int:
        """Give the bytes that a packed file may unpack to."""
        return min(max(self.size * self._limits.ratio, 16 * MIB), self._limits.text_unpacked)

    def _detect(self, head: bytes) -> str:
        """Find the encoding; a head of pure ASCII tells nothing, so look further then."""
        if self.head_is_all or not head.isascii() or b"\x00" in head:
            return encodings.detect(head, self.name)
        unpacked = 0
        with self._problems(), self._open() as stream:
            while block := stream.read(BLOCK):
                unpacked += len(block)
                if not block.isascii() or b"\x00" in block:
                    return encodings.detect(block + stream.read(BLOCK), self.name)
                if unpacked > self._allowed():
                    break
        return "utf-8"

    def _unpacked_size(self) -> int:
        if not self.compressed:
            return self.size
        with self._problems(), self.path.open("rb") as stream:
            stream.seek(-4, io.SEEK_END)
            said = int.from_bytes(stream.read(4), "little")  # modulo 4 GiB, and only a claim
        return max(said, self.size)
