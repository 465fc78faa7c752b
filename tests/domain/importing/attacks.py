"""Files as attackers (and unlucky exporters) make them, written by the tests that need them."""

import io
import random
import struct
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

MIB = 1024 * 1024

_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ROOT = (
    f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
    f'Type="{_LINK}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_LINKS = (
    f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_LINK}/worksheet" '
    f'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{_LINK}/sharedStrings" '
    'Target="sharedStrings.xml"/></Relationships>'
)
_WORKBOOK = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINK}"><sheets>'
    '<sheet name="Stock" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


def write_xlsx(
    path: Path, rows: Iterable[str], strings: Iterable[str] = (), *, before: str = ""
) -> Path:
    """Write a workbook of one sheet from the XML of its rows and shared strings."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _ROOT)
        package.writestr("xl/workbook.xml", _WORKBOOK)
        package.writestr("xl/_rels/workbook.xml.rels", _LINKS)
        _write_part(package, "xl/sharedStrings.xml", f'<sst xmlns="{_MAIN}">', strings, "</sst>")
        start = f'{before}<worksheet xmlns="{_MAIN}"><sheetData>'
        _write_part(package, "xl/worksheets/sheet1.xml", start, rows, "</sheetData></worksheet>")
    return path


def number_rows(count: int, width: int, *, seed: int = 1) -> Iterable[str]:
    """Give rows of numbers that do not pack well, so that only their number is suspicious."""
    digits = "".join(random.Random(seed).choices("0123456789", k=100_000))
    for row in range(1, count + 1):
        at = row * 7919 % (len(digits) - 5 * width)
        cells = "".join(f"<c><v>{digits[i : i + 5]}</v></c>" for i in range(at, at + 5 * width, 5))
        yield f'<row r="{row}">{cells}</row>'


def lie_about_size(path: Path, member: str, size: int) -> None:
    """Make a package's directory claim that a member unpacks to fewer bytes than it does."""
    content = bytearray(path.read_bytes())
    name = member.encode()
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        if content[at + 46 : at + 46 + len(name)] == name:
            struct.pack_into("<L", content, at + 24, size)
        at = content.find(b"PK\x01\x02", at + 4)
    path.write_bytes(content)


def zip_of(members: Mapping[str, bytes | bytearray]) -> bytes:
    """Give a plain zip file."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, bytes(content))
    return output.getvalue()


def _write_part(
    package: zipfile.ZipFile, name: str, start: str, body: Iterable[str], end: str
) -> None:
    with package.open(name, "w") as part:
        part.write(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>')
        part.write(start.encode())
        for piece in body:
            part.write(piece.encode())
        part.write(end.encode())
