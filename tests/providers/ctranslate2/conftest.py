"""Models small enough to be made for a test: they translate every sentence into itself.

The weights are written down rather than learned. A token and its place are two marks in one row of
numbers; the decoder looks at the place it has come to and copies the token it finds there.
"""

import json

import pytest

PLACES = 520
TEXT = """Good morning to the quick brown fox, who jumps over 12 lazy dogs at 7:30 and pays 3.50!
THE QUICK BROWN FOX? 0123456789 (yes) - it's "so"; "¿Dónde está?" A/B @ home.
"""


@pytest.fixture(scope="session")
def pieces(tmp_path_factory):
    """A sentencepiece model of single letters."""
    sentencepiece = pytest.importorskip("sentencepiece")
    folder = tmp_path_factory.mktemp("pieces")
    (folder / "text.txt").write_text(TEXT * 20)
    sentencepiece.SentencePieceTrainer.train(
        input=str(folder / "text.txt"), model_prefix=str(folder / "letters"), model_type="char",
        vocab_size=90, hard_vocab_limit=False, character_coverage=1.0, minloglevel=2,
    )  # fmt: skip
    return folder / "letters.model"


@pytest.fixture(scope="session")
def weights(pieces, tmp_path_factory):
    """Write a model for a vocabulary; the folder is made once for each."""
    pytest.importorskip("ctranslate2")
    import sentencepiece

    letters = sentencepiece.SentencePieceProcessor(str(pieces))
    own = [letters.id_to_piece(i) for i in range(3, len(letters))]
    made = {}

    def write(*more):
        if more not in made:
            made[more] = tmp_path_factory.mktemp("weights")
            copying(["<s>", "</s>", "<unk>", *own, *more]).save(str(made[more]))
        return made[more]

    return write


@pytest.fixture
def model(pieces, weights, tmp_path):
    """Put a model into the folder `models`, as its converter would leave it."""

    def put(name, *more, shared=(), eos=False):
        folder = tmp_path / "models" / name
        folder.mkdir(parents=True)
        for file in weights(*more).iterdir():
            (folder / file.name).symlink_to(file)
        config = json.loads((folder / "config.json").read_text())
        config |= {"add_source_eos": eos, "decoder_start_token": "</s>"}
        (folder / "config.json").unlink()
        (folder / "config.json").write_text(json.dumps(config))
        for file in shared or ("source.spm", "target.spm"):
            (folder / file).symlink_to(pieces)
        return folder

    return put


@pytest.fixture
def tables(tmp_path):
    return {"translator": {"models": str(tmp_path / "models"), "threads": 1}}


def copying(tokens):
    """A transformer of one layer that copies its source."""
    import numpy as np
    from ctranslate2.specs import TransformerSpec

    spec = TransformerSpec.from_config(1, 1)
    write = Writer(np, len(tokens))
    for side in (spec.encoder, spec.decoder):
        write.side(side)
    spec.encoder.embeddings[0].weight = write.marked(len(tokens), write.token)
    spec.decoder.embeddings.weight = write.marked(len(tokens), write.token)
    write.attention(spec.decoder.layer[0].attention)
    write.linear(spec.decoder.projection, write.marked(len(tokens), write.copied))
    spec.decoder.projection.bias[tokens.index("</s>")] = -2  # of wrong tokens, the end is the last
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.validate()
    return spec


class Writer:
    """Writes weights. A row has marks for the token, for its place, and for the token copied."""

    def __init__(self, np, kinds):
        self.np = np
        self.kinds = kinds
        self.width = 2 * kinds + PLACES
        self.token = slice(0, kinds)
        self.place = slice(kinds, kinds + PLACES)
        self.copied = slice(kinds + PLACES, self.width)

    def nothing(self, high, wide=None):
        return self.np.zeros((high, wide or self.width), self.np.float32)

    def marked(self, count, at):
        table = self.nothing(count)
        table[:, at] = self.np.eye(count)
        return table

    def linear(self, spec, weight):
        spec.weight, spec.bias = weight, self.np.zeros(len(weight), self.np.float32)

    def norm(self, spec):
        spec.gamma = self.np.ones(self.width, self.np.float32)
        spec.beta = self.np.zeros(self.width, self.np.float32)

    def side(self, spec):
        """An encoder or decoder whose own layer changes nothing."""
        spec.scale_embeddings = False
        spec.position_encodings.encodings = self.marked(PLACES, self.place)
        self.norm(spec.layer_norm)
        [layer] = spec.layer
        self.norm(layer.self_attention.layer_norm)
        self.linear(layer.self_attention.linear[0], self.nothing(3 * self.width))
        self.linear(layer.self_attention.linear[1], self.nothing(self.width))
        self.norm(layer.ffn.layer_norm)
        self.linear(layer.ffn.linear_0, self.nothing(8))
        self.linear(layer.ffn.linear_1, self.nothing(self.width, 8))

    def attention(self, spec):
        """The decoder looks for its own place in the source, and copies the token there."""
        query, both, out = (self.nothing(rows * self.width) for rows in (1, 2, 1))
        query[self.place, self.place] = 4 * self.np.eye(PLACES)
        both[self.place, self.place] = self.np.eye(PLACES)
        both[self.width + self.copied.start :, self.token] = self.np.eye(self.kinds)
        out[self.copied, self.copied] = 10 * self.np.eye(self.kinds)
        self.norm(spec.layer_norm)
        for part, weight in zip(spec.linear, (query, both, out), strict=True):
            self.linear(part, weight)
