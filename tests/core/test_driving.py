"""On which side one drives."""

import pytest

from lorgnette.core.driving import country_keeps_left, keeps_left
from lorgnette.core.types import Spot

LEFT = {
    "London": (51.5, -0.12),
    "Dover": (51.13, 1.31),
    "Dublin": (53.35, -6.26),
    "Valletta": (35.9, 14.51),
    "Hong Kong": (22.28, 114.16),
    "Macau": (22.19, 113.54),
    "Tokyo": (35.68, 139.77),
    "Sapporo": (43.06, 141.35),
    "Fukuoka": (33.59, 130.4),
    "Bangkok": (13.75, 100.5),
    "Singapore": (1.29, 103.85),
    "Jakarta": (-6.2, 106.8),
    "Delhi": (28.6, 77.2),
    "Kathmandu": (27.7, 85.3),
    "Karachi": (24.86, 67.0),
    "Islamabad": (33.7, 73.05),
    "Sydney": (-33.87, 151.2),
    "Auckland": (-36.85, 174.76),
    "Cape Town": (-33.92, 18.42),
    "Windhoek": (-22.57, 17.08),
    "Nairobi": (-1.29, 36.82),
    "Kampala": (0.31, 32.58),
    "Kingston": (17.97, -76.79),
    "Georgetown": (6.8, -58.16),
}
RIGHT = {
    "Shenzhen": (22.55, 114.06),
    "Zhuhai": (22.27, 113.58),
    "Guangzhou": (23.13, 113.26),
    "Beijing": (39.9, 116.4),
    "Seoul": (37.57, 126.98),
    "Busan": (35.18, 129.08),
    "Vladivostok": (43.12, 131.89),
    "Paris": (48.86, 2.35),
    "Calais": (50.95, 1.86),
    "Vienna": (48.21, 16.37),
    "Lhasa": (29.65, 91.1),
    "Kabul": (34.53, 69.17),
    "Yangon": (16.8, 96.16),
    "Vientiane": (17.97, 102.6),
    "Phnom Penh": (11.56, 104.92),
    "Manila": (14.6, 120.98),
    "Kigali": (-1.94, 30.06),
    "Lubumbashi": (-11.66, 27.48),
    "Luanda": (-8.84, 13.23),
    "Fort-de-France": (14.6, -61.07),
    "New York": (40.71, -74.0),
    "nowhere": (48.0, -30.0),
}


@pytest.mark.parametrize("city", LEFT)
def test_cities_where_one_drives_on_the_left(city):
    assert keeps_left(Spot(*LEFT[city]))


@pytest.mark.parametrize("city", RIGHT)
def test_cities_where_one_drives_on_the_right(city):
    assert not keeps_left(Spot(*RIGHT[city]))


def test_countries_are_known_by_their_letters():
    assert all(map(country_keeps_left, ("GB", "JP", "HK", "MO", "AU", "IN", "ZA", "TH")))
    assert not any(map(country_keeps_left, ("CN", "DE", "US", "LI", "MM", "")))
