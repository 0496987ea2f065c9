"""On which side of the road one drives, where maps do not say it."""

from typing import Final

from lorgnette.core.types import Spot

LEFT: Final = frozenset(
    (
        *("AG", "AI", "AU", "BB", "BD", "BM", "BN", "BS", "BT", "BW", "CC", "CK", "CX", "CY"),
        *("DM", "FJ", "FK", "GB", "GD", "GG", "GY", "HK", "ID", "IE", "IM", "IN", "JE", "JM"),
        *("JP", "KE", "KI", "KN", "KY", "LC", "LK", "LS", "MO", "MS", "MT", "MU", "MV", "MW"),
        *("MY", "MZ", "NA", "NF", "NP", "NR", "NU", "NZ", "PG", "PK", "PN", "SB", "SC", "SG"),
        *("SH", "SR", "SZ", "TC", "TH", "TK", "TL", "TO", "TT", "TV", "TZ", "UG", "VC", "VG"),
        *("VI", "WS", "ZA", "ZM", "ZW"),
    )
)
"""Countries where one drives on the left (ISO 3166-1), as of 2026."""

Box = tuple[float, float, float, float]

LEFT_LANDS: Final[tuple[Box, ...]] = (
    (49.8, -8.7, 61.0, 1.9),  # Great Britain and the Isle of Man
    (51.3, -10.7, 55.5, -5.3),  # Ireland
    (49.1, -2.8, 49.8, -2.0),  # the Channel Islands
    (35.7, 14.1, 36.1, 14.6),  # Malta
    (34.5, 32.2, 35.8, 34.7),  # Cyprus
    (25.0, 62.0, 29.5, 66.5),  # Pakistan
    (24.0, 66.5, 31.5, 75.0),
    (31.5, 69.5, 34.2, 75.0),
    (34.2, 71.3, 36.5, 77.0),
    (20.5, 68.0, 24.5, 72.0),  # India, Nepal, Bhutan, Bangladesh, Sri Lanka
    (5.5, 72.0, 30.2, 92.2),
    (30.2, 75.0, 35.5, 79.0),
    (23.5, 92.2, 26.0, 94.2),
    (26.0, 92.2, 28.3, 96.0),
    (-0.8, 72.5, 7.2, 73.8),  # the Maldives
    (6.8, 98.2, 10.0, 100.6),  # Thailand
    (10.0, 99.0, 12.5, 100.1),
    (12.5, 99.2, 14.0, 102.2),
    (14.0, 98.6, 17.4, 102.2),
    (17.4, 97.9, 19.8, 101.0),
    (19.8, 99.2, 20.3, 100.4),
    (13.9, 102.2, 16.0, 104.8),
    (16.0, 102.2, 17.6, 104.4),
    (-11.0, 95.0, 6.8, 105.0),  # Malaysia, Singapore, Brunei, Indonesia, Timor
    (-11.2, 105.0, 7.4, 119.3),
    (-11.2, 119.3, 2.0, 141.0),
    (2.0, 124.9, 5.0, 127.3),
    (22.19, 113.83, 22.53, 114.45),  # Hong Kong
    (22.11, 113.53, 22.215, 113.6),  # Macau
    (24.0, 122.9, 45.6, 149.0),  # Japan
    (-44.0, 112.5, -10.0, 154.5),  # Australia
    (-11.8, 141.0, -0.5, 163.0),  # Papua New Guinea, the Solomon Islands
    (-48.0, 166.0, -34.0, 179.5),  # New Zealand
    (-21.0, 176.5, -12.0, 180.0),  # Fiji
    (-22.5, -180.0, -13.2, -171.2),  # Tonga, Samoa
    (-35.0, 16.3, -17.4, 32.0),  # South Africa and its neighbours
    (-29.0, 11.7, -17.4, 16.3),
    (-27.0, 32.0, -10.4, 41.0),  # Mozambique
    (-18.1, 22.0, -8.2, 34.5),  # Zambia, Malawi
    (-11.7, 29.6, -1.0, 40.5),  # Tanzania
    (-4.7, 33.9, 4.2, 41.0),  # Kenya
    (-1.4, 29.6, 1.0, 35.0),  # Uganda
    (1.0, 31.2, 3.8, 35.0),
    (-20.6, 57.2, -19.9, 63.6),  # Mauritius
    (-10.5, 46.0, -3.7, 56.5),  # the Seychelles
    (17.6, -78.5, 18.6, -76.1),  # Jamaica
    (20.9, -79.5, 27.3, -72.6),  # the Bahamas, Turks and Caicos
    (19.2, -81.5, 19.8, -79.6),  # the Cayman Islands
    (17.6, -65.1, 18.8, -62.9),  # the Virgin Islands, Anguilla
    (12.0, -62.9, 17.8, -59.3),  # the Lesser Antilles
    (10.0, -61.95, 11.4, -60.4),  # Trinidad and Tobago
    (1.8, -61.4, 8.6, -54.6),  # Guyana, Suriname
    (32.2, -64.9, 32.5, -64.6),  # Bermuda
    (-52.5, -61.4, -51.0, -57.6),  # the Falkland Islands
)
"""South, west, north and east of where one drives on the left, roughly."""

RIGHT_LANDS: Final[tuple[Box, ...]] = (
    (50.0, 1.4, 51.1, 1.9),  # France, across the Channel
    (49.8, 1.0, 50.2, 1.9),
    (33.0, 122.9, 34.75, 129.0),  # Korea
    (34.75, 122.9, 39.0, 131.0),
    (39.0, 122.9, 45.6, 139.0),  # the coast of China and Russia
    (28.6, 84.5, 30.2, 88.0),  # Tibet
    (28.3, 88.0, 30.2, 92.2),
    (-4.5, 28.8, -1.05, 30.85),  # Rwanda and Burundi
    (-12.0, 22.0, -8.2, 28.4),  # the south of the Congo
    (-13.0, 22.0, -12.0, 25.3),
    (15.8, -61.85, 16.55, -61.0),  # Guadeloupe
    (14.35, -61.25, 14.9, -60.8),  # Martinique
    (17.95, -63.2, 18.13, -62.9),  # Saint Martin
    (6.5, -62.5, 8.7, -60.0),  # Venezuela
)
"""Parts of these where one drives on the right all the same."""


def country_keeps_left(country: str) -> bool:
    """Whether one drives on the left in a country: two letters in capitals."""
    return country in LEFT


def keeps_left(spot: Spot) -> bool:
    """Whether one probably drives on the left there; near a border that is a guess."""
    return _within(spot, LEFT_LANDS) and not _within(spot, RIGHT_LANDS)


def _within(spot: Spot, boxes: tuple[Box, ...]) -> bool:
    return any(
        south <= spot.latitude <= north and west <= spot.longitude <= east
        for south, west, north, east in boxes
    )
