"""The devices that belong to this station: local settings, never sent."""

from dataclasses import dataclass

from sqlalchemy import delete, insert
from sqlalchemy.engine import Connection

from domain.company.tables import device_setting
from domain.replica import Transaction, run


@dataclass(frozen=True, slots=True)
class DeviceSetting:
    """One device of this station; ``config`` is the protocol's settings as JSON."""

    name: str
    protocol: str
    url: str
    config: str = "{}"
    enabled: bool = True


def device_settings(connection: Connection) -> list[DeviceSetting]:
    """Give this station's devices by name."""
    rows = run(
        connection, "SELECT name, protocol, url, config, enabled FROM device_setting ORDER BY name"
    )
    return [DeviceSetting(r[0], r[1], r[2], r[3], bool(r[4])) for r in rows]


def set_device(tx: Transaction, setting: DeviceSetting) -> None:
    """Add a device to this station, or change the one of that name."""
    tx.require("devices.manage")
    remove_device(tx, setting.name)
    tx.local(
        insert(device_setting).values(
            name=setting.name,
            protocol=setting.protocol,
            url=setting.url,
            config=setting.config,
            enabled=int(setting.enabled),
        )
    )


def remove_device(tx: Transaction, name: str) -> None:
    """Forget a device of this station."""
    tx.require("devices.manage")
    tx.local(delete(device_setting).where(device_setting.c.name == name))
