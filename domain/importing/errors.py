"""Why an import cannot begin, and what can be wrong with a single row.

ImportRefused
 ├ UnknownKind · KindNotClear · NoSuchField · NoSuchColumn · ColumnNeeded
 └ BadRowChoice · FilesMissing · NoReceivingPlace
RowProblem
 ├ refused: ValueMissing · DigitsLost · CellBroken · NotANumber · NotExact · TooSmall · TooLong
 │  NotADay · NotAChoice · NotFoundHere · Repeated · DocumentRefused · Disagrees · RowRefused
 └ flagged, and imported all the same: BadCheckDigit · ReadAsUpcE · RestrictedCode · NotAGtin
    CodeShared · NameMissing · TextDamaged · FormulaValue · SurplusCells
"""

from typing import ClassVar

from domain.errors import CounterfoilError, RuleBroken


class ImportRefused(RuleBroken):
    """The import was not begun; nothing was changed."""

    code = "importing.refused"
    sentence = "The file cannot be imported."


class UnknownKind(ImportRefused):
    """Nothing of that name can be imported."""

    code = "importing.unknown_kind"
    sentence = "“{kind}” cannot be imported. What can: {known}."


class KindNotClear(ImportRefused):
    """The column names do not tell what the file holds."""

    code = "importing.kind_not_clear"
    sentence = "The columns of {file} do not tell what it holds. Say which it is: {known}."


class NoSuchField(ImportRefused):
    """A column was chosen for something that this kind does not have."""

    code = "importing.no_such_field"
    sentence = "There is no “{field}” in {kind}. What there is: {known}."


class NoSuchColumn(ImportRefused):
    """A column was chosen that the file does not have."""

    code = "importing.no_such_column"
    sentence = "The file {file} has no column “{column}”. It has: {columns}."


class ColumnNeeded(ImportRefused):
    """Something that every row needs has no column."""

    code = "importing.column_needed"
    sentence = "Choose the column of {file} that holds the {field}. It has: {columns}."


class BadRowChoice(ImportRefused):
    """The text does not name rows."""

    code = "importing.bad_row_choice"
    sentence = "“{text}” does not name rows. Write them as in 2-50,77."


class FilesMissing(ImportRefused):
    """A set of files is not complete."""

    code = "importing.files_missing"
    sentence = "The folder {folder} lacks: {files}."


class NoReceivingPlace(ImportRefused):
    """The site has no place where goods are put down."""

    code = "importing.no_receiving_place"
    sentence = "Site {site} has no receiving place, which the receipts need. Set the site up first."


class RowProblem(RuleBroken):
    """Something about one cell or row. ``refused`` says whether the row is left out for it."""

    code = "importing.row"
    sentence = "This row is not usable."
    refused: ClassVar[bool] = True

    @property
    def group(self) -> str:
        """A finer division for counting, such as the length of a code; often empty."""
        return str(self.params.get("group", ""))


class ValueMissing(RowProblem):
    """A cell that is needed is empty."""

    code = "importing.value_missing"
    sentence = "The cell is empty."


class DigitsLost(RowProblem):
    """A spreadsheet has shortened a number: 4.00638E+12."""

    code = "importing.digits_lost"
    sentence = (
        "“{value}” has lost digits in a spreadsheet. Format the column as text there, "
        "enter it again, and export once more."
    )


class CellBroken(RowProblem):
    """A spreadsheet's own error value: #N/A."""

    code = "importing.cell_broken"
    sentence = "The cell holds an error of the spreadsheet: “{value}”."


class NotANumber(RowProblem):
    """A text where a number must be."""

    code = "importing.not_a_number"
    sentence = "“{value}” is not a number."


class NotExact(RowProblem):
    """More digits behind the point than can be kept."""

    code = "importing.not_exact"
    sentence = "“{value}” has more than {most} digits behind the point."


class TooSmall(RowProblem):
    """A number below what makes sense here."""

    code = "importing.too_small"
    sentence = "“{value}” is too small; at least {least} is needed."


class TooLong(RowProblem):
    """A text that does not fit."""

    code = "importing.too_long"
    sentence = "“{value}” is longer than {most} characters."


class NotADay(RowProblem):
    """A text where a day must be."""

    code = "importing.not_a_day"
    sentence = "“{value}” is not a day. Write it as 2026-11-22."


class NotAChoice(RowProblem):
    """A text that is none of a few."""

    code = "importing.not_a_choice"
    sentence = "“{value}” is none of: {choices}."


class NotFoundHere(RowProblem):
    """A row names something that is not in the books."""

    code = "importing.not_found_here"
    sentence = "“{value}” is not in the books. Import it first, or correct the cell."


class Repeated(RowProblem):
    """The file says the same thing twice."""

    code = "importing.repeated"
    sentence = "“{value}” stood in line {first} already; this line was left out."


class DocumentRefused(RowProblem):
    """Another row of the same document is no good, so none of it is imported."""

    code = "importing.document_refused"
    sentence = "Document “{value}” was left out whole: its line {other} cannot be used."


class Disagrees(RowProblem):
    """Two rows of a document say different things about it."""

    code = "importing.disagrees"
    sentence = (
        "“{value}” does not agree with line {first} of the same document, which says “{said}”."
    )


class RowRefused(RowProblem):
    """A rule of the trade said no to a row."""

    code = "importing.row_refused"
    sentence = "The row was left out: {reason}"

    @classmethod
    def because(cls, problem: CounterfoilError) -> "RowRefused":
        """Wrap the rule's own error; counted by its code."""
        return cls(reason=str(problem), group=problem.code)


class Flag(RowProblem):
    """Worth a look; the row is imported all the same."""

    code = "importing.flag"
    refused = False


class BadCheckDigit(Flag):
    """The length of a GTIN, but the last digit does not fit."""

    code = "importing.bad_check_digit"
    sentence = "The check digit of “{value}” is wrong; the code was kept as a text."


class ReadAsUpcE(Flag):
    """Eight digits that are no EAN-8 but a shortened UPC."""

    code = "importing.read_as_upc_e"
    sentence = "“{value}” is no EAN-8; it was read as the UPC-E of {full}."


class RestrictedCode(Flag):
    """A code that shops make up for themselves."""

    code = "importing.restricted_code"
    sentence = (
        "“{value}” is from a range that shops use for themselves (weights, prices): "
        "elsewhere it names other goods."
    )


class NotAGtin(Flag):
    """A code that has not the length of a GTIN."""

    code = "importing.not_a_gtin"
    sentence = "“{value}” has not the length of a GTIN (8, 12, 13 or 14); it was kept as a text."


class CodeShared(Flag):
    """A barcode that names another product already."""

    code = "importing.code_shared"
    sentence = "Barcode “{value}” is also that of “{other}”: a scan will ask which one is meant."


class NameMissing(Flag):
    """A product without a name."""

    code = "importing.name_missing"
    sentence = "There is no name; “{value}” took its place."


class TextDamaged(Flag):
    """Characters that could not be read."""

    code = "importing.text_damaged"
    sentence = "“{value}” holds characters that could not be read."


class FormulaValue(Flag):
    """A computed cell, of which the last result was read."""

    code = "importing.formula_value"
    sentence = "“{value}” was computed by a formula; its last result was taken."


class SurplusCells(Flag):
    """Cells beyond the last named column: often a separator inside a text."""

    code = "importing.surplus_cells"
    sentence = "The line has more cells than columns (“{value}”); they were not used."
