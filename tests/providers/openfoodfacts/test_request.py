from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.providers.openfoodfacts.request import product, search
from lorgnette.providers.openfoodfacts.settings import OpenFactsSettings

SETTINGS = OpenFactsSettings(
    "me@example.org", "https://food.example/", search_url="https://search.example"
)


def test_a_product_is_asked_for_with_what_is_wanted_of_it():
    asked = product(SETTINGS, "3017620422003")
    address, _, fields = asked.url.partition("?fields=")
    assert asked.method == "GET"
    assert address == "https://food.example/api/v2/product/3017620422003"
    assert {"code", "product_name", "allergens_tags", "nutriments"} <= set(fields.split(","))
    assert asked.headers["user-agent"] == "Lorgnette/0.1.0 (me@example.org)"


def test_a_search_is_words_and_a_language():
    asked = search(SETTINGS, "榛子 酱", CHINESE, 5)
    assert asked.url.startswith(
        "https://search.example/search?q=%E6%A6%9B%E5%AD%90+%E9%85%B1&langs=zh&page_size=5&fields="
    )


def test_nothing_in_a_search_is_an_operator():
    asked = search(SETTINGS, 'tea" OR brands:x&fields=*#', ENGLISH, 5)
    assert "/search?q=tea+OR+brands+x+fields&langs=en&" in asked.url
    assert search(SETTINGS, " ?!* ", ENGLISH, 5) is None


@given(st.text())
def test_whatever_is_said_can_be_asked_for(text):
    asked = search(SETTINGS, text, ENGLISH, 5)
    assert asked is None or (asked.url.isascii() and asked.url.isprintable())
