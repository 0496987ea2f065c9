"""One TOML file configures everything; every setting has a default and a sentence about it."""

import os
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import platformdirs

from lorgnette.app.clocks import zone
from lorgnette.core.errors import ConfigurationError

Section = msgspec.Struct

BARE = re.compile(r"[A-Za-z0-9_-]+\Z")
"""Names that TOML wants no quotes around."""

SECRET = re.compile(r"(?i)(^|[_-])(key|token|secret|password)\Z")
"""Names of settings that are never printed, ours and strangers'."""


class Hub(Section, frozen=True, forbid_unknown_fields=True):
    """Where the hub listens and keeps its things."""

    host: str = "127.0.0.1"
    port: Annotated[int, msgspec.Meta(ge=0, le=65_535)] = 8460
    tls_host: str = "0.0.0.0"  # noqa: S104 - only `serve --tls` listens there, and only the paired get in
    tls_port: Annotated[int, msgspec.Meta(ge=0, le=65_535)] = 8461
    data: str = ""
    origins: tuple[str, ...] = ()
    time_zone: str = ""
    language: Literal["en", "zh"] = "en"


class Ears(Section, frozen=True, forbid_unknown_fields=True):
    """How the hub hears."""

    wake_words: tuple[str, ...] = ("hey jarvis",)
    follow_up: Annotated[float, msgspec.Meta(ge=0, le=60)] = 6.0
    barge_in: bool = True
    complete: Annotated[float, msgspec.Meta(ge=0.1, le=5)] = 0.2
    continuable: Annotated[float, msgspec.Meta(ge=0.1, le=5)] = 0.3
    suspended: Annotated[float, msgspec.Meta(ge=0.1, le=5)] = 0.45
    open: Annotated[float, msgspec.Meta(ge=0.1, le=5)] = 0.6
    dangling: Annotated[float, msgspec.Meta(ge=0.1, le=10)] = 1.2
    longest: Annotated[float, msgspec.Meta(ge=1, le=600)] = 30.0


class Voice(Section, frozen=True, forbid_unknown_fields=True):
    """How the hub speaks."""

    words_per_minute: Annotated[int, msgspec.Meta(ge=80, le=450)] = 155
    processes: Annotated[int, msgspec.Meta(ge=1, le=16)] = 2


class Thinker(Section, frozen=True, forbid_unknown_fields=True):
    """The language model that answers what no skill can; off without an address."""

    url: str = ""
    model: str = ""
    key: str = ""
    key_from: str = "LORGNETTE_THINKER_KEY"
    patience: Annotated[float, msgspec.Meta(ge=1, le=300)] = 30.0
    remembers: Annotated[int, msgspec.Meta(ge=0, le=100)] = 12


class Seer(Section, frozen=True, forbid_unknown_fields=True):
    """The language model that is asked about what the wearer sees; off without a name."""

    url: str = ""
    model: str = ""
    key: str = ""
    key_from: str = "LORGNETTE_SEER_KEY"
    patience: Annotated[float, msgspec.Meta(ge=1, le=60)] = 30.0
    faces: bool = False


class Meetings(Section, frozen=True, forbid_unknown_fields=True):
    """What is kept of meetings beside their words."""

    keep_audio: bool = False
    keep_audio_days: Annotated[int, msgspec.Meta(ge=0, le=36_500)] = 30


class Photos(Section, frozen=True, forbid_unknown_fields=True):
    """How many photos are kept, and what of each."""

    quota: Annotated[int, msgspec.Meta(ge=1, le=10_000_000)] = 4_000
    position: bool = False


class Journeys(Section, frozen=True, forbid_unknown_fields=True):
    """Whether it is kept where the wearer was led, and for how long."""

    keep: bool = True
    days: Annotated[int, msgspec.Meta(ge=0, le=36_500)] = 90


class Live(Section, frozen=True, forbid_unknown_fields=True):
    """A server that passes on what a wearer shows live; off without an address."""

    whip: str = ""
    rtmp: str = ""
    key: str = ""
    key_from: str = "LORGNETTE_LIVE_KEY"


class Translator(Section, frozen=True, forbid_unknown_fields=True):
    """How the hub translates beyond its phrasebook."""

    models: str = ""
    threads: Annotated[int, msgspec.Meta(ge=1, le=64)] = 2
    url: str = ""
    model: str = ""
    key: str = ""
    key_from: str = "LORGNETTE_TRANSLATOR_KEY"
    patience: Annotated[float, msgspec.Meta(ge=1, le=300)] = 10.0
    names: tuple[str, ...] = ()


