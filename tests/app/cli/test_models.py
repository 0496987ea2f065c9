"""`lorgnette models` from the command line to the files."""

import json
import tarfile

import pytest
from model_servers import Files, serving

from lorgnette.app.cli import main
from lorgnette.app.models import catalogue as module
from lorgnette.app.models.catalogue import Entry


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A hub's folder of its own, and the usual configuration."""
    monkeypatch.setenv("LORGNETTE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LORGNETTE_CONFIG", str(tmp_path / "lorgnette.toml"))
    return tmp_path


@pytest.fixture
def known(monkeypatch):
    """A catalogue with one model."""

    def know(url, **more):
        entry = Entry("recogniser", "test", "words", "MIT", 1, url, ("zh",), **more)
        monkeypatch.setattr(module, "catalogue", lambda: {"words": entry})

    return know


@pytest.fixture
def archive(tmp_path):
    (tmp_path / "tokens.txt").write_text("a 0\n")
    with tarfile.open(tmp_path / "m.tar.bz2", "w:bz2") as written:
        written.add(tmp_path / "tokens.txt", "words/tokens.txt")
    return tmp_path / "m.tar.bz2"


def said(capsys):
    return capsys.readouterr().out


def test_what_there_is_to_get_is_listed_with_the_command(home, capsys):
    assert main(["models"]) == 0

    lines = said(capsys).splitlines()
    [line] = [each for each in lines if "lorgnette models get sense-voice" in each]
    assert "160.0 MB" in line
    assert "FunASR" in line


def test_fetching_is_refused_without_egress_and_says_what_to_do(home, capsys):
    assert main(["models", "get", "sense-voice"]) == 1

    error = capsys.readouterr().err
    assert 'privacy.egress = "allowed"' in error
    assert "lorgnette models get sense-voice --from FILE" in error
    assert not (home / "data").exists()


def test_a_model_from_a_file_is_put_in_listed_verified_and_removed(home, archive, capsys):
    assert main(["models", "get", "zipformer-zh-en", "--from", str(archive)]) == 0
    place = home / "data" / "models" / "zipformer-zh-en"
    assert (place / "tokens.txt").read_text() == "a 0\n"
    assert "it cannot be used yet: there is no recogniser that is known here" in said(capsys)

    assert main(["models", "list", "--json"]) == 0
    models = {each["name"]: each for each in map(json.loads, said(capsys).splitlines())}
    assert models["zipformer-zh-en"]["present"]
    assert models["zipformer-zh-en"]["languages"] == ["zh", "en"]
    assert not models["sense-voice"]["present"]

    assert main(["models", "verify"]) == 0
    (place / "tokens.txt").write_text("b 0\n")
    assert main(["models", "verify", "zipformer-zh-en"]) == 1
    assert said(capsys).splitlines()[-1] == "zipformer-zh-en: tokens.txt has changed"

    assert main(["models", "remove", "zipformer-zh-en"]) == 0
    assert not place.exists()
    assert main(["models", "remove", "zipformer-zh-en"]) == 1


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["get"], "name a model: lorgnette models get NAME"),
        (["get", "nobody"], "no model 'nobody' is known; there are: zipformer-zh-en"),
        (["get", "a", "b", "--from", "x"], "one model at a time"),
        (["get", "a", "--from", "nowhere"], "there is no nowhere"),
        (["verify", "nobody"], "there is no model 'nobody'"),
    ],
)
def test_what_cannot_be_is_one_clear_sentence(home, capsys, command, says):
    assert main(["models", *command]) == 1
    assert says in capsys.readouterr().err


@pytest.mark.real
def test_a_model_is_fetched_from_a_server_with_its_progress(home, known, archive, capsys):
    with serving(Files(archive.read_bytes(), breaks=[50])) as url:
        known(url)
        assert main(["models", "get", "words"]) == 0

    told = capsys.readouterr()
    assert told.out.startswith(f"words: about 1 MB, MIT, from {url}\n")
    assert "from now on it must be" in told.out
    assert "words: 0.0 MB of 0.0 MB" in told.err
    assert (home / "data" / "models" / "words" / "tokens.txt").read_text() == "a 0\n"
