"""Where the hub listens."""

import pytest

from lorgnette.app.doors.sockets import listen, listen_outside
from lorgnette.core.errors import ConfigurationError


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "8.8.8.8", "::"])
def test_where_nobody_is_paired_only_loopback_is_listened_on(host):
    with pytest.raises(ConfigurationError, match=r"hub\.host: .* --tls"):
        listen(host, 0)


@pytest.mark.parametrize("host", ["example.org", "", "127.0.0.1:80"])
def test_what_is_no_address_is_named(host):
    with pytest.raises(ConfigurationError, match=r"hub\.host: .* is not an address"):
        listen(host, 0)
    with pytest.raises(ConfigurationError, match=r"hub\.tls_host: .* is not an address"):
        listen_outside(host, 0)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.2"])
def test_loopback_is_listened_on(host):
    with listen(host, 0) as listener:
        assert listener.getsockname()[0].startswith("127.")


@pytest.mark.parametrize("host", ["0.0.0.0", "127.0.0.1"])
def test_for_the_paired_any_address_is_listened_on(host):
    with listen_outside(host, 0) as listener:
        assert listener.getsockname()[0] == host


def test_a_port_in_use_is_one_sentence_that_says_what_to_do():
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ConfigurationError, match=f"{port}.*in use.*--port") as failure:
            listen("127.0.0.1", port)
        with pytest.raises(ConfigurationError, match=r"hub\.tls_port"):
            listen_outside("127.0.0.1", port)
    assert "\n" not in str(failure.value)