class Privacy(Section, frozen=True, forbid_unknown_fields=True):
    """What may leave the hub, and what is written down."""

    egress: Literal["none", "allowed"] = "none"
    journal: bool = False


class Config(Section, frozen=True, forbid_unknown_fields=True):
    """Everything that can be set.

    `engines` names the provider of an engine, or several in the order in which they are asked,
    by engine; `providers` holds settings of single providers, by provider.
    """

    hub: Hub = Hub()
    ears: Ears = Ears()
    voice: Voice = Voice()
    thinker: Thinker = Thinker()
    seer: Seer = Seer()
    meetings: Meetings = Meetings()
    photos: Photos = Photos()
    journeys: Journeys = Journeys()
    live: Live = Live()
    translator: Translator = Translator()
    privacy: Privacy = Privacy()
    engines: dict[str, str | tuple[str, ...]] = msgspec.field(default_factory=dict)
    providers: dict[str, dict[str, Any]] = msgspec.field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """Where the hub keeps its things."""
        chosen = self.hub.data or os.environ.get("LORGNETTE_DATA", "")
        return Path(chosen).expanduser() if chosen else platformdirs.user_data_path("lorgnette")

    @property
    def thinker_key(self) -> str:
        """The secret for the thinker, from the file or the environment."""
        return self.thinker.key or os.environ.get(self.thinker.key_from, "")

    @property
    def seer_key(self) -> str:
        """The secret for the seer, from the file or the environment."""
        return self.seer.key or os.environ.get(self.seer.key_from, "")

    @property
    def live_key(self) -> str:
        """The secret for the server of live pictures, from the file or the environment."""
        return self.live.key or os.environ.get(self.live.key_from, "")

    @property
    def translator_key(self) -> str:
        """The secret for the chat model that translates, from the file or the environment."""
        return self.translator.key or os.environ.get(self.translator.key_from, "")

    @property
    def translator_models(self) -> Path:
        """The folder with translation models, which may not be there."""
        chosen = self.translator.models
        return Path(chosen).expanduser() if chosen else self.folder / "models" / "translator"


COMMENTS = {
    "hub": "Where the hub listens and keeps its things.",
    "hub.host": "Only loopback: here nobody needs to be paired.",
    "hub.port": "",
    "hub.tls_host": "Where `lorgnette serve --tls` listens for the paired; :: for IPv6 too.",
    "hub.tls_port": "",
    "hub.data": "A folder; empty: the usual place for this user.",
    "hub.origins": "Further web origins by which the hub is reached, such as https://glasses.home",
    "hub.time_zone": "Of the wearer, such as Asia/Shanghai; empty: of this machine.",
    "hub.language": "en or zh, until the wearer chooses another.",
    "ears": "How the hub hears. Times are in seconds.",
    "ears.wake_words": "`lorgnette models` lists the words there are; several may be active.",
    "ears.follow_up": "How long the wearer may go on without the wake word.",
    "ears.barge_in": "Whether the wearer can interrupt the answer by speaking.",
    "ears.complete": "How long to wait after a complete command,",
    "ears.continuable": "after one that could be said at greater length,",
    "ears.suspended": "the same in a voice that has not quite come down,",
    "ears.open": "after words that could be all,",
    "ears.dangling": "and after words that clearly go on.",
    "ears.longest": "The longest utterance.",
    "voice": "How the hub speaks.",
    "voice.words_per_minute": "",
    "voice.processes": "How many wearers can be spoken to at the same moment.",
    "thinker": "A language model for what no skill can: any OpenAI-compatible endpoint.",
    "thinker.url": "Such as http://127.0.0.1:11434/v1; empty: no model.",
    "thinker.model": "Such as qwen3:8b",
    "thinker.key": "Better in the environment than here:",
    "thinker.key_from": "the environment variable that holds the key.",
    "thinker.patience": "How long to wait for the model.",
    "thinker.remembers": "How many exchanges the model is told.",
    "seer": "A language model that sees, for questions about what is in front of you.",
    "seer.url": "Such as http://127.0.0.1:11434/v1; empty: where the thinker is.",
    "seer.model": "Such as qwen2.5vl:7b; empty: none is asked.",
    "seer.key": "Better in the environment than here:",
    "seer.key_from": "the environment variable that holds the key.",
    "seer.patience": "How long to wait for the model.",
    "seer.faces": "Whether faces may be seen in pictures that leave this machine.",
    "meetings": "What is kept of meetings beside their words.",
    "meetings.keep_audio": "Keep the sound too, to be played on the page.",
    "meetings.keep_audio_days": "After so many days the sound is deleted; 0: with its meeting.",
    "photos": "How many photos are kept, and what of each.",
    "photos.quota": "Megabytes of photos and films that each wearer may keep.",
    "photos.position": "Keep where each was taken too, in the file as well.",
    "journeys": "What is kept of the journeys on which somebody is led.",
    "journeys.keep": "Keep each with its way, to be played again or exported.",
    "journeys.days": "After so many days it is deleted; 0: when you delete it.",
    "live": "A server that passes on what a wearer shows live.",
    "live.whip": "Such as https://media.example/live/whip; empty: none.",
    "live.rtmp": "Or such as rtmp://media.example/live; of both, engines.broadcaster names one.",
    "live.key": "Better in the environment than here: the token for WHIP, the stream key for RTMP;",
    "live.key_from": "the environment variable that holds it.",
    "translator": "Translation beyond the phrasebook: models on this machine, or a chat model.",
    "translator.models": "A folder with CTranslate2 models; empty: models/translator in hub.data.",
    "translator.threads": "Threads of one model.",
    "translator.url": "Where a chat model translates; empty: the thinker does, if there is one.",
    "translator.model": "Such as qwen-mt-turbo",
    "translator.key": "Better in the environment than here:",
    "translator.key_from": "the environment variable that holds the key.",
    "translator.patience": "How long to wait for a chat model, or for a model to be loaded.",
    "translator.names": 'Names that must stay as they are, such as ["Anna Lindqvist"].',
    "privacy": "What may leave the hub, and what is written down.",
    "privacy.egress": "none: no provider that talks to another machine is loaded. Or: allowed",
    "privacy.journal": "Keep the events of each session, words included, for `lorgnette replay`.",
    "providers": "Settings of single providers, a table for each, such as [providers.wyoming].",
    "engines": (
        'The provider of an engine where there are several, such as voice = "espeak"; or those'
        ' to ask, in this order:\n# recogniser = ["sherpa-onnx", "moonshine"]'
    ),
}


