"""Asking for labels, and noting that they were printed: labels printed = labels requested."""

from domain import stock
from domain.receiving.commands import RECEIVE
from domain.receiving.errors import NoLabels, UnknownLabelRequest, UnknownReceiptLine
from domain.receiving.model import LabelRequest
from domain.receiving.queries import labels_waiting, receipt, receipt_lines
from domain.receiving.tables import label_done, label_request
from domain.replica import Transaction

ITEM_LABEL = "item"


def request_labels(
    tx: Transaction,
    item: bytes,
    copies: int,
    *,
    lot: str = stock.NO_LOT,
    expires: str | None = None,
    serial: str | None = None,
    template: str = ITEM_LABEL,
    receipt_line: bytes | None = None,
) -> bytes:
    """Ask for labels of an item; give the request's id. Raises NoLabels."""
    tx.require(RECEIVE)
    if copies <= 0:
        raise NoLabels
    identifier = tx.new_id()
    tx.insert(
        label_request,
        id=identifier,
        receipt_line=receipt_line,
        item=item,
        lot=lot,
        expires=expires,
        serial=serial,
        template=template,
        copies=copies,
    )
    return identifier


def request_line_labels(
    tx: Transaction, receipt_id: bytes, line: bytes, copies: int, template: str = ITEM_LABEL
) -> bytes:
    """Ask for labels of what one scan brought in. Raises UnknownReceiptLine, NoLabels."""
    lines = receipt_lines(tx.connection, tx.site, receipt_id)
    found = next((each for each in lines if each.id == line), None)
    if found is None:
        number = receipt(tx.connection, tx.site, receipt_id).number
        raise UnknownReceiptLine(receipt=number)
    return request_labels(
        *(tx, found.item, copies),
        lot=found.lot,
        expires=found.expires,
        serial=found.serial,
        template=template,
        receipt_line=line,
    )


def finish_labels(tx: Transaction, request: bytes, printed: int, note: str | None = None) -> None:
    """Note how many labels of a request came out; what is missing is asked for again.

    A ``note`` gives the rest up. Raises UnknownLabelRequest.
    """
    tx.require(RECEIVE)
    found = next((r for r in labels_waiting(tx.connection, tx.site) if r.id == request), None)
    if found is None:
        raise UnknownLabelRequest
    tx.insert(label_done, id=tx.new_id(), request=request, printed=printed, note=note)
    if printed < found.copies and note is None:
        _again(tx, found, found.copies - max(printed, 0))


def _again(tx: Transaction, old: LabelRequest, copies: int) -> None:
    request_labels(
        *(tx, old.item, copies),
        lot=old.lot,
        expires=old.expires,
        serial=old.serial,
        template=old.template,
        receipt_line=old.receipt_line,
    )
