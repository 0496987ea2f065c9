import functools
import os
import shutil
import signal
import sys
from pathlib import Path

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.errors import EngineFailed, MissingPart, NotFound, UnsupportedLanguage
from lorgnette.core.types import Language
from lorgnette.providers.apertium import Apertium
from lorgnette.providers.apertium.installed import MODES, directions, package
from lorgnette.providers.apertium.pipe import Pipe
from lorgnette.providers.apertium.stream import decode, encode, keeps_literals
from lorgnette.providers.apertium.unsafe import is_unsafe, watched
from lorgnette.testing.translators import check_translator

EN, ES = Language("en"), Language("es")

needs_apertium = pytest.mark.skipif(
    shutil.which("apertium-wblank-mode") is None or (EN, ES) not in directions(),
    reason="needs Apertium: apt install apertium apertium-eng-spa",
)


# The format


def test_reserved_characters_are_escaped_and_the_text_is_ended():
    assert encode("^a$ [b]") == r"\^a\$ \[b\].[]"


@pytest.mark.parametrize(
    ("answer", "text", "doubt"),
    [
        (" Tengo un perro..[]", "Tengo un perro.", 0),
        ("A Tom le gusta *Xyzzyx.[]", "A Tom le gusta Xyzzyx", 0.2),
        ("Dónde es la #canal de @train?.[]", "Dónde es la canal de train?", 2 / 6),
        (r"Cuesta \$3.50 \* 2.[]", "Cuesta $3.50 * 2", 0),
        (r"joe\@example.com, #5.[]", "joe@example.com, #5", 0),
        (".[]", "", 0),
    ],
)
def test_an_answer_is_plain_text_and_the_share_of_words_in_doubt(answer, text, doubt):
    assert decode(answer) == (text, doubt)


@given(st.text())
def test_what_was_escaped_is_read_back(text):
    marks = any(mark in text for mark in "*@#")
    if not marks:
        assert decode(encode(text))[0] == " ".join(text.split())


@given(st.text())
def test_any_answer_can_be_read(answer):
    text, doubt = decode(answer)
    assert text == text.strip()
    assert doubt >= 0


@pytest.mark.parametrize(
    ("source", "translated", "kept"),
    [
        ("It is 7:30.", "Son las 7:30.", True),
        ("It is 7:30.", "Son las 7.", False),
        ("It costs $3.50", "Cuesta $3.50", True),
        ("It costs $3.50", "Cuesta 3.50", False),
        ("12,000 people", "12.000 personas", False),
        ("-5 degrees", "5 grados", False),
        ("two", "2", False),
        ("see https://a.example/b?c=1.", "ve https://a.example/b?c=1.", True),
        ("see https://a.example/b?c=1.", "ve https://a.example/b.", False),
        ("joe@a.example", "Joe en a.example", False),
    ],
)
def test_numbers_and_links_are_compared(source, translated, kept):
    assert keeps_literals(source, translated) is kept


# What is installed


def modes(folder, *names):
    for name in names:
        (folder / f"{name}.mode").touch()
    return folder


async def refusal(apertium, source, target, text="hello"):
    with pytest.raises((MissingPart, UnsupportedLanguage, NotFound)) as raised:
        await apertium.translate(text, source=Language(source), target=Language(target))
    return raised.value


def test_directions_are_found_by_their_files(tmp_path):
    modes(tmp_path, "eng-spa", "spa-eng_US", "en-gl", "eng-spa-tagger", "cat-eng")
    assert set(directions(tmp_path)) == {("en", "es"), ("en", "gl"), ("ca", "en")}


async def test_what_is_not_installed_is_named_with_its_package(tmp_path):
    error = await refusal(Apertium(tmp_path), "en", "es")
    assert isinstance(error, MissingPart)
    assert "apt install apertium apertium-eng-spa" in str(error)
    assert package(Language("gl"), EN) == "apertium-en-gl"


@pytest.mark.parametrize(("source", "target"), [("en", "zh"), ("zh", "en"), ("is", "en")])
async def test_a_language_it_has_no_way_to_is_refused(source, target, tmp_path):
    modes(tmp_path, "isl-eng")  # installed, but nobody wrote what is unsafe in Icelandic
    assert isinstance(await refusal(Apertium(tmp_path), source, target), UnsupportedLanguage)


async def test_a_pair_that_goes_one_way_only_is_not_missing(tmp_path):
    modes(tmp_path, "spa-eng")
    assert isinstance(await refusal(Apertium(tmp_path), "en", "es"), UnsupportedLanguage)


async def test_a_missing_program_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    error = await refusal(Apertium(modes(tmp_path, "eng-spa")), "en", "es")
    assert isinstance(error, MissingPart)
    assert "apt install apertium" in str(error)


# What is not translated


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Please turn left at the next street.", "en"),
        ("Is this DANGEROUS?", "en"),
        ("I'm allergic to peanuts", "en"),
        ("Gire a la derecha", "es"),
        ("Llame a un medico", "es"),
        ("Tournez à gauche", "fr"),
        ("Vire à esquerda", "pt"),
    ],
)
def test_directions_and_safety_are_unsafe(text, language):
    assert is_unsafe(text, Language(language))


