import shutil
import socket

import pytest
from model_servers import Files, serving

from lorgnette.app.models import fetching
from lorgnette.app.models.fetching import fetch
from lorgnette.core.errors import EngineFailed, StoreFailed

pytestmark = pytest.mark.real

CONTENT = bytes(range(256)) * 1_000


@pytest.fixture
def part(tmp_path):
    return tmp_path / ".model.part"


def fetched(url, part):
    told = []
    fetch(url, part, lambda received, whole: told.append((received, whole)))
    return told


def test_a_file_is_fetched_and_its_progress_told(part):
    with serving(Files(CONTENT)) as url:
        told = fetched(url, part)

    assert part.read_bytes() == CONTENT
    assert told[0] == (0, len(CONTENT))
    assert told[-1] == (len(CONTENT), len(CONTENT))


def test_a_connection_that_breaks_is_taken_up_where_it_broke(part):
    files = Files(CONTENT, breaks=[100_000, 50_000])
    with serving(files) as url:
        fetched(url, part)

    assert part.read_bytes() == CONTENT
    assert files.asked == ["", "bytes=100000-", "bytes=150000-"]


def test_what_came_before_is_kept_for_the_next_time(part):
    files = Files(CONTENT, breaks=[100_000, 0, 0, 0, 0, 0])
    with serving(files) as url:
        with pytest.raises(EngineFailed, match="cannot be reached: try again later"):
            fetched(url, part)
        assert part.stat().st_size == 100_000
        fetched(url, part)

    assert part.read_bytes() == CONTENT
    assert files.asked[-1] == "bytes=100000-"


@pytest.mark.parametrize("change", [{"tag": '"2"'}, {"tag": ""}, {"ranges": False}])
def test_a_file_that_has_changed_meanwhile_is_fetched_anew(part, change):
    with serving(Files(b"old" * 10_000, breaks=[9_000, 0, 0, 0, 0, 0])) as url:
        with pytest.raises(EngineFailed):
            fetched(url, part)
        assert part.stat().st_size == 9_000
    with serving(Files(CONTENT, **change)) as url:
        fetched(url, part)

    assert part.read_bytes() == CONTENT


def test_a_server_without_versions_is_never_gone_on_with(part):
    files = Files(CONTENT, breaks=[100_000], tag="")
    with serving(files) as url:
        fetched(url, part)

    assert part.read_bytes() == CONTENT
    assert files.asked == ["", ""]


def test_a_part_that_is_longer_than_the_file_is_thrown_away(part):
    files = Files(CONTENT)
    part.write_bytes(CONTENT + b"more")
    part.with_name(part.name + ".version").write_text(files.tag)
    with serving(files) as url:
        fetched(url, part)

    assert part.read_bytes() == CONTENT


def test_a_refusal_and_an_absence_are_named(part):
    with serving(Files(b"", status=404)) as url, pytest.raises(EngineFailed, match="refuses: 404"):
        fetched(url, part)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(EngineFailed, match="cannot be reached"):
        fetched(f"http://127.0.0.1:{port}/model", part)


def test_a_redirection_is_followed_but_not_out_into_the_open(part):
    files = Files(CONTENT)
    with serving(files) as url:
        files.location = "/there"
        fetched(url, part)
        assert part.read_bytes() == CONTENT
        files.location = "http://models.example.com/model"
        with pytest.raises(EngineFailed, match="not encrypted"):
            fetched(url, part)
        files.location = "/round"
        with pytest.raises(EngineFailed, match="from one place to the next"):
            fetched(url, part)


def test_without_room_nothing_is_begun(part, monkeypatch):
    free = shutil.disk_usage(part.parent)._replace(free=100 << 20)
    monkeypatch.setattr(fetching.shutil, "disk_usage", lambda folder: free)
    files = Files(b"", says=50 << 20)
    with serving(files) as url, pytest.raises(StoreFailed, match="105 MB free, and 52 MB"):
        fetched(url, part)

    assert not part.exists()


def test_a_file_without_end_is_refused(part):
    files = Files(b"x", says=9 << 30)
    with serving(files) as url, pytest.raises(EngineFailed, match="larger than 8 GB"):
        fetched(url, part)
