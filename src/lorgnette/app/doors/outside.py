"""How other machines reach the hub: names, addresses, and the certificate for them."""

import ssl
from collections.abc import Iterator
from pathlib import Path

from lorgnette.app.doors.addresses import addresses, names
from lorgnette.app.doors.certificate import Certificate, certificate
from lorgnette.core.clock import Clock
from lorgnette.core.errors import ConfigurationError

LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Outside:
    """The certificate of a listener beyond loopback, kept good while the hub runs."""

    def __init__(self, folder: Path, listening: tuple[str, int], clock: Clock) -> None:
        """`listening`: the host and port of its socket. Raises ConfigurationError."""
        self.folder = folder
        self.listening = listening
        self.clock = clock
        self.context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self.context.set_alpn_protocols(["http/1.1"])
        self.certificate: Certificate
        self.renew()

    def renew(self) -> bool:
        """See that the certificate is good for what this machine is called now; whether it is new.

        Connections that are open go on with the old one.
        """
        host = self.listening[0]
        known = [*LOOPBACK, *names(), *self.addresses()]
        if host not in ("0.0.0.0", "::") and host not in known:  # noqa: S104 - is asked for here
            known.append(host)
        before = getattr(self, "certificate", None)
        self.certificate = certificate(self.folder, known, self.clock.now())
        if self.certificate == before:
            return False
        try:
            self.context.load_cert_chain(self.certificate.path)
        except (OSError, ssl.SSLError) as error:
            raise ConfigurationError(
                f"{self.certificate.path} is no certificate: {error}"
            ) from None
        return True

    def addresses(self) -> Iterator[str]:
        """The addresses that reach a socket which listens on all of them."""
        return (each for each in addresses() if ":" in self.listening[0] or ":" not in each)

    def urls(self) -> Iterator[str]:
        """Where the hub is for other machines, the best first."""
        host, port = self.listening
        if host not in ("0.0.0.0", "::"):  # noqa: S104 - is asked for here
            yield url(host, port)
            return
        for each in self.addresses():
            yield url(each, port)
        for each in names():
            if each.endswith(".local"):
                yield url(each, port)


def url(host: str, port: int) -> str:
    """An address for the browser."""
    return f"https://[{host}]:{port}" if ":" in host else f"https://{host}:{port}"