@pytest.mark.parametrize(
    ("text", "language"), [("I have a small dog", "en"), ("Tengo un perro pequeño", "es")]
)
def test_an_everyday_sentence_is_not(text, language):
    assert not is_unsafe(text, Language(language))


@given(st.text(), st.sampled_from(sorted(watched())))
def test_any_text_can_be_looked_at(text, language):
    is_unsafe(text, language)


# A running chain; `real` processes, each on asyncio and on trio


def on_both(test):
    """Run an async test on asyncio and on trio, with the real clock."""

    @pytest.mark.real
    @pytest.mark.parametrize("backend", ["asyncio", "trio"])
    @functools.wraps(test)
    def run(backend):
        anyio.run(test, backend=backend)

    del run.__wrapped__
    return run


ECHO = """
import os, sys, time
for line in iter(lambda: os.read(0, 4096), b""):
    if line == b"hang\\0":
        time.sleep(60)
    if line == b"die\\0":
        sys.exit()
    if line == b"flood\\0":
        while True:
            os.write(1, b"x" * 4096)
    os.write(1, line)
"""


def echo(patience=10.0):
    return Pipe([sys.executable, "-c", ECHO], patience=patience)


@on_both
async def test_one_process_answers_many_questions():
    pipe = echo()
    assert await pipe.ask("hello") == "hello"
    first = pipe._process.pid
    assert await pipe.ask("你好") == "你好"
    assert pipe._process.pid == first
    await pipe.aclose()
    assert gone(first)
    assert await pipe.ask("again") == "again"
    await pipe.aclose()


@on_both
async def test_a_chain_that_hangs_dies_or_floods_fails_and_works_again():
    pipe = echo(patience=0.5)
    for fault in ("hang", "die", "flood"):
        await pipe.ask("hello")
        pid = pipe._process.pid
        with pytest.raises(EngineFailed):
            await pipe.ask(fault)
        assert gone(pid)
    assert await pipe.ask("hello") == "hello"
    await pipe.aclose()


@on_both
async def test_the_first_answer_may_take_longer():
    slow = f"import time; time.sleep(0.5){ECHO}"
    pipe = Pipe([sys.executable, "-c", slow], patience=0.2)
    assert await pipe.ask("hello") == "hello"
    await pipe.aclose()


@on_both
async def test_a_cancelled_question_leaves_no_answer_for_the_next():
    pipe = echo()
    await pipe.ask("hello")
    pid = pipe._process.pid
    with anyio.move_on_after(0.1) as scope:
        await pipe.ask("hang")
    assert scope.cancelled_caught
    assert gone(pid)
    assert await pipe.ask("next") == "next"
    await pipe.aclose()


@on_both
async def test_a_program_that_does_not_exist_fails():
    pipe = Pipe(["there-is-no-such-program"], patience=1)
    with pytest.raises(EngineFailed):
        await pipe.ask("hello")


def gone(pid):
    """Whether no process has this id, not even a zombie."""
    return not Path(f"/proc/{pid}").exists()


# Apertium itself


def group(pid):
    """The processes of a chain, zombies too."""
    members = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[2]) == pid:
            members.append(int(stat.parent.name))
    return members


async def spanish(apertium, text, source=EN, target=ES):
    return (await apertium.translate(text, source=source, target=target)).text


@needs_apertium
@on_both
async def test_apertium_keeps_the_promises_of_a_translator():
    apertium = Apertium(patience=10)
    await check_translator(apertium, "I have a small dog.", source=EN, target=ES)
    await check_translator(apertium, "Tengo un perro pequeño.", source=ES, target=EN)
    await apertium.aclose()


@needs_apertium
@on_both
async def test_every_translation_is_approximate_and_numbers_survive():
    apertium = Apertium(patience=10)
    dog = await apertium.translate("I have a small dog.", source=EN, target=ES)
    assert dog.approximate
    assert dog.text == "Tengo un perro pequeño."
    assert await spanish(apertium, "It costs €12,000.") == "Cuesta €12,000."
    assert "$3.50" in await spanish(apertium, "The book costs $3.50.")
    link = await spanish(apertium, "The page is https://example.com/a?b=1&c=2 today.")
    assert "https://example.com/a?b=1&c=2" in link
    assert "*" not in await spanish(apertium, "Tom likes Xyzzyx.")
    for refused in ("Turn left.", "Xyzzyx plugh", "", "a" * 2000):
        with pytest.raises(NotFound):
            await spanish(apertium, refused)
    await apertium.aclose()


@needs_apertium
@on_both
async def test_killed_apertium_works_again_and_nothing_is_left():
    apertium = Apertium(patience=1.5)
    await spanish(apertium, "hello")
    pid = apertium._pipes[EN, ES]._process.pid
    members = group(pid)
    assert len(members) > 5
    os.kill(max(members), signal.SIGKILL)
    try:
        await spanish(apertium, "hello")
    except EngineFailed:
        assert await spanish(apertium, "hello") == "hola"
    last = apertium._pipes[EN, ES]._process.pid
    await apertium.aclose()
    assert group(pid) == []
    assert group(last) == []


@needs_apertium
@on_both
async def test_modes_are_where_debian_puts_them():
    assert (EN, ES) in Apertium(MODES).directions
