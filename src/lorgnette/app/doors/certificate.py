"""The certificate the hub makes itself: phones give their microphone to https pages only."""

import ipaddress
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from lorgnette.core.errors import ConfigurationError

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

FILE = "hub.pem"
"""Key and certificate in one file, so that they always belong together."""

LASTS = timedelta(days=397)
"""The longest that browsers accept."""

RENEWED = timedelta(days=30)
"""How long before its end a certificate is renewed."""

NAMES = 40
"""Names and addresses in a certificate; those of today come first."""

SKEW = timedelta(hours=1)
"""A certificate is good from this long ago: the phone's clock may be behind."""


@dataclass(frozen=True)
class Certificate:
    """A certificate on disk, with its key."""

    path: Path
    """A PEM file with both, that only its owner can read."""

    fingerprint: str
    """SHA-256 of the certificate, as browsers show it: `AB:CD:…`."""

    pem: str
    """The certificate alone, which is public."""

    names: frozenset[str]
    """Names and addresses it is good for."""

    until: datetime


def certificate(folder: Path, names: Sequence[str], now: datetime) -> Certificate:
    """The hub's certificate for these names and addresses, made or renewed when it has to be.

    The key stays the same. At another address the old ones stay in, so that who goes back and
    forth between two networks does not need a new certificate each time.

    Raises ConfigurationError when the folder cannot be used.
    """
    path = folder / FILE
    try:
        known = stored(path)
        if known is not None:
            key, present = known
            made = described(path, present)
            if made.until - now > RENEWED:
                if made.names >= set(names):
                    return made
                names = [*names, *sorted(made.names - set(names))][:NAMES]
        else:
            key = new_key()
        signed = sign(key, names, now)
        write(path, key, signed)
    except OSError as error:
        raise ConfigurationError(f"cannot keep a certificate in {path}: {error}") from error
    return described(path, signed)


def stored(path: Path) -> "tuple[EllipticCurvePrivateKey, x509.Certificate] | None":
    """The key and the certificate in a file; None when there are none that can be used."""
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        content = path.read_bytes()
        key = load_pem_private_key(content, password=None)
        signed = x509.load_pem_x509_certificate(content)
    except (FileNotFoundError, ValueError, TypeError):
        return None
    ours = isinstance(key, EllipticCurvePrivateKey) and key.public_key() == signed.public_key()
    return (key, signed) if ours and isinstance(key, EllipticCurvePrivateKey) else None


def new_key() -> "EllipticCurvePrivateKey":
    """A key on the curve P-256."""
    from cryptography.hazmat.primitives.asymmetric import ec

    return ec.generate_private_key(ec.SECP256R1())


def sign(key: "EllipticCurvePrivateKey", names: Sequence[str], now: datetime) -> "x509.Certificate":
    """A certificate for these names and addresses, that phones can be told to trust.

    They take only an authority's. It is one for its own names and nothing else, so that whoever
    steals its key can speak for this hub, and for no other site.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Lorgnette hub")])
    public = key.public_key()
    begins, own = now - SKEW, [general(each) for each in names]
    permitted = [network(each) for each in names]
    return (
        x509.CertificateBuilder()
        .subject_name(called)
        .issuer_name(called)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + LASTS)
        .add_extension(x509.SubjectAlternativeName(own), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.NameConstraints(permitted, None), critical=True)
        .add_extension(usage(), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(public), critical=False)
        .sign(key, SHA256())
    )


def usage() -> "x509.KeyUsage":
    """What the key may be used for: to shake hands, and to sign this certificate."""
    from cryptography import x509

    return x509.KeyUsage(
        digital_signature=True,
        key_cert_sign=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def network(name: str) -> "x509.GeneralName":
    """A name or an address as the constraints of a certificate have it."""
    from cryptography import x509

    try:
        return x509.IPAddress(ipaddress.ip_network(name))
    except ValueError:
        return x509.DNSName(name)


def general(name: str) -> "x509.GeneralName":
    """A name or an address as a certificate has it."""
    from cryptography import x509

    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def described(path: Path, signed: "x509.Certificate") -> Certificate:
    """What there is to say about a certificate."""
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import Encoding

    try:
        kinds = signed.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        names = [str(each.value) for each in kinds]
    except x509.ExtensionNotFound:
        names = []
    fingerprint = signed.fingerprint(SHA256()).hex(":").upper()
    pem = signed.public_bytes(Encoding.PEM).decode()
    return Certificate(path, fingerprint, pem, frozenset(names), signed.not_valid_after_utc)


def write(path: Path, key: "EllipticCurvePrivateKey", signed: "x509.Certificate") -> None:
    """Put both on disk: whoever is killed in the middle leaves what was there before."""
    from cryptography.hazmat.primitives import serialization as form

    content = key.private_bytes(
        form.Encoding.PEM, form.PrivateFormat.PKCS8, form.NoEncryption()
    ) + signed.public_bytes(form.Encoding.PEM)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_suffix(".new")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
