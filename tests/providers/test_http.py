import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.providers.http import Request, complaint


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"error": {"message": "no such model", "type": "x"}}', "no such model"),
        (b'{"error": "model not found"}', "model not found"),
        (b'{"code": "Throttling", "message": "too fast"}', "too fast"),
        (b'{"error": {"code": "Throttling"}}', "Throttling"),
        (b'{"error": 7}', '{"error": 7}'),
        (b"Bad\r\n  Gateway\x1b[2J", "Bad Gateway[2J"),
        (b"", ""),
    ],
)
def test_what_is_wrong_is_found_in_what_a_server_says(body, said):
    assert complaint(body) == said


@given(st.binary())
def test_a_complaint_is_one_line(body):
    assert complaint(body).isprintable()


@given(st.text(), st.text(min_size=1), st.text())
def test_a_secret_is_never_shown(before, secret, after):
    request = Request("http://user:pw@host:1/x", {}, b"", secrets=("", secret))

    shown = request.shown(before + secret + after)

    assert len(shown) <= 300
    assert secret not in shown or secret == "…"
    assert request.place == "http://host:1"
    assert "pw" not in repr(request)
