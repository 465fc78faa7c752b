"""Making products findable by their words."""

from sqlalchemy.engine import Connection

from domain.catalogue.tables import product
from domain.replica import Written, make_findable, projects, run

PRODUCT = "product"


@projects(reads=[product], writes=[])
def project_search(connection: Connection, written: Written) -> None:
    """Index the names and SKUs of new and edited products."""
    entries = [
        (bytes(row["id"]), _text(row["sku"], row["name"], row["name_zh"]))  # type: ignore[arg-type]
        for row in written.rows(product)
    ]
    for _, identifier in written.edited.get(product.name, set()):
        text = "SELECT sku, name, name_zh FROM product WHERE site = 0 AND id = ?"
        row = run(connection, text, identifier).first()
        if row is not None:
            entries.append((identifier, _text(*row)))
    if entries:
        make_findable(connection, PRODUCT, entries)


def _text(*parts: object) -> str:
    return " ".join(str(part) for part in parts if part)
