"""What a code can say. Everything in here came from outside: it is shown, never obeyed."""

import datetime as dt
from decimal import Decimal

import msgspec


class WebAddress(msgspec.Struct, frozen=True, tag="web-address"):
    """A page. `host` is its real one, in letters when they cannot be mistaken, else in punycode.

    `doubts` say why a person should look twice, as names: `credentials` before the host, a
    `look-alike` host, a plain `number` instead of a name, `insecure` http.
    """

    address: str
    host: str
    doubts: tuple[str, ...] = ()


class Wifi(msgspec.Struct, frozen=True, tag="wifi"):
    """A wireless network; `password` is None for an open one."""

    name: str
    password: str | None = None
    security: str = "open"
    hidden: bool = False


class Contact(msgspec.Struct, frozen=True, tag="contact"):
    """A person or a firm."""

    name: str
    phones: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()
    organisation: str = ""
    address: str = ""
    website: str = ""


class Event(msgspec.Struct, frozen=True, tag="event"):
    """Something that takes place. A time without a zone is that of the place."""

    title: str
    begins: dt.datetime | dt.date | None = None
    ends: dt.datetime | dt.date | None = None
    place: str = ""
    description: str = ""


class Place(msgspec.Struct, frozen=True, tag="place"):
    """A point on the earth, in degrees, and perhaps its name; or only its name or address."""

    latitude: float | None
    longitude: float | None
    name: str = ""


class Phone(msgspec.Struct, frozen=True, tag="phone"):
    """A number to call: digits, after a plus or not."""

    number: str


class Message(msgspec.Struct, frozen=True, tag="message"):
    """A text message to somebody."""

    number: str
    text: str = ""


class Mail(msgspec.Struct, frozen=True, tag="mail"):
    """A letter to somebody."""

    to: str
    subject: str = ""
    text: str = ""


class Payment(msgspec.Struct, frozen=True, tag="payment"):
    """Somebody wants money, by the rules of EMV; see `core.codes.emv`.

    `amount` and `fee` are in the currency's smallest unit; an amount of None is for the payer to
    say. `tip` is asked for. `once`: the code is good for one payment. `merchant` and `city` are
    what the code says of itself, in `local` also in the language of the place. `asks` names what
    else the payer is to tell: fields of the additional data such as `bill`, or `address`, `mobile`
    and `e-mail`.
    """

    merchant: str
    city: str
    country: str
    currency: str
    category: str
    amount: int | None = None
    fee: int | None = None
    fee_percent: str = ""
    tip: bool = False
    once: bool = False
    accounts: tuple[tuple[str, str], ...] = ()
    reference: str = ""
    local: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()


class Wallet(msgspec.Struct, frozen=True, tag="wallet"):
    """A code of a wallet, which only that wallet can open: who is paid, nobody else can tell.

    `payer`: it is somebody's own money, and nothing may be done with it.
    """

    wallet: str
    text: str
    payer: bool = False


class Leg(msgspec.Struct, frozen=True):
    """One flight of a boarding pass. The date has no year: the pass has none.

    `status` is the letter or digit of the resolution's element 117, as `1` for checked in.
    """

    airline: str
    flight: str
    origin: str
    destination: str
    day_of_year: int | None
    seat: str = ""
    sequence: str = ""
    booking: str = ""
    cabin: str = ""
    status: str = ""


class BoardingPass(msgspec.Struct, frozen=True, tag="boarding-pass"):
    """A passenger's flights, by IATA resolution 792."""

    passenger: str
    legs: tuple[Leg, ...]


class Product(msgspec.Struct, frozen=True, tag="product"):
    """Goods by their number, and what the label says beside it.

    `gtin` is normalised (`core.codes.gtin`). Weight is in grams. `price` is as on the label, in
    `currency`, or in that of the place when that is empty. `internal`: only the shop knows it.
    """

    gtin: str
    serial: str = ""
    lot: str = ""
    expires: dt.date | None = None
    best_before: dt.date | None = None
    weight: float | None = None
    price: Decimal | None = None
    currency: str = ""
    internal: bool = False


class Book(msgspec.Struct, frozen=True, tag="book"):
    """A book by its ISBN, or a magazine by the number that holds its ISSN."""

    isbn: str
    magazine: bool = False


class Plain(msgspec.Struct, frozen=True, tag="plain"):
    """Words, or something that nobody here can do anything with.

    `hidden`: it has characters that do not show. `scheme`: it looks like an order to a computer,
    such as `javascript`, and is only ever shown.
    """

    text: str
    hidden: bool = False
    scheme: str = ""


Content = (
    WebAddress
    | Wifi
    | Contact
    | Event
    | Place
    | Phone
    | Message
    | Mail
    | Payment
    | Wallet
    | BoardingPass
    | Product
    | Book
    | Plain
)
