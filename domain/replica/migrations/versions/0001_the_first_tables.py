"""The first released tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "access_policy",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("pin_minimum", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_access_policy"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "balance",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("item", sa.LargeBinary(length=16), nullable=False),
        sa.Column("location", sa.LargeBinary(length=16), nullable=False),
        sa.Column("lot", sa.String(length=64), nullable=False),
        sa.Column("on_hand", sa.BigInteger(), nullable=False),
        sa.Column("reserved", sa.BigInteger(), nullable=False),
        sa.Column("arrived", sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint("site", "item", "location", "lot", name="pk_balance"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("balance", schema=None) as batch_op:
        batch_op.create_index("ix_balance_site_location", ["site", "location"], unique=False)

    op.create_table(
        "barcode",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("product", sa.LargeBinary(length=16), nullable=False),
        sa.Column("pack", sa.LargeBinary(length=16), nullable=True),
        sa.Column("as_written", sa.String(length=64), nullable=False),
        sa.Column("archived", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_barcode"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("barcode", schema=None) as batch_op:
        batch_op.create_index("ix_barcode_site_code", ["site", "code"], unique=False)
        batch_op.create_index("ix_barcode_site_product", ["site", "product"], unique=False)

    op.create_table(
        "cart_draft",
        sa.Column("till", sa.String(length=64), nullable=False),
        sa.Column("cart", sa.LargeBinary(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("till", name="pk_cart_draft"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cash_movement",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("shift", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_cash_movement"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("cash_movement", schema=None) as batch_op:
        batch_op.create_index(
            "ix_cash_movement_site_changeset", ["site", "changeset"], unique=False
        )
        batch_op.create_index("ix_cash_movement_site_shift", ["site", "shift"], unique=False)

    op.create_table(
        "change_decision",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("request", sa.LargeBinary(length=16), nullable=False),
        sa.Column("accepted", sa.SmallInteger(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_change_decision"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("change_decision", schema=None) as batch_op:
        batch_op.create_index(
            "ix_change_decision_site_changeset", ["site", "changeset"], unique=False
        )
        batch_op.create_index("ix_change_decision_site_request", ["site", "request"], unique=False)

    op.create_table(
        "change_request",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("table_name", sa.String(length=64), nullable=False),
        sa.Column("record", sa.LargeBinary(length=16), nullable=False),
        sa.Column("changes", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_change_request"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("change_request", schema=None) as batch_op:
        batch_op.create_index(
            "ix_change_request_site_changeset", ["site", "changeset"], unique=False
        )

    op.create_table(
        "changeset",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("log", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.LargeBinary(), nullable=True),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("occurred_at", sa.BigInteger(), nullable=False),
        sa.Column("nonce", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("site", "key", name="pk_changeset"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("changeset", schema=None) as batch_op:
        batch_op.create_index("ix_changeset_site_hash_log", ["site", "hash", "log"], unique=False)

    op.create_table(
        "company",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("currency", sa.String(length=64), nullable=False),
        sa.Column("region", sa.String(length=64), nullable=False),
        sa.Column("tax_rounding", sa.String(length=64), nullable=False),
        sa.Column("cash_step", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(length=64), nullable=False),
        sa.Column("receipt_head", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_company"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "conflict",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("table_name", sa.String(length=64), nullable=False),
        sa.Column("record", sa.LargeBinary(length=16), nullable=False),
        sa.Column("field", sa.String(length=64), nullable=False),
        sa.Column("kept", sa.LargeBinary(), nullable=False),
        sa.Column("kept_hlc", sa.BigInteger(), nullable=False),
        sa.Column("kept_log", sa.BigInteger(), nullable=False),
        sa.Column("kept_actor", sa.LargeBinary(), nullable=True),
        sa.Column("other", sa.LargeBinary(), nullable=False),
        sa.Column("other_hlc", sa.BigInteger(), nullable=False),
        sa.Column("other_log", sa.BigInteger(), nullable=False),
        sa.Column("other_actor", sa.LargeBinary(), nullable=True),
        sa.Column("other_record", sa.LargeBinary(), nullable=True),
        sa.Column("review", sa.SmallInteger(), nullable=False),
        sa.Column("decided", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_conflict"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("conflict", schema=None) as batch_op:
        batch_op.create_index("ix_conflict_decided", ["decided"], unique=False)
        batch_op.create_index(
            "ix_conflict_site_table_name_record_field",
            ["site", "table_name", "record", "field"],
            unique=False,
        )

    op.create_table(
        "conflict_decision",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("conflict", sa.LargeBinary(length=16), nullable=False),
        sa.Column("choice", sa.String(length=64), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_conflict_decision"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("conflict_decision", schema=None) as batch_op:
        batch_op.create_index(
            "ix_conflict_decision_site_changeset", ["site", "changeset"], unique=False
        )
        batch_op.create_index(
            "ix_conflict_decision_site_conflict", ["site", "conflict"], unique=False
        )

    op.create_table(
        "count_settled",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("request", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_count_settled"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("count_settled", schema=None) as batch_op:
        batch_op.create_index(
            "ix_count_settled_site_changeset", ["site", "changeset"], unique=False
        )
        batch_op.create_index("ix_count_settled_site_request", ["site", "request"], unique=False)

    op.create_table(
        "count_wanted",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("item", sa.LargeBinary(length=16), nullable=False),
        sa.Column("location", sa.LargeBinary(length=16), nullable=False),
        sa.Column("lot", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=True),
        sa.PrimaryKeyConstraint("site", "id", name="pk_count_wanted"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("count_wanted", schema=None) as batch_op:
        batch_op.create_index("ix_count_wanted_site_changeset", ["site", "changeset"], unique=False)

    op.create_table(
        "customer",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.String(length=64), nullable=True),
        sa.Column("phone_typed", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("language", sa.String(length=64), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("marketing_consent_at", sa.BigInteger(), nullable=True),
        sa.Column("archived", sa.SmallInteger(), nullable=False),
        sa.Column("merged_into", sa.LargeBinary(length=16), nullable=True),
        sa.PrimaryKeyConstraint("site", "id", name="pk_customer"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("customer", schema=None) as batch_op:
        batch_op.create_index("ix_customer_site_email", ["site", "email"], unique=False)
        batch_op.create_index("ix_customer_site_merged_into", ["site", "merged_into"], unique=False)
        batch_op.create_index("ix_customer_site_phone", ["site", "phone"], unique=False)

    op.create_table(
        "denomination",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("closing", sa.LargeBinary(length=16), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("site", "closing", "value", name="pk_denomination"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("denomination", schema=None) as batch_op:
        batch_op.create_index("ix_denomination_site_changeset", ["site", "changeset"], unique=False)

    op.create_table(
        "device_setting",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("protocol", sa.String(length=64), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("config", sa.Text(), nullable=False),
        sa.Column("enabled", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_device_setting"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "document_number",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("life", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint(
            "site", "station", "life", "year", "counter", name="pk_document_number"
        ),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("document_number", schema=None) as batch_op:
        batch_op.create_index(
            "ix_document_number_site_changeset", ["site", "changeset"], unique=False
        )
        batch_op.create_index(
            "ix_document_number_site_document", ["site", "document"], unique=False
        )

    op.create_table(
        "enrolment_code",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("at_site", sa.Integer(), nullable=False),
        sa.Column("station_number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("replaces", sa.SmallInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("station", sa.LargeBinary(length=16), nullable=True),
        sa.Column("public_key", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_enrolment_code"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entry",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("log", sa.BigInteger(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("site", "log", "seq", name="pk_entry"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "field_edit",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=64), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("field", sa.String(length=64), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("log", sa.BigInteger(), nullable=False),
        sa.Column("base_hlc", sa.BigInteger(), nullable=False),
        sa.Column("base_log", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.LargeBinary(), nullable=True),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint(
            "site", "table_name", "id", "field", "hlc", "log", name="pk_field_edit"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "held_end",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("held", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("till", sa.String(length=64), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_held_end"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("held_end", schema=None) as batch_op:
        batch_op.create_index("ix_held_end_site_changeset", ["site", "changeset"], unique=False)
        batch_op.create_index("ix_held_end_site_held", ["site", "held"], unique=False)

    op.create_table(
        "held_sale",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("till", sa.String(length=64), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("customer", sa.LargeBinary(length=16), nullable=True),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=64), nullable=False),
        sa.Column("held_at", sa.BigInteger(), nullable=False),
        sa.Column("cart", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_held_sale"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("held_sale", schema=None) as batch_op:
        batch_op.create_index("ix_held_sale_site_changeset", ["site", "changeset"], unique=False)

    op.create_table(
        "held_state",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("recalls", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_held_state"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("held_state", schema=None) as batch_op:
        batch_op.create_index("ix_held_state_site_state", ["site", "state"], unique=False)

    op.create_table(
        "import_line",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("document_line", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=True),
        sa.Column("moment", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("site", "changeset", "line", name="pk_import_line"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("import_line", schema=None) as batch_op:
        batch_op.create_index("ix_import_line_site_document", ["site", "document"], unique=False)

    op.create_table(
        "import_name",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("product", sa.LargeBinary(length=16), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("site", "changeset", "line", name="pk_import_name"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("import_name", schema=None) as batch_op:
        batch_op.create_index("ix_import_name_site_product", ["site", "product"], unique=False)

    op.create_table(
        "import_row",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("record", sa.LargeBinary(length=16), nullable=False),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("site", "changeset", "line", name="pk_import_row"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("import_row", schema=None) as batch_op:
        batch_op.create_index(
            "ix_import_row_site_source_kind_key", ["site", "source", "kind", "key"], unique=False
        )

    op.create_table(
        "import_run",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("imported", sa.Integer(), nullable=False),
        sa.Column("already", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("flagged", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_import_run"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("import_run", schema=None) as batch_op:
        batch_op.create_index("ix_import_run_site_changeset", ["site", "changeset"], unique=False)

    op.create_table(
        "label_done",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("request", sa.LargeBinary(length=16), nullable=False),
        sa.Column("printed", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("site", "id", name="pk_label_done"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("label_done", schema=None) as batch_op:
        batch_op.create_index("ix_label_done_site_changeset", ["site", "changeset"], unique=False)
        batch_op.create_index("ix_label_done_site_request", ["site", "request"], unique=False)

    op.create_table(
        "label_request",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("receipt_line", sa.LargeBinary(length=16), nullable=True),
        sa.Column("item", sa.LargeBinary(length=16), nullable=False),
        sa.Column("lot", sa.String(length=64), nullable=False),
        sa.Column("expires", sa.String(length=10), nullable=True),
        sa.Column("serial", sa.String(length=64), nullable=True),
        sa.Column("template", sa.String(length=64), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_label_request"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("label_request", schema=None) as batch_op:
        batch_op.create_index(
            "ix_label_request_site_changeset", ["site", "changeset"], unique=False
        )
        batch_op.create_index(
            "ix_label_request_site_receipt_line", ["site", "receipt_line"], unique=False
        )

    op.create_table(
        "line_void",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("shift", sa.LargeBinary(length=16), nullable=True),
        sa.Column("cart", sa.LargeBinary(length=16), nullable=False),
        sa.Column("item", sa.LargeBinary(length=16), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("site", "changeset", "line", name="pk_line_void"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("line_void", schema=None) as batch_op:
        batch_op.create_index("ix_line_void_site_shift", ["site", "shift"], unique=False)

    op.create_table(
        "location",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("parent", sa.LargeBinary(length=16), nullable=True),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("usage", sa.String(length=64), nullable=False),
        sa.Column("barcode", sa.String(length=64), nullable=True),
        sa.Column("walk_order", sa.Integer(), nullable=False),
        sa.Column("capacity", sa.BigInteger(), nullable=True),
        sa.Column("archived", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_location"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("location", schema=None) as batch_op:
        batch_op.create_index("ix_location_site_barcode", ["site", "barcode"], unique=False)
        batch_op.create_index("ix_location_site_code", ["site", "code"], unique=False)

    op.create_table(
        "lockout",
        sa.Column("who", sa.LargeBinary(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("process", sa.String(length=64), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("who", name="pk_lockout"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "log",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("log", sa.BigInteger(), nullable=False),
        sa.Column("station", sa.LargeBinary(length=16), nullable=False),
        sa.Column("life", sa.String(length=64), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("acknowledged", sa.BigInteger(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("site", "log", name="pk_log"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "lot",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("item", sa.LargeBinary(length=16), nullable=False),
        sa.Column("lot", sa.String(length=64), nullable=False),
        sa.Column("expires", sa.String(length=10), nullable=True),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("site", "item", "lot", name="pk_lot"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "lot_seen",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("item", sa.LargeBinary(length=16), nullable=False),
        sa.Column("lot", sa.String(length=64), nullable=False),
        sa.Column("expires", sa.String(length=10), nullable=True),
        sa.PrimaryKeyConstraint("site", "changeset", "line", name="pk_lot_seen"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("lot_seen", schema=None) as batch_op:
        batch_op.create_index("ix_lot_seen_site_item_lot", ["site", "item", "lot"], unique=False)

    op.create_table(
        "lot_status",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("item", sa.LargeBinary(length=16), nullable=False),
        sa.Column("lot", sa.String(length=64), nullable=False),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_lot_status"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("lot_status", schema=None) as batch_op:
        batch_op.create_index("ix_lot_status_site_changeset", ["site", "changeset"], unique=False)
        batch_op.create_index("ix_lot_status_site_item_lot", ["site", "item", "lot"], unique=False)

    op.create_table(
        "movement",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("item", sa.LargeBinary(length=16), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.LargeBinary(length=16), nullable=False),
        sa.Column("target", sa.LargeBinary(length=16), nullable=False),
        sa.Column("lot", sa.String(length=64), nullable=False),
        sa.Column("serial", sa.String(length=64), nullable=True),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=True),
        sa.Column("document_line", sa.Integer(), nullable=True),
        sa.Column("business_date", sa.String(length=10), nullable=False),
        sa.Column("arrived", sa.String(length=10), nullable=False),
        sa.Column("unit_cost", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("site", "changeset", "line", name="pk_movement"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("movement", schema=None) as batch_op:
        batch_op.create_index("ix_movement_site_document", ["site", "document"], unique=False)
        batch_op.create_index(
            "ix_movement_site_item_business_date", ["site", "item", "business_date"], unique=False
        )

    op.create_table(
        "open_reservation",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("document_line", sa.Integer(), nullable=False),
        sa.Column("item", sa.LargeBinary(length=16), nullable=False),
        sa.Column("location", sa.LargeBinary(length=16), nullable=False),
        sa.Column("lot", sa.String(length=64), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_open_reservation"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("open_reservation", schema=None) as batch_op:
        batch_op.create_index(
            "ix_open_reservation_site_document", ["site", "document"], unique=False
        )
        batch_op.create_index("ix_open_reservation_site_item", ["site", "item"], unique=False)

    op.create_table(
        "override",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("permission", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.LargeBinary(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("actor", sa.LargeBinary(), nullable=True),
        sa.Column("approver", sa.LargeBinary(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_override"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("override", schema=None) as batch_op:
        batch_op.create_index("ix_override_site_changeset", ["site", "changeset"], unique=False)

    op.create_table(
        "pack",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("product", sa.LargeBinary(length=16), nullable=False),
        sa.Column("level", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("numerator", sa.BigInteger(), nullable=False),
        sa.Column("denominator", sa.BigInteger(), nullable=False),
        sa.Column("archived", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_pack"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("pack", schema=None) as batch_op:
        batch_op.create_index("ix_pack_site_product", ["site", "product"], unique=False)

    op.create_table(
        "payment",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("sale", sa.LargeBinary(length=16), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("tender", sa.String(length=64), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("change", sa.BigInteger(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("site", "sale", "line", name="pk_payment"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("payment", schema=None) as batch_op:
        batch_op.create_index("ix_payment_site_changeset", ["site", "changeset"], unique=False)

    op.create_table(
        "pick",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("task", sa.LargeBinary(length=16), nullable=False),
        sa.Column("order_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("order_line", sa.Integer(), nullable=False),
        sa.Column("item", sa.LargeBinary(length=16), nullable=False),
        sa.Column("source", sa.LargeBinary(length=16), nullable=False),
        sa.Column("lot", sa.String(length=64), nullable=False),
        sa.Column("serial", sa.String(length=64), nullable=True),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("arrived", sa.String(length=10), nullable=False),
        sa.Column("user_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("user_name", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_pick"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("pick", schema=None) as batch_op:
        batch_op.create_index("ix_pick_site_changeset", ["site", "changeset"], unique=False)
        batch_op.create_index("ix_pick_site_document", ["site", "document"], unique=False)
        batch_op.create_index("ix_pick_site_order_id", ["site", "order_id"], unique=False)
        batch_op.create_index("ix_pick_site_task", ["site", "task"], unique=False)

    op.create_table(
        "pick_claim",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("user_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("user_name", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_pick_claim"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("pick_claim", schema=None) as batch_op:
        batch_op.create_index("ix_pick_claim_site_changeset", ["site", "changeset"], unique=False)
        batch_op.create_index("ix_pick_claim_site_document", ["site", "document"], unique=False)

    op.create_table(
        "pick_claim_end",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("claim", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_pick_claim_end"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("pick_claim_end", schema=None) as batch_op:
        batch_op.create_index(
            "ix_pick_claim_end_site_changeset", ["site", "changeset"], unique=False
        )
        batch_op.create_index("ix_pick_claim_end_site_claim", ["site", "claim"], unique=False)

    op.create_table(
        "pick_list",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_pick_list"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("pick_list", schema=None) as batch_op:
        batch_op.create_index("ix_pick_list_site_changeset", ["site", "changeset"], unique=False)

    op.create_table(
        "pick_short",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("task", sa.LargeBinary(length=16), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_pick_short"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("pick_short", schema=None) as batch_op:
        batch_op.create_index("ix_pick_short_site_changeset", ["site", "changeset"], unique=False)
        batch_op.create_index("ix_pick_short_site_task", ["site", "task"], unique=False)

    op.create_table(
        "pick_skip",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("task", sa.LargeBinary(length=16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_pick_skip"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("pick_skip", schema=None) as batch_op:
        batch_op.create_index("ix_pick_skip_site_changeset", ["site", "changeset"], unique=False)
        batch_op.create_index("ix_pick_skip_site_task", ["site", "task"], unique=False)

    op.create_table(
        "pick_task",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("order_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("order_line", sa.Integer(), nullable=False),
        sa.Column("item", sa.LargeBinary(length=16), nullable=False),
        sa.Column("location", sa.LargeBinary(length=16), nullable=False),
        sa.Column("lot", sa.String(length=64), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_pick_task"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("pick_task", schema=None) as batch_op:
        batch_op.create_index("ix_pick_task_site_changeset", ["site", "changeset"], unique=False)
        batch_op.create_index("ix_pick_task_site_document", ["site", "document"], unique=False)
        batch_op.create_index("ix_pick_task_site_order_id", ["site", "order_id"], unique=False)

    op.create_table(
        "pick_task_state",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("task", sa.LargeBinary(length=16), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("order_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("order_line", sa.Integer(), nullable=False),
        sa.Column("location", sa.LargeBinary(length=16), nullable=False),
        sa.Column("lot", sa.String(length=64), nullable=False),
        sa.Column("picked", sa.BigInteger(), nullable=False),
        sa.Column("short", sa.BigInteger(), nullable=False),
        sa.Column("open", sa.BigInteger(), nullable=False),
        sa.Column("skipped_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "task", name="pk_pick_task_state"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("pick_task_state", schema=None) as batch_op:
        batch_op.create_index(
            "ix_pick_task_state_site_document", ["site", "document"], unique=False
        )
        batch_op.create_index(
            "ix_pick_task_state_site_order_id", ["site", "order_id"], unique=False
        )

    op.create_table(
        "pick_undone",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("pick", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_pick_undone"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("pick_undone", schema=None) as batch_op:
        batch_op.create_index("ix_pick_undone_site_changeset", ["site", "changeset"], unique=False)
        batch_op.create_index("ix_pick_undone_site_pick", ["site", "pick"], unique=False)

    op.create_table(
        "price",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("price_list", sa.LargeBinary(length=16), nullable=False),
        sa.Column("product", sa.LargeBinary(length=16), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("min_quantity", sa.BigInteger(), nullable=False),
        sa.Column("valid_from", sa.String(length=10), nullable=False),
        sa.Column("valid_to", sa.String(length=10), nullable=True),
        sa.Column("archived", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_price"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("price", schema=None) as batch_op:
        batch_op.create_index(
            "ix_price_site_product_price_list", ["site", "product", "price_list"], unique=False
        )

    op.create_table(
        "price_list",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("currency", sa.String(length=64), nullable=False),
        sa.Column("tax_included", sa.SmallInteger(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("archived", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_price_list"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("price_list", schema=None) as batch_op:
        batch_op.create_index("ix_price_list_site_code", ["site", "code"], unique=False)

    op.create_table(
        "product",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("sku", sa.String(length=64), nullable=False),
        sa.Column("sku_key", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_zh", sa.Text(), nullable=True),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("unit", sa.String(length=64), nullable=False),
        sa.Column("decimals", sa.Integer(), nullable=False),
        sa.Column("tracking", sa.String(length=64), nullable=False),
        sa.Column("shelf_life_days", sa.Integer(), nullable=True),
        sa.Column("tax_class", sa.LargeBinary(length=16), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("style", sa.LargeBinary(length=16), nullable=True),
        sa.Column("attributes", sa.Text(), nullable=True),
        sa.Column("weighed", sa.SmallInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=True),
        sa.Column("archived", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_product"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("product", schema=None) as batch_op:
        batch_op.create_index("ix_product_site_sku_key", ["site", "sku_key"], unique=False)
        batch_op.create_index("ix_product_site_style", ["site", "style"], unique=False)

    op.create_table(
        "purchase_charge",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("tax", sa.BigInteger(), nullable=False),
        sa.Column("freight", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_purchase_charge"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("purchase_charge", schema=None) as batch_op:
        batch_op.create_index(
            "ix_purchase_charge_site_changeset", ["site", "changeset"], unique=False
        )
        batch_op.create_index(
            "ix_purchase_charge_site_document", ["site", "document"], unique=False
        )

    op.create_table(
        "purchase_line_state",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("line", sa.LargeBinary(length=16), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("product", sa.LargeBinary(length=16), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.String(length=10), nullable=True),
        sa.Column("tolerance", sa.Integer(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("rejected", sa.BigInteger(), nullable=False),
        sa.Column("open", sa.BigInteger(), nullable=False),
        sa.Column("contested", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "document", "line", name="pk_purchase_line_state"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("purchase_line_state", schema=None) as batch_op:
        batch_op.create_index(
            "ix_purchase_line_state_site_product", ["site", "product"], unique=False
        )

    op.create_table(
        "purchase_order",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("origin", sa.String(length=64), nullable=False),
        sa.Column("supplier", sa.LargeBinary(length=16), nullable=False),
        sa.Column("expected", sa.String(length=10), nullable=True),
        sa.Column("currency", sa.String(length=64), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("site", "id", name="pk_purchase_order"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("purchase_order", schema=None) as batch_op:
        batch_op.create_index(
            "ix_purchase_order_site_changeset", ["site", "changeset"], unique=False
        )
        batch_op.create_index(
            "ix_purchase_order_site_reference", ["site", "reference"], unique=False
        )

    op.create_table(
        "purchase_order_event",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("lines", sa.BigInteger(), nullable=True),
        sa.Column("tax", sa.BigInteger(), nullable=True),
        sa.Column("freight", sa.BigInteger(), nullable=True),
        sa.Column("total", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("site", "id", name="pk_purchase_order_event"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("purchase_order_event", schema=None) as batch_op:
        batch_op.create_index(
            "ix_purchase_order_event_site_changeset", ["site", "changeset"], unique=False
        )
        batch_op.create_index(
            "ix_purchase_order_event_site_document", ["site", "document"], unique=False
        )

    op.create_table(
        "purchase_order_line",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("line", sa.LargeBinary(length=16), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("product", sa.LargeBinary(length=16), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.String(length=10), nullable=True),
        sa.Column("tolerance", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_purchase_order_line"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("purchase_order_line", schema=None) as batch_op:
        batch_op.create_index(
            "ix_purchase_order_line_site_changeset", ["site", "changeset"], unique=False
        )
        batch_op.create_index(
            "ix_purchase_order_line_site_document", ["site", "document"], unique=False
        )

    op.create_table(
        "purchase_order_state",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("supplier", sa.LargeBinary(length=16), nullable=False),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("approved", sa.SmallInteger(), nullable=False),
        sa.Column("sent_day", sa.String(length=10), nullable=True),
        sa.Column("line_count", sa.Integer(), nullable=False),
        sa.Column("lines", sa.BigInteger(), nullable=False),
        sa.Column("tax", sa.BigInteger(), nullable=False),
        sa.Column("freight", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("contested", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "document", name="pk_purchase_order_state"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("purchase_order_state", schema=None) as batch_op:
        batch_op.create_index(
            "ix_purchase_order_state_site_status", ["site", "status"], unique=False
        )
        batch_op.create_index(
            "ix_purchase_order_state_site_supplier", ["site", "supplier"], unique=False
        )

    op.create_table(
        "purchase_receipt",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("order_line", sa.LargeBinary(length=16), nullable=False),
        sa.Column("receipt", sa.LargeBinary(length=16), nullable=False),
        sa.Column("cause", sa.LargeBinary(length=16), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("rejected", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint("site", "changeset", "line", name="pk_purchase_receipt"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("purchase_receipt", schema=None) as batch_op:
        batch_op.create_index(
            "ix_purchase_receipt_site_document", ["site", "document"], unique=False
        )

    op.create_table(
        "quarantine",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "key", name="pk_quarantine"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "receipt",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("purchase_order", sa.LargeBinary(length=16), nullable=True),
        sa.Column("supplier", sa.LargeBinary(length=16), nullable=True),
        sa.Column("location", sa.LargeBinary(length=16), nullable=False),
        sa.Column("blind", sa.SmallInteger(), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("site", "id", name="pk_receipt"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("receipt", schema=None) as batch_op:
        batch_op.create_index("ix_receipt_site_changeset", ["site", "changeset"], unique=False)
        batch_op.create_index(
            "ix_receipt_site_purchase_order", ["site", "purchase_order"], unique=False
        )

    op.create_table(
        "receipt_event",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("site", "id", name="pk_receipt_event"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("receipt_event", schema=None) as batch_op:
        batch_op.create_index(
            "ix_receipt_event_site_changeset", ["site", "changeset"], unique=False
        )
        batch_op.create_index("ix_receipt_event_site_document", ["site", "document"], unique=False)

    op.create_table(
        "receipt_line",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("item", sa.LargeBinary(length=16), nullable=False),
        sa.Column("order_line", sa.LargeBinary(length=16), nullable=True),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("accepted", sa.BigInteger(), nullable=False),
        sa.Column("rejected", sa.BigInteger(), nullable=False),
        sa.Column("reject_reason", sa.String(length=64), nullable=True),
        sa.Column("lot", sa.String(length=64), nullable=False),
        sa.Column("expires", sa.String(length=10), nullable=True),
        sa.Column("serial", sa.String(length=64), nullable=True),
        sa.Column("unit_cost", sa.BigInteger(), nullable=True),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("reverses", sa.LargeBinary(length=16), nullable=True),
        sa.PrimaryKeyConstraint("site", "id", name="pk_receipt_line"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("receipt_line", schema=None) as batch_op:
        batch_op.create_index("ix_receipt_line_site_changeset", ["site", "changeset"], unique=False)
        batch_op.create_index("ix_receipt_line_site_document", ["site", "document"], unique=False)
        batch_op.create_index("ix_receipt_line_site_reverses", ["site", "reverses"], unique=False)

    op.create_table(
        "receipt_state",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("purchase_order", sa.LargeBinary(length=16), nullable=True),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("standing", sa.Integer(), nullable=False),
        sa.Column("accepted", sa.BigInteger(), nullable=False),
        sa.Column("rejected", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "document", name="pk_receipt_state"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("receipt_state", schema=None) as batch_op:
        batch_op.create_index("ix_receipt_state_site_status", ["site", "status"], unique=False)

    op.create_table(
        "refunded",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("sale", sa.LargeBinary(length=16), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("share", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("tax", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "sale", "line", name="pk_refunded"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reorder_line",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("item", sa.LargeBinary(length=16), nullable=False),
        sa.Column("supplier", sa.LargeBinary(length=16), nullable=True),
        sa.Column("proposed", sa.BigInteger(), nullable=False),
        sa.Column("on_hand", sa.BigInteger(), nullable=False),
        sa.Column("on_order", sa.BigInteger(), nullable=False),
        sa.Column("reserved", sa.BigInteger(), nullable=False),
        sa.Column("model", sa.String(length=64), nullable=False),
        sa.Column("confidence", sa.String(length=64), nullable=False),
        sa.Column("weekly_milli", sa.BigInteger(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("forecast", sa.Text(), nullable=False),
        sa.Column("tested", sa.Text(), nullable=False),
        sa.Column("order_id", sa.LargeBinary(length=16), nullable=True),
        sa.PrimaryKeyConstraint("site", "item", name="pk_reorder_line"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("reorder_line", schema=None) as batch_op:
        batch_op.create_index("ix_reorder_line_site_supplier", ["site", "supplier"], unique=False)

    op.create_table(
        "reorder_run",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("finished_at", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("items", sa.Integer(), nullable=False),
        sa.Column("without_supplier", sa.Integer(), nullable=False),
        sa.Column("oddities", sa.Integer(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("site", name="pk_reorder_run"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "replica_state",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_replica_state"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reservation",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("document_line", sa.Integer(), nullable=False),
        sa.Column("item", sa.LargeBinary(length=16), nullable=False),
        sa.Column("location", sa.LargeBinary(length=16), nullable=False),
        sa.Column("lot", sa.String(length=64), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_reservation"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("reservation", schema=None) as batch_op:
        batch_op.create_index("ix_reservation_site_changeset", ["site", "changeset"], unique=False)
        batch_op.create_index("ix_reservation_site_document", ["site", "document"], unique=False)
        batch_op.create_index("ix_reservation_site_item", ["site", "item"], unique=False)

    op.create_table(
        "reservation_end",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("reservation", sa.LargeBinary(length=16), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("site", "changeset", "line", name="pk_reservation_end"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("reservation_end", schema=None) as batch_op:
        batch_op.create_index(
            "ix_reservation_end_site_reservation", ["site", "reservation"], unique=False
        )

    op.create_table(
        "role",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("badge_alone", sa.SmallInteger(), nullable=False),
        sa.Column("archived", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_role"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "role_permission",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("role", sa.LargeBinary(length=16), nullable=False),
        sa.Column("permission", sa.String(length=64), nullable=False),
        sa.Column("allowed", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_role_permission"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("role_permission", schema=None) as batch_op:
        batch_op.create_index("ix_role_permission_site_role", ["site", "role"], unique=False)

    op.create_table(
        "sale",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("shift", sa.LargeBinary(length=16), nullable=True),
        sa.Column("till", sa.String(length=64), nullable=False),
        sa.Column("customer", sa.LargeBinary(length=16), nullable=True),
        sa.Column("original", sa.LargeBinary(length=16), nullable=True),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("business_date", sa.String(length=10), nullable=False),
        sa.Column("occurred_at", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=64), nullable=False),
        sa.Column("tax_included", sa.SmallInteger(), nullable=False),
        sa.Column("tax_rounding", sa.String(length=64), nullable=False),
        sa.Column("step", sa.BigInteger(), nullable=False),
        sa.Column("cash_step", sa.BigInteger(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("tax", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("rounding", sa.BigInteger(), nullable=False),
        sa.Column("change", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("site", "id", name="pk_sale"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("sale", schema=None) as batch_op:
        batch_op.create_index("ix_sale_site_business_date", ["site", "business_date"], unique=False)
        batch_op.create_index("ix_sale_site_changeset", ["site", "changeset"], unique=False)
        batch_op.create_index("ix_sale_site_customer", ["site", "customer"], unique=False)
        batch_op.create_index("ix_sale_site_original", ["site", "original"], unique=False)
        batch_op.create_index("ix_sale_site_reference", ["site", "reference"], unique=False)
        batch_op.create_index("ix_sale_site_shift", ["site", "shift"], unique=False)

    op.create_table(
        "sale_line",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("sale", sa.LargeBinary(length=16), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("item", sa.LargeBinary(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("name_zh", sa.Text(), nullable=True),
        sa.Column("unit", sa.String(length=64), nullable=False),
        sa.Column("decimals", sa.Integer(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("list_price", sa.BigInteger(), nullable=True),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("share", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("tax", sa.BigInteger(), nullable=False),
        sa.Column("tax_class", sa.LargeBinary(length=16), nullable=True),
        sa.Column("tax_code", sa.String(length=64), nullable=True),
        sa.Column("tax_rate", sa.Integer(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=True),
        sa.Column("lot", sa.String(length=64), nullable=True),
        sa.Column("serial", sa.String(length=64), nullable=True),
        sa.Column("original", sa.LargeBinary(length=16), nullable=True),
        sa.Column("original_line", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("site", "sale", "line", name="pk_sale_line"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("sale_line", schema=None) as batch_op:
        batch_op.create_index("ix_sale_line_site_changeset", ["site", "changeset"], unique=False)

    op.create_table(
        "sale_tax",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("sale", sa.LargeBinary(length=16), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("tax_class", sa.LargeBinary(length=16), nullable=True),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("rate", sa.Integer(), nullable=False),
        sa.Column("base", sa.BigInteger(), nullable=False),
        sa.Column("tax", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "sale", "line", name="pk_sale_tax"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("sale_tax", schema=None) as batch_op:
        batch_op.create_index("ix_sale_tax_site_changeset", ["site", "changeset"], unique=False)

    op.create_table(
        "sales_line_event",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("order_line", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("whole", sa.SmallInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("site", "changeset", "line", name="pk_sales_line_event"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("sales_line_event", schema=None) as batch_op:
        batch_op.create_index(
            "ix_sales_line_event_site_document", ["site", "document"], unique=False
        )

    op.create_table(
        "sales_line_state",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("product", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ordered", sa.BigInteger(), nullable=False),
        sa.Column("shipped", sa.BigInteger(), nullable=False),
        sa.Column("cancelled", sa.BigInteger(), nullable=False),
        sa.Column("open", sa.BigInteger(), nullable=False),
        sa.Column("reserved", sa.BigInteger(), nullable=False),
        sa.Column("picked", sa.BigInteger(), nullable=False),
        sa.Column("backorder", sa.BigInteger(), nullable=False),
        sa.Column("over_shipped", sa.BigInteger(), nullable=False),
        sa.Column("return_expected", sa.BigInteger(), nullable=False),
        sa.Column("put_back", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "document", "line", name="pk_sales_line_state"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("sales_line_state", schema=None) as batch_op:
        batch_op.create_index("ix_sales_line_state_site_product", ["site", "product"], unique=False)

    op.create_table(
        "sales_order",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("customer", sa.LargeBinary(length=16), nullable=True),
        sa.Column("ship_to", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("ordered_at", sa.BigInteger(), nullable=False),
        sa.Column("requested", sa.String(length=10), nullable=True),
        sa.Column("currency", sa.String(length=64), nullable=False),
        sa.Column("tax_included", sa.SmallInteger(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("complete_only", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_sales_order"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("sales_order", schema=None) as batch_op:
        batch_op.create_index("ix_sales_order_site_changeset", ["site", "changeset"], unique=False)
        batch_op.create_index("ix_sales_order_site_customer", ["site", "customer"], unique=False)
        batch_op.create_index("ix_sales_order_site_reference", ["site", "reference"], unique=False)

    op.create_table(
        "sales_order_event",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("ends", sa.LargeBinary(length=16), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_sales_order_event"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("sales_order_event", schema=None) as batch_op:
        batch_op.create_index(
            "ix_sales_order_event_site_changeset", ["site", "changeset"], unique=False
        )
        batch_op.create_index(
            "ix_sales_order_event_site_document", ["site", "document"], unique=False
        )

    op.create_table(
        "sales_order_line",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("product", sa.LargeBinary(length=16), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("tax_class", sa.LargeBinary(length=16), nullable=True),
        sa.Column("stocked", sa.SmallInteger(), nullable=False),
        sa.Column("shipped_before", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "document", "line", name="pk_sales_order_line"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("sales_order_line", schema=None) as batch_op:
        batch_op.create_index(
            "ix_sales_order_line_site_changeset", ["site", "changeset"], unique=False
        )
        batch_op.create_index("ix_sales_order_line_site_product", ["site", "product"], unique=False)

    op.create_table(
        "sales_order_state",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("ordered_at", sa.BigInteger(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("complete_only", sa.SmallInteger(), nullable=False),
        sa.Column("confirmed", sa.SmallInteger(), nullable=False),
        sa.Column("held", sa.SmallInteger(), nullable=False),
        sa.Column("duplicate_of", sa.LargeBinary(length=16), nullable=True),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("waiting", sa.SmallInteger(), nullable=False),
        sa.Column("contested", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "document", name="pk_sales_order_state"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("sales_order_state", schema=None) as batch_op:
        batch_op.create_index(
            "ix_sales_order_state_site_contested", ["site", "contested"], unique=False
        )
        batch_op.create_index(
            "ix_sales_order_state_site_ordered_at", ["site", "ordered_at"], unique=False
        )
        batch_op.create_index(
            "ix_sales_order_state_site_status_ordered_at",
            ["site", "status", "ordered_at"],
            unique=False,
        )
        batch_op.create_index(
            "ix_sales_order_state_site_waiting", ["site", "waiting"], unique=False
        )

    op.create_table(
        "search_entry",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_search_entry"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("search_entry", schema=None) as batch_op:
        batch_op.create_index("ix_search_entry_kind_id", ["kind", "id"], unique=False)

    op.create_table(
        "segment",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("log", sa.BigInteger(), nullable=False),
        sa.Column("first_seq", sa.BigInteger(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("arrived", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("site", "position", name="pk_segment"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("segment", schema=None) as batch_op:
        batch_op.create_index(
            "ix_segment_site_log_first_seq", ["site", "log", "first_seq"], unique=False
        )

    op.create_table(
        "segment_counter",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", name="pk_segment_counter"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "serial_balance",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("item", sa.LargeBinary(length=16), nullable=False),
        sa.Column("serial", sa.String(length=64), nullable=False),
        sa.Column("location", sa.LargeBinary(length=16), nullable=False),
        sa.Column("on_hand", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "item", "serial", "location", name="pk_serial_balance"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "shift",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("till", sa.String(length=64), nullable=False),
        sa.Column("business_date", sa.String(length=10), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("opening_float", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_shift"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("shift", schema=None) as batch_op:
        batch_op.create_index(
            "ix_shift_site_business_date", ["site", "business_date"], unique=False
        )
        batch_op.create_index("ix_shift_site_changeset", ["site", "changeset"], unique=False)
        batch_op.create_index("ix_shift_site_till", ["site", "till"], unique=False)

    op.create_table(
        "shift_closed",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("shift", sa.LargeBinary(length=16), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_shift_closed"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("shift_closed", schema=None) as batch_op:
        batch_op.create_index("ix_shift_closed_site_changeset", ["site", "changeset"], unique=False)
        batch_op.create_index("ix_shift_closed_site_shift", ["site", "shift"], unique=False)

    op.create_table(
        "shift_total",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("closing", sa.LargeBinary(length=16), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("base", sa.BigInteger(), nullable=True),
        sa.Column("declared", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("site", "closing", "line", name="pk_shift_total"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("shift_total", schema=None) as batch_op:
        batch_op.create_index("ix_shift_total_site_changeset", ["site", "changeset"], unique=False)

    op.create_table(
        "shipment",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("order_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("carrier", sa.Text(), nullable=False),
        sa.Column("tracking", sa.Text(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_shipment"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("shipment", schema=None) as batch_op:
        batch_op.create_index("ix_shipment_site_changeset", ["site", "changeset"], unique=False)
        batch_op.create_index("ix_shipment_site_day", ["site", "day"], unique=False)
        batch_op.create_index("ix_shipment_site_order_id", ["site", "order_id"], unique=False)

    op.create_table(
        "shipment_cancelled",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("shipment", sa.LargeBinary(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_shipment_cancelled"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("shipment_cancelled", schema=None) as batch_op:
        batch_op.create_index(
            "ix_shipment_cancelled_site_changeset", ["site", "changeset"], unique=False
        )
        batch_op.create_index(
            "ix_shipment_cancelled_site_shipment", ["site", "shipment"], unique=False
        )

    op.create_table(
        "shipment_line",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("order_line", sa.Integer(), nullable=False),
        sa.Column("item", sa.LargeBinary(length=16), nullable=False),
        sa.Column("lot", sa.String(length=64), nullable=False),
        sa.Column("serial", sa.String(length=64), nullable=True),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("arrived", sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint("site", "document", "line", name="pk_shipment_line"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("shipment_line", schema=None) as batch_op:
        batch_op.create_index(
            "ix_shipment_line_site_changeset", ["site", "changeset"], unique=False
        )

    op.create_table(
        "site",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("currency", sa.String(length=64), nullable=False),
        sa.Column("timezone", sa.String(length=64), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("archived", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_site"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("site", schema=None) as batch_op:
        batch_op.create_index("ix_site_site_number", ["site", "number"], unique=False)

    op.create_table(
        "site_counter",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("next_key", sa.BigInteger(), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", name="pk_site_counter"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "station",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at_site", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("revoked", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_station"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "supplier",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("phone", sa.String(length=64), nullable=True),
        sa.Column("currency", sa.String(length=64), nullable=False),
        sa.Column("lead_time_days", sa.Integer(), nullable=False),
        sa.Column("minimum_order_amount", sa.BigInteger(), nullable=True),
        sa.Column("over_tolerance", sa.Integer(), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.Column("archived", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_supplier"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("supplier", schema=None) as batch_op:
        batch_op.create_index("ix_supplier_site_code", ["site", "code"], unique=False)

    op.create_table(
        "supplier_item",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("supplier", sa.LargeBinary(length=16), nullable=False),
        sa.Column("product", sa.LargeBinary(length=16), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=True),
        sa.Column("lead_time_days", sa.Integer(), nullable=True),
        sa.Column("min_quantity", sa.BigInteger(), nullable=False),
        sa.Column("max_quantity", sa.BigInteger(), nullable=True),
        sa.Column("pack_steps", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("over_tolerance", sa.Integer(), nullable=True),
        sa.Column("preferred", sa.SmallInteger(), nullable=False),
        sa.Column("archived", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_supplier_item"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("supplier_item", schema=None) as batch_op:
        batch_op.create_index("ix_supplier_item_site_product", ["site", "product"], unique=False)
        batch_op.create_index(
            "ix_supplier_item_site_supplier_product", ["site", "supplier", "product"], unique=False
        )

    op.create_table(
        "sync_cursor",
        sa.Column("peer", sa.String(length=64), nullable=False),
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.String(length=64), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("peer", "site", name="pk_sync_cursor"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sync_fork",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("log", sa.BigInteger(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("noticed", sa.BigInteger(), nullable=False),
        sa.Column("own", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "log", name="pk_sync_fork"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sync_state",
        sa.Column("peer", sa.String(length=64), nullable=False),
        sa.Column("last_attempt", sa.BigInteger(), nullable=False),
        sa.Column("last_success", sa.BigInteger(), nullable=True),
        sa.Column("offline_since", sa.BigInteger(), nullable=True),
        sa.Column("error_code", sa.String(length=64), nullable=True),
        sa.Column("error_params", sa.Text(), nullable=True),
        sa.Column("reachable", sa.SmallInteger(), nullable=False),
        sa.Column("clock_off_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("peer", name="pk_sync_state"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tax_class",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rate", sa.Integer(), nullable=False),
        sa.Column("archived", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_tax_class"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("tax_class", schema=None) as batch_op:
        batch_op.create_index("ix_tax_class_site_code", ["site", "code"], unique=False)

    op.create_table(
        "user",
        sa.Column("site", sa.Integer(), nullable=False),
        sa.Column("changeset", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("login", sa.String(length=64), nullable=False),
        sa.Column("roles", sa.LargeBinary(), nullable=False),
        sa.Column("pin_hash", sa.Text(), nullable=True),
        sa.Column("badge_hash", sa.LargeBinary(), nullable=True),
        sa.Column("language", sa.String(length=64), nullable=False),
        sa.Column("archived", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("site", "id", name="pk_user"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("user", schema=None) as batch_op:
        batch_op.create_index("ix_user_site_badge_hash", ["site", "badge_hash"], unique=False)
        batch_op.create_index("ix_user_site_login", ["site", "login"], unique=False)
