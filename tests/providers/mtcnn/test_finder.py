import pytest

from lorgnette.core.errors import EngineFailed, MissingPart
from lorgnette.core.hiding import hidden
from lorgnette.providers.mtcnn import MTCNN, networks
from lorgnette.providers.mtcnn.finder import scales
from lorgnette.testing.facefinders import check_face_finder, drawn_face


@pytest.mark.real
@pytest.mark.slow
@pytest.mark.asyncio
async def test_it_keeps_the_promises_of_a_face_finder():
    await check_face_finder(MTCNN({}))


@pytest.mark.real
@pytest.mark.asyncio
async def test_a_face_that_is_hidden_is_not_found_again():
    finder, picture = MTCNN({}), drawn_face(120)
    found = await finder.find(picture)

    assert found
    assert not await finder.find(hidden(picture, found))


@pytest.mark.real
@pytest.mark.asyncio
async def test_a_face_at_the_edge_is_found():
    assert await MTCNN({}).find(drawn_face(120)[:, 70:].copy())


@pytest.mark.asyncio
async def test_who_breaks_or_takes_too_long_finds_nothing(monkeypatch):
    with pytest.raises(EngineFailed, match="no faces were found in"):
        await MTCNN({}, patience=0.0).find(drawn_face(20))

    def broken(finder, pixels):
        raise ValueError("weights")

    monkeypatch.setattr(MTCNN, "_find", broken)
    with pytest.raises(EngineFailed, match="weights"):
        await MTCNN({}).find(drawn_face(20))


def test_without_its_networks_a_part_is_missing(monkeypatch):
    networks.folder.cache_clear()
    monkeypatch.setattr(networks, "PACKAGE", "not_installed")
    with pytest.raises(MissingPart, match="pip install mtcnn"):
        MTCNN({})
    networks.folder.cache_clear()


def test_faces_as_large_as_the_picture_are_looked_for_and_none_larger():
    sizes = [round(20 * 0.6 / scale) for scale in scales(100, 400)]

    assert sizes[0] == 20
    assert 70 < sizes[-1] <= 100
    assert list(scales(19, 400)) == []
