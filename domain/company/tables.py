"""The company itself: one row of what every station must agree on."""

from domain.replica import AMOUNT, CODE, FLAG, TEXT, Owner, column, local, record

company = record(
    "company",
    column("name", TEXT),
    column("currency", CODE),
    column("region", CODE),
    column("tax_rounding", CODE),
    column("cash_step", AMOUNT),
    column("language", CODE),
    column("receipt_head", TEXT),
    owner=Owner.CENTRE,
)
"""``currency`` ISO 4217; ``region`` ISO 3166 (for telephone numbers); ``tax_rounding`` line or
global; ``cash_step`` the smallest coin in minor units."""

device_setting = local(
    "device_setting",
    column("name", CODE),
    column("protocol", CODE),
    column("url", TEXT),
    column("config", TEXT),
    column("enabled", FLAG),
    key=("name",),
)
"""The devices of this station: the protocol each speaks, where it is (a pyserial URL or a
device's identity as JSON), and its protocol's settings as JSON."""
