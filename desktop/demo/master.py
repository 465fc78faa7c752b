"""Write the demo company's master data to the hub's replica: who and what there is."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.demo.data import DemoData, DemoProduct
from desktop.demo.year import WAREHOUSE_SITE
from domain import access, catalogue, company, customers, purchasing, stock
from domain.catalogue import NewPrice, NewProduct
from domain.replica import Actor, Replica
from domain.values import Factor

PROGRAM = Actor.program("demo")


@dataclass(frozen=True, slots=True)
class Known:
    """The identifiers of what was written. Indices are those of ``DemoData.goods``."""

    data: DemoData
    products: tuple[bytes, ...]
    tax: Mapping[str, bytes]
    suppliers: Mapping[str, bytes]
    customers: tuple[bytes, ...]
    bins: tuple[bytes, ...]
    """The warehouse's home bin of each product."""
    places: Mapping[int, Mapping[str, bytes]]
    """Site to code of its standing places to identifier."""

    @property
    def rates(self) -> dict[str, int]:
        """Tax rates by code, in 1/10,000."""
        return {code: rate for code, _, rate in self.data.tax_classes}


def write_master(replica: Replica, data: DemoData) -> Known:
    """Found the company in an empty hub, in a few whole steps."""
    tax, products, supplier_ids, customer_ids = _write_global(replica, data)
    places = {site.number: _write_places(replica, site.number, site.kind) for site in data.sites}
    bins = _write_bins(replica, data)
    homes = tuple(bins[i * len(bins) // len(products)] for i in range(len(products)))
    return Known(data, products, tax, supplier_ids, customer_ids, homes, places)


def _write_global(
    replica: Replica, data: DemoData
) -> tuple[dict[str, bytes], tuple[bytes, ...], dict[str, bytes], tuple[bytes, ...]]:
    first = data.sites[0].number
    with replica.transaction(PROGRAM, "found company", site=first) as tx:
        company.found_company(
            tx,
            company.NewCompany(
                name=data.name,
                currency=data.currency,
                region=data.region,
                cash_step=data.cash_step,
                receipt_head=f"{data.name} {data.name_zh}\n{data.sites[-1].address}",
            ),
        )
        for site in data.sites:
            company.open_site(
                *(tx, site.number, site.name, site.kind),
                currency=data.currency,
                address=site.address,
            )
        roles = access.create_standard_roles(tx)
        for user in data.users:
            access.create_user(
                *(tx, user.name, user.login),
                roles=[roles[user.role].id],
                pin=user.pin,
                language=user.language,
            )
    with replica.transaction(PROGRAM, "set up catalogue", site=first) as tx:
        tax = {
            code: catalogue.create_tax_class(tx, code, name, rate)
            for code, name, rate in data.tax_classes
        }
        retail = catalogue.create_price_list(
            tx, "RETAIL", "Retail prices", data.currency, tax_included=True
        )
        styles = [item for item in data.products if not item.sold]
        made = catalogue.create_products(tx, [_new(item, tax, {}) for item in styles])
        by_sku = dict(zip((item.sku for item in styles), made, strict=True))
        goods = data.goods
        products = catalogue.create_products(tx, [_new(item, tax, by_sku) for item in goods])
        prices = zip(products, goods, strict=True)
        catalogue.set_prices(tx, retail, [NewPrice(p, item.price) for p, item in prices])
        for identifier, item in zip(products, goods, strict=True):
            if item.case_gtin is not None:
                name = f"Case of {item.case}"
                catalogue.add_pack(
                    tx, identifier, "case", name, Factor(item.case), [item.case_gtin]
                )
    suppliers = _write_suppliers(replica, data, products)
    with replica.transaction(PROGRAM, "enter customers", site=first) as tx:
        entered = [
            customers.create_customer(
                *(tx, each.name),
                phone=each.phone,
                email=each.email,
                language=each.language,
                notes=each.notes,
                marketing_consent=each.consent,
            ).id
            for each in data.customers
        ]
    return tax, tuple(products), suppliers, tuple(entered)


def _new(item: DemoProduct, tax: Mapping[str, bytes], styles: Mapping[str, bytes]) -> NewProduct:
    return NewProduct(
        sku=item.sku,
        name=item.name,
        name_zh=item.name_zh,
        unit=item.unit,
        decimals=item.decimals,
        tracking=item.tracking,
        shelf_life_days=item.shelf_life_days,
        tax_class=tax[item.tax],
        category=item.category,
        style=styles[item.style_of] if item.style_of else None,
        attributes=item.attributes,
        weighed=item.weighed,
        cost=item.cost,
        barcodes=[item.gtin] if item.gtin else [],
    )


def _write_suppliers(replica: Replica, data: DemoData, products: list[bytes]) -> dict[str, bytes]:
    with replica.transaction(PROGRAM, "enter suppliers", site=data.sites[0].number) as tx:
        made = purchasing.create_suppliers(
            tx,
            [
                purchasing.NewSupplier(
                    code=each.code,
                    name=each.name,
                    email=each.email,
                    phone=each.phone,
                    currency=data.currency,
                    lead_time_days=each.lead_time_days,
                    minimum_order_amount=each.minimum_order,
                    over_tolerance=each.tolerance,
                    rating=each.rating,
                )
                for each in data.suppliers
            ],
        )
        known = dict(zip((each.code for each in data.suppliers), made, strict=True))
        purchasing.set_supplier_items(
            tx,
            [
                purchasing.NewTerms(
                    supplier=known[item.supplier],
                    product=product,
                    price=item.cost,
                    code=f"{item.supplier}-{number:04d}",
                    pack_steps=pack_steps(item),
                    preferred=True,
                )
                for number, (product, item) in enumerate(
                    zip(products, data.goods, strict=True), 1001
                )
            ],
        )
    return known


def pack_steps(item: DemoProduct) -> int:
    """In what quantity a product is bought: cases, or bags of half a kilogram."""
    return 500 if item.weighed else max(item.case, 1)


def _write_places(replica: Replica, site: int, kind: str) -> dict[str, bytes]:
    with replica.transaction(PROGRAM, "set up places", site=site) as tx:
        return company.set_up_places(tx, kind)


def _write_bins(replica: Replica, data: DemoData) -> list[bytes]:
    with replica.transaction(PROGRAM, "set up bins", site=WAREHOUSE_SITE) as tx:
        return [
            stock.create_location(tx, each.code, f"Bin {each.code}", walk_order=each.walk_order)
            for each in data.bins
        ]
