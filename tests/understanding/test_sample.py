from lorgnette.understanding.sample import Sampler


def test_samples_are_different_and_the_same_every_time(make, en):
    item = make("x.y", {"text": str, "n": int}, "(say|tell) {text} [{n} times]")

    first = list(Sampler(en, ["good", "morning"]).samples(item, 10))

    assert first == list(Sampler(en, ["good", "morning"]).samples(item, 10))
    assert len({sample.text for sample in first}) == 10
    assert all(sample.slots["text"] == "good morning" for sample in first)
    assert any("times" in sample.text and sample.slots["n"] in sample.text for sample in first)


def test_every_sample_reads_back(english, chinese, en, zh):
    for grammar, context, free in ((english, en, "green elephants"), (chinese, zh, "牛奶")):
        sampler = Sampler(context, free.split() if grammar is english else tuple(free))
        for item in grammar.actions:
            for sample in sampler.samples(item, 12):
                reading = grammar.read(sample.text, context)
                intent = getattr(reading, "intent", reading)
                assert intent.action == sample.action, sample
                assert set(intent.slots) == set(sample.slots), sample
                assert not intent.mended
