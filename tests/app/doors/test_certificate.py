"""The hub's certificate: made when there is none, renewed when it has to be, never half there."""

import contextlib
import ssl
import stat
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256

from lorgnette.app.doors import certificate as made
from lorgnette.app.doors.certificate import FILE, LASTS, RENEWED, certificate
from lorgnette.app.doors.certificate import NAMES as ALL_NAMES
from lorgnette.core.errors import ConfigurationError

NOW = datetime(2026, 11, 22, tzinfo=UTC)
NOW_REALLY = datetime.now(UTC)  # whoever shakes hands looks at the clock
NAMES = ["localhost", "hub.local", "127.0.0.1", "::1", "192.168.1.20"]


def public_key(path):
    return x509.load_pem_x509_certificate(path.read_bytes()).public_key()


def test_it_is_what_browsers_want(tmp_path):
    one = certificate(tmp_path, NAMES, NOW)
    signed = x509.load_pem_x509_certificate(one.path.read_bytes())

    assert one.names == set(NAMES)
    assert signed.not_valid_after_utc - signed.not_valid_before_utc <= timedelta(days=397)
    assert signed.not_valid_before_utc < NOW
    assert "PRIVATE" not in one.pem
    assert x509.load_pem_x509_certificate(one.pem.encode()) == signed
    assert len(one.fingerprint.split(":")) == 32
    ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(one.path)


def shaken(server, trust, name):
    """Let a server and a client shake hands; the client trusts one certificate only."""
    client = ssl.create_default_context(cadata=trust)
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    ends = [
        client.wrap_bio(to_client, to_server, server_hostname=name),
        server.wrap_bio(to_server, to_client, server_side=True),
    ]
    for _ in range(4):
        for end in ends:
            with contextlib.suppress(ssl.SSLWantReadError):
                end.do_handshake()


def served(path):
    """What a server with this key and certificate uses."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(path)
    return context


@pytest.mark.parametrize("name", ["hub.local", "192.168.1.20", "localhost"])
def test_who_trusts_it_reaches_the_hub_by_all_its_names(name, tmp_path):
    one = certificate(tmp_path, NAMES, NOW_REALLY)

    shaken(served(one.path), one.pem, name)
    with pytest.raises(ssl.SSLCertVerificationError, match="mismatch"):
        shaken(served(one.path), one.pem, "evil.example")


@pytest.mark.parametrize("name", ["evil.example", "192.168.1.21", "local"])
def test_who_steals_its_key_can_speak_for_no_other_site(name, tmp_path):
    one = certificate(tmp_path, NAMES, NOW_REALLY)
    key, issuer = made.stored(one.path)
    forged = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([]))
        .issuer_name(issuer.subject)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(issuer.not_valid_before_utc)
        .not_valid_after(issuer.not_valid_after_utc)
        .add_extension(x509.SubjectAlternativeName([made.general(name)]), critical=True)
        .sign(key, SHA256())
    )
    made.write(tmp_path / "forged.pem", key, forged)

    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree"):
        shaken(served(tmp_path / "forged.pem"), one.pem, name)


def test_only_the_owner_can_read_the_key(tmp_path):
    path = certificate(tmp_path / "tls", NAMES, NOW).path

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_it_stays_the_same_for_as_long_as_it_is_good(tmp_path):
    one = certificate(tmp_path, NAMES, NOW)

    assert certificate(tmp_path, NAMES, NOW + LASTS - RENEWED - timedelta(days=1)) == one
    assert certificate(tmp_path, NAMES[:2], NOW) == one


@pytest.mark.parametrize(
    ("names", "later"),
    [(NAMES[:2], LASTS - RENEWED), (NAMES, 10 * LASTS), ([*NAMES, "10.0.0.7"], timedelta(0))],
    ids=["near its end", "long over", "at another address"],
)
def test_it_is_renewed_and_the_key_stays(names, later, tmp_path):
    one = certificate(tmp_path, NAMES, NOW)
    key = public_key(one.path)

    other = certificate(tmp_path, names, NOW + later)

    assert other.fingerprint != one.fingerprint
    assert other.names == set(names)
    assert other.until > NOW + later + RENEWED
    assert public_key(other.path) == key


def test_who_goes_back_and_forth_needs_no_third_one(tmp_path):
    home, work = ["localhost", "192.168.1.20"], ["localhost", "10.0.0.7"]
    certificate(tmp_path, home, NOW)
    both = certificate(tmp_path, work, NOW)

    assert both.names == {*home, *work}
    assert certificate(tmp_path, home, NOW) == both


def test_who_is_everywhere_forgets_where_they_were(tmp_path):
    for number in range(60):
        one = certificate(tmp_path, ["localhost", f"10.0.0.{number}"], NOW)

    assert len(one.names) == ALL_NAMES
    assert {"localhost", "10.0.0.59"} <= one.names


@pytest.mark.parametrize("content", [b"", b"no certificate", b"\xff" * 100])
def test_a_damaged_one_is_made_anew(content, tmp_path):
    (tmp_path / FILE).write_bytes(content)

    assert certificate(tmp_path, NAMES, NOW).names == set(NAMES)


def test_a_key_without_its_certificate_is_no_use(tmp_path):
    one = certificate(tmp_path / "one", NAMES, NOW).path.read_bytes()
    other = certificate(tmp_path / "other", NAMES, NOW).path.read_bytes()
    border = b"-----BEGIN CERTIFICATE-----"
    (tmp_path / FILE).write_bytes(one.partition(border)[0] + border + other.partition(border)[2])

    fresh = certificate(tmp_path, NAMES, NOW)

    ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(fresh.path)


def test_whoever_is_killed_while_writing_leaves_the_old_one(tmp_path, monkeypatch):
    one = certificate(tmp_path, NAMES, NOW)

    def killed(_descriptor):
        raise KeyboardInterrupt

    monkeypatch.setattr(made.os, "fsync", killed)
    with pytest.raises(KeyboardInterrupt):
        certificate(tmp_path, [*NAMES, "10.0.0.7"], NOW)
    monkeypatch.undo()

    assert certificate(tmp_path, NAMES, NOW) == one
    assert "10.0.0.7" in certificate(tmp_path, [*NAMES, "10.0.0.7"], NOW).names


def test_a_folder_that_cannot_be_used_is_one_sentence(tmp_path):
    (tmp_path / "tls").write_text("in the way")
    with pytest.raises(ConfigurationError, match="cannot keep a certificate") as failure:
        certificate(tmp_path / "tls", NAMES, NOW)
    assert "\n" not in str(failure.value)
