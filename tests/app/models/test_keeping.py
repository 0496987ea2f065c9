import msgspec
import pytest

from lorgnette.app.models import keeping
from lorgnette.app.models.catalogue import Entry, catalogue
from lorgnette.app.models.keeping import Shelf, sha256
from lorgnette.core.errors import ConfigurationError, NotFound
from lorgnette.providers.installed import read_card

ENTRY = Entry("recogniser", "test", "words", "MIT", 1, "http://127.0.0.1:1/model.onnx", ("zh",))


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "models")


@pytest.fixture
def served(monkeypatch):
    """What the network gives: tests change it."""
    files = {"content": b"network"}

    def fetch(url, part, tell):
        part.write_bytes(files["content"])

    monkeypatch.setattr(keeping, "fetch", fetch)
    return files


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "source"
    (folder / "sub").mkdir(parents=True)
    (folder / "tokens.txt").write_text("a 0\n")
    (folder / "sub" / "model.onnx").write_bytes(b"net")
    return folder


def tell(received, whole):
    """Nobody listens."""


def test_what_is_fetched_has_a_card(shelf, served):
    shelf.fetch("words", ENTRY, tell)

    card = read_card(shelf.folder / "words")
    assert (card.engine, card.provider, card.languages) == ("recogniser", "test", ("zh",))
    assert card.source == ENTRY.url
    assert card.files == {"model.onnx": card.sha256}
    assert shelf.names() == ["words"]
    assert shelf.verify("words") == []


def test_the_first_fetch_pins_what_later_ones_must_be(shelf, served):
    assert "from now on it must be" in shelf.fetch("words", ENTRY, tell)
    assert shelf.fetch("words", ENTRY, tell) == ""

    shelf.remove("words")
    served["content"] = b"another"
    with pytest.raises(ConfigurationError, match="not the one that was expected"):
        shelf.fetch("words", ENTRY, tell)

    assert shelf.names() == []
    assert not list(shelf.folder.glob(".words*"))


def test_a_wrong_checksum_is_thrown_away_and_the_old_one_stays(shelf, served, tmp_path):
    (tmp_path / "right").write_bytes(b"network")
    right = msgspec.structs.replace(ENTRY, sha256=sha256(tmp_path / "right"))
    assert shelf.fetch("words", right, tell) == ""

    served["content"] = b"netw0rk"
    with pytest.raises(ConfigurationError, match="was thrown away"):
        shelf.fetch("words", right, tell)

    assert shelf.verify("words") == []


def test_a_folder_of_this_machine_is_copied(shelf, source):
    shelf.take("words", source, ENTRY)

    assert (shelf.folder / "words" / "sub" / "model.onnx").read_bytes() == b"net"
    assert read_card(shelf.folder / "words").languages == ("zh",)
    assert shelf.verify("words") == []


def test_one_that_nobody_knows_keeps_its_own_card(shelf, source):
    (source / "model.yaml").write_text("engine: recogniser\nlanguages: [fr]\n")

    shelf.take("mine", source, None)

    card = read_card(shelf.folder / "mine")
    assert card.languages == ("fr",)
    assert set(card.files) == {"tokens.txt", "sub/model.onnx"}


def test_a_file_of_this_machine_must_be_the_right_one(shelf, tmp_path):
    (tmp_path / "model.onnx").write_bytes(b"net")
    shelf.take("words", tmp_path / "model.onnx", ENTRY)
    assert (shelf.folder / "words" / "model.onnx").is_file()

    another = msgspec.structs.replace(ENTRY, sha256="0" * 64)
    with pytest.raises(ConfigurationError, match="not the file that was expected"):
        shelf.take("words", tmp_path / "model.onnx", another)
    with pytest.raises(ConfigurationError, match="there is no"):
        shelf.take("words", tmp_path / "nowhere", ENTRY)
    assert shelf.verify("words") == []


def test_links_that_lead_out_of_a_folder_are_not_followed(shelf, source, tmp_path):
    (tmp_path / "secret").write_text("secret")
    (source / "link").symlink_to(tmp_path / "secret")

    with pytest.raises(ConfigurationError, match="leads out of"):
        shelf.take("words", source, ENTRY)

    assert shelf.names() == []


def test_what_has_changed_is_found(shelf, source):
    shelf.take("words", source, ENTRY)
    (shelf.folder / "words" / "tokens.txt").write_text("b 0\n")
    (shelf.folder / "words" / "sub" / "model.onnx").unlink()

    assert shelf.verify("words") == ["sub/model.onnx is missing", "tokens.txt has changed"]


def test_without_checksums_nothing_can_be_verified(shelf, source):
    (shelf.folder / "by-hand").mkdir(parents=True)

    [said] = shelf.verify("by-hand")
    assert "no checksums" in said


@pytest.mark.parametrize("name", ["nobody", "..", "../source", ".hidden", ""])
def test_only_what_is_there_can_be_removed(shelf, source, name):
    shelf.take("words", source, ENTRY)

    with pytest.raises(NotFound):
        shelf.remove(name)
    with pytest.raises(NotFound):
        shelf.verify(name)

    assert shelf.names() == ["words"]
    assert source.is_dir()


def test_models_can_stand_in_groups(shelf, source):
    shelf.take("translator/words", source, ENTRY)

    assert (shelf.folder / "translator" / "words" / "tokens.txt").is_file()
    assert shelf.names() == ["translator/words"]
    assert shelf.verify("translator/words") == []
    shelf.remove("translator/words")
    assert shelf.names() == []


@pytest.mark.parametrize("name", ["../words", "Words", ".words", "a/b/c", "a/../b", "a/.b", ""])
def test_a_name_is_a_name(shelf, source, name):
    with pytest.raises(ConfigurationError, match="is no name for a model"):
        shelf.take(name, source, ENTRY)


def test_a_disk_that_fills_leaves_what_was_there(shelf, source, monkeypatch):
    shelf.take("words", source, ENTRY)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(keeping, "write_card", full)
    with pytest.raises(OSError, match="No space left"):
        shelf.take("words", source, ENTRY)

    assert shelf.verify("words") == []
    assert sorted(path.name for path in shelf.folder.iterdir()) == ["words"]


def test_every_model_of_the_catalogue_says_what_must_be_known():
    assert {"zipformer-zh-en", "paraformer-zh", "sense-voice", "speakers-zh-en"} <= set(catalogue())
    for name, entry in catalogue().items():
        assert keeping.NAME.match(name)
        assert entry.wheel or entry.url.startswith("https://")
        assert entry.licence
        assert entry.megabytes > 0
        assert entry.what
        assert len(entry.sha256) in {0, 64}
