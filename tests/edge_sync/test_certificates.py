"""The hub's certificates: one root for twenty years, a new server certificate at every start."""

import datetime as dt
import os
import stat

from cryptography import x509

from domain.replica import Replica
from edge_sync.certificates import fingerprint, prepare, root_of


def test_the_root_stays_and_the_server_certificate_is_renewed(replica: Replica) -> None:
    first = prepare(replica, ["hub.example", "192.0.2.7"])
    old = first.chain.read_bytes()
    second = prepare(replica, ["hub.example", "192.0.2.7"])

    assert second.root == first.root == root_of(replica)
    assert second.chain.read_bytes() != old
    server, root = x509.load_pem_x509_certificates(second.chain.read_bytes())
    server.verify_directly_issued_by(root)
    assert len(fingerprint(second.root)) == 32
    now = dt.datetime.now(dt.UTC)
    assert (root.not_valid_after_utc - now).days // 365 == 19
    assert 363 <= (server.not_valid_after_utc - now).days <= 365
    names = server.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert {"hub.example", "localhost"} <= set(names.get_values_for_type(x509.DNSName))
    addresses = [str(a) for a in names.get_values_for_type(x509.IPAddress)]
    assert {"192.0.2.7", "127.0.0.1"} <= set(addresses)


def test_the_keys_are_for_the_hub_alone(replica: Replica) -> None:
    made = prepare(replica)
    if os.name == "posix":
        assert stat.S_IMODE(made.key.stat().st_mode) == 0o600
    for path in replica.folder.joinpath("tls").iterdir():
        held = path.read_text("ascii")
        assert "PRIVATE" not in held or path == made.key