def default_path() -> Path:
    """Where the file is looked for when none is named."""
    chosen = os.environ.get("LORGNETTE_CONFIG", "")
    return Path(chosen) if chosen else platformdirs.user_config_path("lorgnette") / "lorgnette.toml"


def read(path: Path | None = None) -> Config:
    """The configuration in a file; without a name, in the usual place, where it may be missing.

    Raises ConfigurationError that names the file and the setting.
    """
    place = path or default_path()
    if not place.is_file():
        if path is not None:
            raise ConfigurationError(f"there is no file {path}")
        return Config()
    try:
        return parsed(place.read_text(encoding="utf-8"), str(place))
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{place}: {error}") from error
    except OSError as error:
        raise ConfigurationError(f"cannot read {place}: {error.strerror}") from error


def parsed(text: str, place: str) -> Config:
    """The configuration in the text of a file. Raises ConfigurationError that names the setting."""
    try:
        config = msgspec.convert(tomllib.loads(text), Config)
        check(config)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, ConfigurationError) as error:
        raise ConfigurationError(f"{place}: {error}") from error
    except RecursionError:
        raise ConfigurationError(f"{place}: too deeply nested") from None
    return config


def check(config: Config) -> None:
    """Raises ConfigurationError for a value that has the right type and yet cannot be."""
    if config.hub.time_zone:
        try:
            zone(config.hub.time_zone)
        except ConfigurationError as error:
            raise ConfigurationError(f"hub.time_zone: {error}") from error
    for origin in config.hub.origins:
        if not re.match(r"https?://[^/\s]+\Z", origin):
            raise ConfigurationError(
                f"hub.origins: {origin!r} is not an origin such as https://glasses.home"
            )


def written(config: Config) -> str:
    """The configuration as a TOML file with a comment at every setting; secrets are left out."""
    lines = []
    for section, values in msgspec.to_builtins(config).items():
        lines += [f"# {COMMENTS[section]}", f"[{section}]"]
        for name, value in values.items():
            comment = COMMENTS.get(f"{section}.{name}", "")
            lines.append(setting(name, value) + (f"  # {comment}" if comment else ""))
        lines.append("")
    return "\n".join(lines)


def setting(name: str, value: Any) -> str:
    """One setting as TOML, without its value when that is a secret."""
    shown = "" if value and isinstance(value, str) and SECRET.search(name) else value
    return f"{name if BARE.match(name) else toml(name)} = {toml(shown)}"


def toml(value: Any) -> str:
    """One value as TOML; JSON's texts and numbers are TOML's, but for one character."""
    if isinstance(value, dict):
        return "{" + ", ".join(setting(name, item) for name, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(toml(item) for item in value) + "]"
    return msgspec.json.encode(value).decode().replace("\x7f", "\\u007f")
