"""Static files: from memory, compressed where that helps, and nothing beside the folder."""

import gzip
import os

import pytest
from starlette.requests import Request

from lorgnette.web.files import Files

SCRIPT = b"export const answer = 42;\n" * 50


@pytest.fixture
def folder(tmp_path):
    """A folder of files, and a secret beside it."""
    inside = tmp_path / "static"
    (inside / "page").mkdir(parents=True)
    (inside / "page" / "a.js").write_bytes(SCRIPT)
    (inside / "icon.png").write_bytes(bytes(range(256)))
    (tmp_path / "secret").write_text("secret")
    return inside


def get(files, name, method="GET", **headers):
    """What is answered."""
    raw = [(key.replace("_", "-").encode(), value.encode()) for key, value in headers.items()]
    scope = {"type": "http", "method": method, "path": "/" + name, "headers": raw}
    return files.answer(name, Request(scope))


def test_a_script_is_sent_compressed_to_whoever_unpacks_it(folder):
    answer = get(Files(folder), "page/a.js", accept_encoding="br, gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert gzip.decompress(answer.body) == SCRIPT
    assert get(Files(folder), "page/a.js").body == SCRIPT


def test_what_does_not_get_smaller_is_sent_as_it_is(folder):
    answer = get(Files(folder), "icon.png", accept_encoding="gzip")
    assert answer.body == bytes(range(256))
    assert "content-encoding" not in answer.headers


def test_a_file_that_the_browser_has_is_not_sent_again(folder):
    files = Files(folder)
    tag = get(files, "page/a.js").headers["etag"]
    assert get(files, "page/a.js", if_none_match=f'W/"x", {tag}').status_code == 304
    assert get(files, "page/a.js", if_none_match='"x"').status_code == 200


def test_a_file_that_changed_is_read_again(folder):
    files, path = Files(folder), folder / "page" / "a.js"
    before = get(files, "page/a.js").headers["etag"]
    path.write_bytes(b"1")
    os.utime(path, ns=(1, 1))
    assert get(files, "page/a.js").body == b"1"
    assert get(files, "page/a.js").headers["etag"] != before


@pytest.mark.parametrize(
    "name", ["", "page", "page/", "b.js", "../secret", "/secret", "page/../../secret", "\0", "é"]
)
def test_there_is_nothing_else(folder, name):
    assert get(Files(folder), name).status_code == 404


def test_a_file_that_went_away_is_no_longer_there(folder):
    files = Files(folder)
    (folder / "icon.png").unlink()
    assert get(files, "icon.png").status_code == 404


def test_files_can_only_be_read(folder):
    assert get(Files(folder), "page/a.js", method="POST").status_code == 405
