"""The inside of a packed spreadsheet, checked before any spreadsheet code touches it.

First the zip directory: how many members, how much they say they unpack to. Then every member
is unpacked once, in blocks, and looked through for what attacks: entity declarations, more
cells than allowed, cells far apart (which a dense table turns into gigabytes), endless text.
The same pass notes formulas and error values, which the spreadsheet library does not report.
"""

import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from domain.importing.readers.errors import (
    DamagedFile,
    FileUnpacksTooMuch,
    FormulaCells,
    HostileXml,
    HugeText,
    NotASpreadsheet,
    PasswordProtected,
    TooManyCells,
)
from domain.importing.readers.model import MIB, Limits, Note

_BLOCK = 1024 * 1024
_END = b"PK\x05\x06"  # end of central directory
_END_SIZE, _LONGEST_COMMENT = 22, 65_535
_DIRECTORY_ENTRY = 4096  # generous bytes for one member's name and fields
_LOOKED_AT_RATIO = 1 * MIB  # less than this harms nobody, however well it is packed
_MAX_MARKS = 200_000
_COLUMNS = 16_384

_P = rb"(?:[\w.\-]+:)?"  # an XML prefix
_CELL = re.compile(
    rb"<" + _P + rb"c(?:\s[^>/]*?\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"'][^>/]*|\s[^>/]*)?>"
)
_MARKED = re.compile(
    rb"<" + _P + rb"c\s([^>/]*?)\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"']([^>/]*)>"
    rb"(\s*<" + _P + rb"f[\s/>])?"
)
_ERROR_TYPE = re.compile(rb"\bt=[\"']e[\"']")
_MAYBE_MARKED = re.compile(rb"<" + _P + rb"f[\s/>]|\bt=[\"']e[\"']")
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b")
_ODS_FORMULA = re.compile(rb"\btable:formula=")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(slots=True)
class Part:
    """What one member holds. ``marks`` maps (row, column), both from 0, to a note."""

    cells: int = 0
    last_row: int = 0
    columns: set[bytes] = field(default_factory=set)
    formulas: int = 0
    first_formula: str = "?"
    marks: dict[tuple[int, int], Note] = field(default_factory=dict)

    @property
    def area(self) -> int:
        """The cells of the rectangle from A1 that holds everything."""
        widest = max((column_number(name) for name in self.columns), default=-1) + 1
        return max(self.cells, self.last_row * widest)


@dataclass(frozen=True, slots=True)
class Package:
    """A packed spreadsheet that passed every check."""

    parts: dict[str, Part]
    sheet_parts: dict[str, str]  # sheet name to member name; empty for OpenDocument

    def part_of(self, sheet: str) -> Part:
        """Give what the checks found in a sheet (in the whole file where sheets share one)."""
        return self.parts.get(self.sheet_parts.get(sheet, "content.xml"), Part())


def check(path: Path, limits: Limits) -> Package:
    """Check a packed spreadsheet and give what the spreadsheet library will not tell.

    Raises:
        FileUnpacksTooMuch, TooManyCells, HugeText, HostileXml, NotASpreadsheet,
        PasswordProtected, DamagedFile.
    """
    try:
        _check_directory_size(path, limits)
        with zipfile.ZipFile(path) as package:
            _check_directory(path, package, limits)
            parts = {
                info.filename: _look_through(path.name, package, info, limits)
                for info in package.infolist()
                if not info.is_dir()
            }
            return Package(parts, _sheet_parts(package))
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error) as error:
        raise DamagedFile(file=path.name, why=str(error)) from None
    except (NotImplementedError, ET.ParseError, LookupError, ValueError) as error:
        raise NotASpreadsheet(file=path.name, why=str(error)) from None
    except RuntimeError:  # what zipfile raises for an encrypted member
        raise PasswordProtected(file=path.name) from None


def column_number(name: bytes) -> int:
    """Give the number, from 0, of a column called A, B, … AA."""
    number = 0
    for letter in name:
        number = number * 26 + letter - 64
    return number - 1


