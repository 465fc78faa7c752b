"""Which work imports which kind."""

from collections.abc import Mapping

from domain.importing import kinds
from domain.importing.catalogue_work import BarcodeWork, ProductWork
from domain.importing.order_work import OrderWork
from domain.importing.people_work import CustomerWork, SupplierItemWork, SupplierWork
from domain.importing.purchase_work import PurchaseWork
from domain.importing.sales_work import SalesWork
from domain.importing.stock_work import StockWork
from domain.importing.work import Job, Work

_WORKS: Mapping[str, type[Work]] = {
    kinds.PRODUCTS: ProductWork,
    kinds.BARCODES: BarcodeWork,
    kinds.CUSTOMERS: CustomerWork,
    kinds.SUPPLIERS: SupplierWork,
    kinds.SUPPLIER_ITEMS: SupplierItemWork,
    kinds.PURCHASE_ORDERS: PurchaseWork,
    kinds.ORDERS: OrderWork,
    kinds.SALES: SalesWork,
    kinds.STOCK: StockWork,
}


def work_of(job: Job, options: Mapping[str, object]) -> Work:
    """Give the work for a job's kind."""
    work = _WORKS[job.kind.name](job)
    for name, value in options.items():
        if not hasattr(work, name):
            raise ValueError(f"{job.kind.name} knows no option {name}")
        setattr(work, name, value)
    return work
