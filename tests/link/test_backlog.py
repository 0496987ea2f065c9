from lorgnette.link.backlog import Backlog


def backlog(*things):
    made = Backlog()
    for thing in things:
        made.add(thing)
    return made


def test_hands_each_thing_out_once_a_connection():
    kept = backlog("a", "b")

    assert kept.unsent() == ["a", "b"]
    assert not kept.waiting
    kept.add("c")
    assert kept.waiting
    assert kept.unsent() == ["c"]


def test_hands_out_again_what_was_not_forgotten():
    kept = backlog("a", "b", "c")
    kept.unsent()

    assert kept.forget(lambda thing: thing == "b") == ["b"]
    kept.rewind()

    assert kept.unsent() == ["a", "c"]


def test_forgets_what_was_never_sent():
    kept = backlog("a", "b")
    kept.forget(lambda thing: thing == "a")

    assert kept.unsent() == ["b"]
    assert list(kept) == ["b"]
    assert len(kept) == 1


def test_has_nothing_to_send_after_all_is_forgotten():
    kept = backlog("a")
    kept.forget(lambda _: True)
    kept.rewind()

    assert not kept.waiting
    assert kept.unsent() == []
