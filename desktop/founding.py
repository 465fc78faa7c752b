"""Founding a company: the replica, the company's row, its first site, its first user."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from domain import access, catalogue, company
from domain.replica import Actor, Identity, Replica

PROGRAM = Actor.program("set-up")


@dataclass(frozen=True, slots=True)
class Founding:
    """What is needed to found a company. ``cash_step`` in minor units."""

    name: str
    site: str = "Main shop"
    kind: str = company.SHOP
    currency: str = "EUR"
    region: str = "DE"
    tax_rounding: str = "line"
    cash_step: int = 1
    language: str = "en"
    owner: str = "Owner"
    login: str = "1"
    pin: str | None = None
    hub: bool = False
    """Whether this is the central hub (it serves all sites) or a company on one PC."""
    site_number: int = 1


def found(folder: Path, founding: Founding) -> Replica:
    """Make the replica and all that a company needs before its first product.

    Raises ReplicaExists, NotWritable, DiskFull, CompanyInvalid and what the PIN's rules raise;
    the folder is then as it was.
    """
    identity = (
        Identity(None, 0, centre=True)
        if founding.hub
        else Identity(founding.site_number, 1, standalone=True)
    )
    before = _entries(folder)
    replica = Replica.create(folder, identity)
    try:
        furnish(replica, founding)
    except BaseException:
        replica.close()
        # A company that is half founded could neither be used nor founded again.
        _remove(_entries(folder) - before)
        raise
    return replica


def _entries(folder: Path) -> set[Path]:
    return set(folder.iterdir()) if folder.is_dir() else set()


def _remove(entries: Iterable[Path]) -> None:
    for entry in entries:
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def furnish(replica: Replica, founding: Founding) -> None:
    """Write the company into an empty replica, in a few whole steps."""
    with replica.transaction(PROGRAM, "found company", site=founding.site_number) as tx:
        company.found_company(
            tx,
            company.NewCompany(
                name=founding.name,
                currency=founding.currency,
                region=founding.region,
                tax_rounding=founding.tax_rounding,
                cash_step=founding.cash_step,
                language=founding.language,
            ),
        )
        company.open_site(
            tx, founding.site_number, founding.site, founding.kind, currency=founding.currency
        )
        catalogue.create_price_list(
            tx, "RETAIL", "Retail prices", founding.currency, tax_included=True
        )
        roles = access.create_standard_roles(tx)
        access.create_user(
            tx,
            founding.owner,
            founding.login,
            roles=[roles["owner"].id],
            pin=founding.pin,
            language=founding.language,
        )
        if not founding.hub:
            company.name_station(
                tx, replica.station, replica.station_number, founding.site_number, "First station"
            )
    with replica.transaction(PROGRAM, "set up places", site=founding.site_number) as tx:
        company.set_up_places(tx, founding.kind)
