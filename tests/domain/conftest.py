"""Every test of the domain may use the replicas."""

from tests.support.replicas import (  # noqa: F401 - fixtures
    _keys_in_files,
    make_replica,
    replica,
    two_stations,
)