def _check_directory_size(path: Path, limits: Limits) -> None:
    """Refuse a directory that would itself fill the memory, before it is read."""
    with path.open("rb") as stream:
        size = stream.seek(0, 2)
        stream.seek(max(0, size - _END_SIZE - _LONGEST_COMMENT))
        tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise DamagedFile(file=path.name, why="its end is missing")
    members, directory = struct.unpack("<H L", tail[at + 10 : at + 12] + tail[at + 12 : at + 16])
    if members > limits.members or directory > limits.members * _DIRECTORY_ENTRY:
        raise FileUnpacksTooMuch(file=path.name, why=f"{members} parts inside")


def _check_directory(path: Path, package: zipfile.ZipFile, limits: Limits) -> None:
    infos = package.infolist()
    if len(infos) > limits.members:
        raise FileUnpacksTooMuch(file=path.name, why=f"{len(infos)} parts inside")
    if len({info.filename for info in infos}) < len(infos):
        raise DamagedFile(file=path.name, why="two parts of one name")
    packed = max(1, path.stat().st_size)
    unpacked = sum(info.file_size for info in infos)
    too_dense = unpacked > _LOOKED_AT_RATIO and unpacked > packed * limits.ratio
    if unpacked > limits.unpacked or too_dense:
        why = f"{unpacked // MIB} MiB from {-(-packed // 1024)} KiB"
        raise FileUnpacksTooMuch(file=path.name, why=why)


def _look_through(
    file: str, package: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits
) -> Part:
    part = Part()
    with package.open(info) as stream:
        first = stream.read(4)
    if not first.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        if info.filename.endswith((".xml", ".rels")) and first:
            raise NotASpreadsheet(file=file, why="its XML is not UTF-8")
        return part  # an image or the like; nothing reads it
    for text in _pieces(file, package, info, limits):
        if _DECLARATION.search(text):
            raise HostileXml(file=file)
        _count(part, text)
        area = part.area
        if area > limits.cells:
            raise TooManyCells(file=file, cells=area, limit=limits.cells)
        if _MAYBE_MARKED.search(text):
            _mark(file, part, text)
    return part


def _pieces(
    file: str, package: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits
) -> Iterator[bytes]:
    """Give a member in pieces that never cut through a start tag and the one behind it."""
    carry = b""
    with package.open(info) as stream:
        while block := stream.read(_BLOCK):
            text = carry + block
            cut = text.rfind(b"</")
            if cut < len(text) - _BLOCK // 4:
                cut = max(cut, text.rfind(b"<"))
            if cut <= 0:
                if len(text) > 2 * _BLOCK:
                    raise HugeText(file=file, limit=limits.cell_characters)
                carry = text
                continue
            yield text[:cut]
            carry = text[cut:]
    yield carry


def _count(part: Part, text: bytes) -> None:
    found = _CELL.findall(text)
    if found:
        part.cells += len(found)
        part.columns.update(column for column, _ in found)
        part.columns.discard(b"")
        lowest = max(int(row or 0) for _, row in found)
        part.last_row = max(part.last_row, lowest)
        return
    part.cells += len(_ODS_CELL.findall(text))
    part.formulas += len(_ODS_FORMULA.findall(text))


def _mark(file: str, part: Part, text: bytes) -> None:
    """Note the cells with formulas and error values."""
    for match in _MARKED.finditer(text):
        before, column, row, after, formula = match.groups()
        note: Note
        if formula:
            note = "formula"
            part.formulas += 1
            if part.formulas == 1:
                part.first_formula = (column + row).decode()
        elif _ERROR_TYPE.search(before) or _ERROR_TYPE.search(after):
            note = "error_value"
        else:
            continue
        part.marks[int(row) - 1, column_number(column)] = note
        if len(part.marks) > _MAX_MARKS:
            raise FormulaCells(file=file, count=part.formulas, first=part.first_formula)


def _sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Give the member of each sheet of a workbook, by the workbook's own list."""
    names = set(package.namelist())
    if "xl/workbook.xml" not in names:
        if "content.xml" in names:
            return {}
        raise NotASpreadsheet(file=Path(package.filename or "").name, why="no sheets inside")
    # Declarations were refused above, so the parser meets no entities.
    workbook = ET.fromstring(package.read("xl/workbook.xml"))  # noqa: S314
    links = ET.fromstring(package.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    parts = {}
    for element in workbook.iter():
        if element.tag.endswith("}sheet"):
            link = next((v for k, v in element.items() if k.endswith("}id")), None)
            target = targets.get(link, "")
            parts[element.get("name", "")] = posixpath.normpath(
                target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            )
    return parts
