"""What scenarios share."""

from tests.support.replicas import _keys_in_files, make_replica, replica

__all__ = ["_keys_in_files", "make_replica", "replica"]
