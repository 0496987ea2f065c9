"""Cities and their clocks."""

from zoneinfo import ZoneInfo

from lorgnette.core.slots import City
from lorgnette.core.slots.city import cities


def test_names(means):
    assert means(City, "tokyo") == City("Tokyo", "Asia/Tokyo")
    assert (
        means(City, "nyc") == means(City, "New York City") == City("New York", "America/New_York")
    )
    assert means(City, "São Paulo") == means(City, "sao paulo")
    assert means(City, "the Netherlands").zone == "Europe/Brussels"
    assert means(City, "三藩市") == means(City, "旧金山") == means(City, "san francisco")
    assert means(City, "Atlantis") is None


def test_the_better_known_comes_first(means):
    assert means(City, "San Jose").zone == "America/Los_Angeles"


def test_shown(shown):
    assert shown(City, City("Tokyo", "Asia/Tokyo")) == ("Tokyo", "东京")
    assert shown(City, City("Atlantis", "UTC")) == ("Atlantis", "Atlantis")


def test_every_city_has_names_and_a_clock():
    assert len(cities()) >= 400
    for each in cities():
        assert each.city.name
        assert each.chinese
        assert ZoneInfo(each.city.zone)
