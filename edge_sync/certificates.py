"""The hub's own certificates: a root that stations pin, and a server certificate under it.

The root lives 20 years and never leaves the hub but for its certificate; its key is in the key
store. The server certificate lives a year and is made anew at every start. ECDSA on P-256,
because every TLS library and every appliance in between knows it.
"""

import datetime as dt
import hashlib
import ipaddress
import socket
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from domain.replica import Replica
from domain.replica.durable import durable_write

ROOT_DAYS = 20 * 365
SERVER_DAYS = 365
_BACKDATED = dt.timedelta(days=1)
"""Certificates begin a day early, for stations whose clocks are a little behind."""


@dataclass(frozen=True, slots=True)
class Certificates:
    """Where the server's files are, and the root that stations pin."""

    chain: Path
    """Server certificate and root (PEM)."""
    key: Path
    """The server's private key (PEM), for its user alone."""
    root: str
    """The root certificate (PEM)."""


def prepare(replica: Replica, names: Iterable[str] = ()) -> Certificates:
    """Make what is missing, and the server certificate anew, for these host names and addresses.

    The PC's own name, ``localhost`` and the loopback addresses are always among them.
    """
    folder = replica.folder / "tls"
    folder.mkdir(parents=True, exist_ok=True)
    root, root_key = _root(replica, folder)
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _server(root, root_key, key, _all_names(names))
    chain = _pem(certificate) + _pem(root)
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    made = Certificates(folder / "server.pem", folder / "server.key", _pem(root).decode())
    durable_write(made.key, private, mode=stat.S_IRUSR | stat.S_IWUSR)
    durable_write(made.chain, chain)
    return made


def root_of(replica: Replica) -> str:
    """Give the hub's root certificate (PEM), made where it is missing."""
    folder = replica.folder / "tls"
    folder.mkdir(parents=True, exist_ok=True)
    return _pem(_root(replica, folder)[0]).decode()


def fingerprint(root: str) -> bytes:
    """Give the SHA-256 of a root certificate. Raises ValueError where it is none."""
    certificate = x509.load_pem_x509_certificate(root.encode())
    return hashlib.sha256(certificate.public_bytes(serialization.Encoding.DER)).digest()


def _root(replica: Replica, folder: Path) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    path = folder / "root.pem"
    stored = replica.keys.get("tls_root_key")
    if stored is not None and path.exists():
        key = serialization.load_der_private_key(bytes.fromhex(stored), None)
        if isinstance(key, ec.EllipticCurvePrivateKey):
            return x509.load_pem_x509_certificate(path.read_bytes()), key
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Counterfoil hub root")])
    certificate = (
        _builder(name, name, key.public_key(), ROOT_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    replica.keys.put("tls_root_key", secret.hex())
    durable_write(path, _pem(certificate))
    return certificate, key


def _server(
    root: x509.Certificate,
    root_key: ec.EllipticCurvePrivateKey,
    key: ec.EllipticCurvePrivateKey,
    names: list[x509.GeneralName],
) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Counterfoil hub")])
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
    authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key())
    return (
        _builder(subject, root.subject, key.public_key(), SERVER_DAYS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(usage, critical=False)
        .add_extension(authority, critical=False)
        .sign(root_key, hashes.SHA256())
    )


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, days: int
) -> x509.CertificateBuilder:
    now = dt.datetime.now(dt.UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BACKDATED)
        .not_valid_after(now + dt.timedelta(days=days))
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _all_names(names: Iterable[str]) -> list[x509.GeneralName]:
    texts = dict.fromkeys([*names, socket.gethostname(), "localhost", "127.0.0.1", "::1"])
    found: list[x509.GeneralName] = []
    for text in texts:
        try:
            found.append(x509.IPAddress(ipaddress.ip_address(text)))
        except ValueError:
            # A host name that no certificate can carry is left out: nobody can connect to it.
            if text and text.isascii():
                found.append(x509.DNSName(text))
    return found


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)
