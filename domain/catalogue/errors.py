"""What the catalogue says no to."""

from domain.errors import NotFound, RuleBroken


class UnknownBarcode(NotFound):
    """No product carries the code."""

    code = "catalogue.unknown_barcode"
    sentence = "No product has the code {code}. Check the label, or look the product up by name."


class AmbiguousBarcode(RuleBroken):
    """Several products carry the code."""

    code = "catalogue.ambiguous_barcode"
    sentence = "{count} products have the code {code}. Choose one of them."


class UnknownProduct(NotFound):
    """There is no such product."""

    code = "catalogue.unknown_product"
    sentence = "There is no product “{sku}”. Check the number, or look it up by name."


class SkuTaken(RuleBroken):
    """The SKU names another product (SKUs are compared ignoring case)."""

    code = "catalogue.sku_taken"
    sentence = "The SKU {sku} is in use already (as {other}). Choose another."


class NoPrice(RuleBroken):
    """No price list has a price for the product on that day."""

    code = "catalogue.no_price"
    sentence = "{name} has no price today. Ask a supervisor to set one."


class InvalidProduct(RuleBroken):
    """A field of a product is not usable."""

    code = "catalogue.invalid_product"
    sentence = "The {field} of {sku} is not usable: “{value}”."
