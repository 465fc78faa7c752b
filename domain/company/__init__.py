"""The company, its sites and its stations."""

from domain.company.commands import (
    PACKING,
    RECEIVING,
    SALES_FLOOR,
    NewCompany,
    found_company,
    name_station,
    open_site,
    set_up_places,
)
from domain.company.equipment import DeviceSetting, device_settings, remove_device, set_device
from domain.company.errors import CompanyInvalid, NoCompany, SiteTaken
from domain.company.model import SHOP, WAREHOUSE, Company, Site, Station
from domain.company.queries import company, site, sites, stations

__all__ = [
    "PACKING",
    "RECEIVING",
    "SALES_FLOOR",
    "SHOP",
    "WAREHOUSE",
    "Company",
    "CompanyInvalid",
    "DeviceSetting",
    "NewCompany",
    "NoCompany",
    "Site",
    "SiteTaken",
    "Station",
    "company",
    "device_settings",
    "found_company",
    "name_station",
    "open_site",
    "remove_device",
    "set_device",
    "set_up_places",
    "site",
    "sites",
    "stations",
]
