"""Why a file is not read, as sentences for a person.

UnreadableFile
 ├ FileMissing · FileTooLarge · FileUnpacksTooMuch · TooManyCells · CellTooLarge · HugeText
 ├ TooManyColumns
 ├ UnknownEncoding (NoSuchEncoding) · UndecodableText · NotASpreadsheet · NoSuchSheet
 ├ PasswordProtected
 ├ FormulaCells · HostileXml · DamagedFile
 └ NeedsTooMuchMemory · TookTooLong · ChildDied
"""

from domain.errors import EnvironmentProblem


class UnreadableFile(EnvironmentProblem):
    """A file that cannot, or must not, be imported; nothing of it was used."""

    code = "importing.unreadable"
    sentence = "The file {file} cannot be read."


class FileMissing(UnreadableFile):
    """The file is not there, or may not be opened."""

    code = "importing.file_missing"
    sentence = "The file {file} cannot be opened: {why}."


class FileTooLarge(UnreadableFile):
    """The file is larger than what is read; sizes in MiB."""

    code = "importing.file_too_large"
    sentence = "The file {file} has {size} MiB; at most {limit} MiB are read. Split it."


class FileUnpacksTooMuch(UnreadableFile):
    """A small file that unpacks to a huge one, which is how such files attack."""

    code = "importing.unpacks_too_much"
    sentence = (
        "The file {file} was not opened: it would unpack to far more than its size ({why}). "
        "If it is yours, save it again as CSV."
    )


class TooManyCells(UnreadableFile):
    """A spreadsheet with more cells than are read."""

    code = "importing.too_many_cells"
    sentence = (
        "The sheet in {file} spans {cells} cells or more; at most {limit} are read. "
        "Save it as CSV, which has no such limit, or delete the unused rows and columns."
    )


class TooManyColumns(UnreadableFile):
    """A line with more columns than are read."""

    code = "importing.too_many_columns"
    sentence = (
        "Line {line} of {file} has {columns} columns; at most {limit} are read. Delete those "
        "that are not needed."
    )


class CellTooLarge(UnreadableFile):
    """One cell or line is longer than any real one; often a quotation mark that never closes."""

    code = "importing.cell_too_large"
    sentence = (
        "Line {line} of {file} holds a cell of more than {limit} characters. "
        "Is a quotation mark missing there?"
    )


class HugeText(UnreadableFile):
    """A spreadsheet with one text far longer than any real cell."""

    code = "importing.huge_text"
    sentence = "The file {file} was not opened: one text in it has more than {limit} characters."


class UnknownEncoding(UnreadableFile):
    """The bytes are no text in an encoding that can be told for certain."""

    code = "importing.unknown_encoding"
    sentence = (
        "The encoding of {file} cannot be told (perhaps {suggestion}). "
        "Choose it, or save the file as “CSV UTF-8”."
    )


class NoSuchEncoding(UnknownEncoding):
    """An encoding was chosen that nobody knows."""

    code = "importing.no_such_encoding"
    sentence = (
        "There is no encoding called “{encoding}”. The file {file} was not read; "
        "choose utf-8, gb18030, utf-16 or windows-1252."
    )


class UndecodableText(UnreadableFile):
    """The text is not in the encoding that was chosen or found."""

    code = "importing.undecodable"
    sentence = "After line {line}, {file} is not {encoding}. Choose another encoding."


class NotASpreadsheet(UnreadableFile):
    """The content is neither a spreadsheet nor a table of text."""

    code = "importing.not_a_spreadsheet"
    sentence = "The file {file} is neither a spreadsheet nor a table of text ({why})."


class NoSuchSheet(UnreadableFile):
    """The workbook has no sheet of that name."""

    code = "importing.no_such_sheet"
    sentence = "The file {file} has no sheet “{sheet}”. It has: {sheets}."


class PasswordProtected(UnreadableFile):
    """The workbook is encrypted."""

    code = "importing.password"
    sentence = "The file {file} is protected by a password. Save it without one."


class FormulaCells(UnreadableFile):
    """The sheet computes cells, so what it shows is not what it stores."""

    code = "importing.formula_cells"
    sentence = (
        "The sheet in {file} holds {count} formulas, the first in {first}. Paste the values "
        "instead, or allow the last computed values to be read."
    )


class HostileXml(UnreadableFile):
    """The spreadsheet declares XML entities, which no real one does."""

    code = "importing.hostile_xml"
    sentence = (
        "The file {file} was not opened: it contains a construct used for attacks. Ask who sent "
        "it for a CSV."
    )


class DamagedFile(UnreadableFile):
    """The file ends too early or its inner check sums are wrong."""

    code = "importing.damaged"
    sentence = "The file {file} is damaged ({why}). Get it again."


class NeedsTooMuchMemory(UnreadableFile):
    """Reading was stopped because it wanted more memory than the limit, in MiB."""

    code = "importing.memory"
    sentence = (
        "The file {file} was given up: reading it needs more than {limit} MiB of memory. Nothing "
        "was imported; split it, or save it as CSV."
    )


class TookTooLong(UnreadableFile):
    """Reading was stopped at the time limit, in seconds."""

    code = "importing.took_too_long"
    sentence = (
        "The file {file} was given up: reading it took longer than {limit} seconds. Split it, or "
        "save it as CSV."
    )


class ChildDied(UnreadableFile):
    """The reading process stopped unexpectedly; nothing else was touched."""

    code = "importing.reader_died"
    sentence = "The file {file} made its reader stop ({exit}). Nothing was imported."


_KINDS: tuple[type[UnreadableFile], ...] = (*UnreadableFile.__subclasses__(), NoSuchEncoding)
BY_CODE: dict[str, type[UnreadableFile]] = {error.code: error for error in _KINDS}
