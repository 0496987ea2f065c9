"""Models of a few numbers each: they hear a low tone as «hello» and a high one as «world».

They are made of the same operators, inputs and metadata as the real ones, so that what loads and
runs these loads and runs those.
"""

from base64 import b64encode

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

BINS = 80
WINDOW = 7
"""Frames that paraformer and SenseVoice take together."""

LOW, HIGH = (5, 25), (45, 65)
"""Mel bins in which a tone of 500 Hz and one of 2,500 Hz are loud."""

LOUD = 3.0
"""The logarithm of the energy above which there is a tone."""

FLOAT, INT32, INT64 = TensorProto.FLOAT, TensorProto.INT32, TensorProto.INT64


def tone(seconds=0.6, *, hertz=500.0, loud=0.3):
    """A tone as sound of the hub. It swells and fades: a click has every height."""
    times = np.arange(int(seconds * 16_000)) / 16_000
    swell = np.minimum(1, np.minimum(times, seconds - times) / 0.1) * loud
    return (np.sin(2 * np.pi * hertz * times) * swell * 32767).astype("<i2").tobytes()


def silence(seconds=0.5):
    return bytes(int(seconds * 16_000) * 2)


HELLO, WORLD = tone(), tone(hertz=2_500.0)


class Graph:
    """An ONNX graph being written down."""

    def __init__(self):
        self.nodes, self.constants, self.count = [], [], 0

    def constant(self, value, dtype=np.float32):
        self.count += 1
        name = f"constant{self.count}"
        self.constants.append(numpy_helper.from_array(np.asarray(value, dtype), name))
        return name

    def __call__(self, operator, *inputs, out=None, **attributes):
        self.count += 1
        out = out or f"value{self.count}"
        self.nodes.append(helper.make_node(operator, list(inputs), [out], **attributes))
        return out

    def part(self, value, start, end, axis, step=1):
        ends = (self.constant([number], np.int64) for number in (start, end, axis, step))
        return self("Slice", value, *ends)

    def tones(self, features):
        """How loud the low and the high band are: [..., bins] to [..., 2]."""
        bands = []
        for start, end in (LOW, HIGH):
            band = self.part(features, start, end, -1)
            bands.append(self("ReduceMax", band, self.constant([-1], np.int64), keepdims=1))
        return self("Concat", *bands, axis=-1)

    def scores(self, tones, vocabulary, hello, *, nothing=0):
        """[..., 2] to [..., vocabulary]: `hello` and the one after it, or `nothing`."""
        spread = np.zeros((2, vocabulary))
        spread[0, hello] = spread[1, hello + 1] = 1
        bias = np.full(vocabulary, -100.0)
        bias[[hello, hello + 1]] = 0
        bias[nothing] = LOUD
        scores = self("MatMul", tones, self.constant(spread))
        return self("Add", scores, self.constant(bias))

    def save(self, path, inputs, outputs, **metadata):
        graph = helper.make_graph(
            self.nodes,
            "tiny",
            [helper.make_tensor_value_info(*each) for each in inputs],
            [helper.make_tensor_value_info(*each) for each in outputs],
            self.constants,
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)])
        model.ir_version = 9
        helper.set_model_props(model, {name: str(value) for name, value in metadata.items()})
        onnx.save(model, path)


def tokens(folder, *symbols):
    lines = [f"{symbol} {number}" for number, symbol in enumerate(symbols)]
    (folder / "tokens.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def transducer(folder, words=("▁HELLO", "▁WORLD")):
    """A streaming transducer with the states of an LSTM."""
    folder.mkdir(parents=True, exist_ok=True)
    tokens(folder, "<blk>", "<unk>", *words)
    graph = Graph()
    graph("Identity", graph.part(graph.tones("x"), 0, 8, 1, 4), out="encoder_out")
    graph("Identity", "h", out="next_h")
    graph("Identity", "c", out="next_c")
    state = ("N", 1)
    graph.save(
        folder / "encoder-epoch-99-avg-1.int8.onnx",
        [("x", FLOAT, ["N", 12, BINS]), ("h", FLOAT, [1, *state]), ("c", FLOAT, [1, *state])],
        [
            ("encoder_out", FLOAT, ["N", 2, 2]),
            ("next_h", FLOAT, [1, *state]),
            ("next_c", FLOAT, [1, *state]),
        ],
        model_type="lstm", num_encoder_layers=1, T=12, decode_chunk_len=8,
        rnn_hidden_size=1, d_model=1,
    )  # fmt: skip
    graph = Graph()
    last = graph("Max", graph.part("y", 1, 2, 1), graph.constant([[0]], np.int64))
    said = graph.constant([[0, 0], [0, 0], [50, 0], [0, 50]])
    graph("Squeeze", graph("Gather", said, last), graph.constant([1], np.int64), out="decoder_out")
    graph.save(
        folder / "decoder-epoch-99-avg-1.onnx",
        [("y", INT64, ["N", 2])],
        [("decoder_out", FLOAT, ["N", 2])],
        vocab_size=4,
        context_size=2,
    )
    graph = Graph()
    new = graph("Sub", "encoder_out", "decoder_out")  # what was said last is not said again
    graph("Identity", graph.scores(new, 4, 2), out="logit")
    graph.save(
        folder / "joiner-epoch-99-avg-1.int8.onnx",
        [("encoder_out", FLOAT, ["N", 2]), ("decoder_out", FLOAT, ["N", 2])],
        [("logit", FLOAT, ["N", 4])],
        joiner_dim=2,
    )
    return folder


def zeros(count):
    return ",".join(["0"] * count)


def ones(count):
    return ",".join(["1"] * count)


FRONT = {"lfr_window_size": WINDOW, "lfr_window_shift": 6}
NORMAL = {"neg_mean": zeros(BINS * WINDOW), "inv_stddev": ones(BINS * WINDOW)}
WIDE = BINS * WINDOW


def streaming_paraformer(folder):
    """A streaming paraformer: about one word for 0.3 s of a tone."""
    folder.mkdir(parents=True, exist_ok=True)
    tokens(folder, "<blank>", "<s>", "</s>", "hello", "world")
    graph = Graph()
    heard = graph("Identity", graph.tones("speech"), out="enc")
    graph("Identity", "speech_lengths", out="enc_len")
    loudest = graph("ReduceMax", heard, graph.constant([-1], np.int64), keepdims=0)
    loud = graph("Cast", graph("Greater", loudest, graph.constant(LOUD)), to=FLOAT)
    graph("Mul", loud, graph.constant(0.2), out="alphas")
    graph.save(
        folder / "encoder.int8.onnx",
        [("speech", FLOAT, [1, "F", WIDE]), ("speech_lengths", INT32, [1])],
        [
            ("enc", FLOAT, [1, "F", 2]),
            ("enc_len", INT32, [1]),
            ("alphas", FLOAT, [1, "F"]),
        ],
        model_type="paraformer", vocab_size=5, encoder_output_size=2,
        decoder_num_blocks=1, decoder_kernel_size=2, **FRONT, **NORMAL,
    )  # fmt: skip
    graph = Graph()
    scores = graph("Identity", graph.scores("acoustic_embeds", 5, 3), out="logits")
    graph("ArgMax", scores, axis=-1, keepdims=0, out="sample_ids")
    graph("Identity", "in_cache_0", out="out_cache_0")
    cache = [1, 2, 1]
    graph.save(
        folder / "decoder.int8.onnx",
        [
            ("enc", FLOAT, [1, "F", 2]),
            ("enc_len", INT32, [1]),
            ("acoustic_embeds", FLOAT, [1, "n", 2]),
            ("acoustic_embeds_len", INT32, [1]),
            ("in_cache_0", FLOAT, cache),
        ],
        [
            ("logits", FLOAT, [1, "n", 5]),
            ("sample_ids", INT64, [1, "n"]),
            ("out_cache_0", FLOAT, cache),
        ],
    )
    return folder


def sense_voice(folder):
    """A SenseVoice: before the words it writes the language it was told to expect."""
    folder.mkdir(parents=True, exist_ok=True)
    languages = ("auto", "zh", "en", "ja", "ko", "yue")
    marks = [f"<|{language}|>" for language in languages]
    tokens(folder, "<unk>", "▁hello", "▁world", "<|NEUTRAL|>", "<|Speech|>", "<|woitn|>", *marks)
    graph = Graph()
    words = graph.scores(graph.tones("x"), 12, 1)
    table = np.eye(12)[6:] * 9
    language = graph("Gather", graph.constant(table), "language")
    rest = graph.constant(np.eye(12)[3:6][None] * 9)
    first = graph("Unsqueeze", language, graph.constant([1], np.int64))
    norm = graph("Cast", graph("Mul", "text_norm", graph.constant(0, np.int32)), to=FLOAT)
    length = graph("Cast", graph("Mul", "x_length", graph.constant(0, np.int32)), to=FLOAT)
    all_of_it = graph("Concat", first, rest, words, axis=1)
    graph("Add", graph("Add", all_of_it, norm), length, out="logits")
    graph.save(
        folder / "model.int8.onnx",
        [
            ("x", FLOAT, [1, "F", WIDE]),
            ("x_length", INT32, [1]),
            ("language", INT32, [1]),
            ("text_norm", INT32, [1]),
        ],
        [("logits", FLOAT, [1, "G", 12])],
        model_type="sense_voice_ctc", vocab_size=12, normalize_samples=1, with_itn=14,
        without_itn=15, **{f"lang_{name}": number for number, name in enumerate(languages)},
        **FRONT, **NORMAL,
    )  # fmt: skip
    return folder


def paraformer(folder):
    """A paraformer for whole utterances, of two words at most."""
    folder.mkdir(parents=True, exist_ok=True)
    tokens(folder, "<blank>", "<s>", "</s>", "hello", "world")
    graph = Graph()
    tones = graph("ReduceMax", graph.tones("speech"), graph.constant([1], np.int64), keepdims=1)
    graph("Identity", graph.scores(tones, 5, 3, nothing=2), out="logits")
    ones = graph("Max", graph("Mul", "speech_lengths", graph.constant(0, np.int32)),
                 graph.constant([1], np.int32))  # fmt: skip
    graph("Identity", ones, out="token_num")
    graph.save(
        folder / "model.int8.onnx",
        [("speech", FLOAT, ["N", "F", WIDE]), ("speech_lengths", INT32, ["N"])],
        [("logits", FLOAT, ["N", 1, 5]), ("token_num", INT32, ["N"])],
        model_type="paraformer", vocab_size=5, **FRONT, **NORMAL,
    )  # fmt: skip
    return folder


def whisper(folder):
    """A Whisper of one word, which it writes in the language it is told to expect."""
    folder.mkdir(parents=True, exist_ok=True)
    words = ["hello", "world", "你好", "世界"]
    lines = [f"{b64encode(word.encode()).decode()} {number}" for number, word in enumerate(words)]
    (folder / "tokens.txt").write_text("\n".join(lines) + "\n")
    start, end, chinese, english, task, plain, size = 4, 5, 6, 7, 8, 9, 12
    graph = Graph()
    features = graph("Transpose", "mel", perm=[0, 2, 1])
    tones = graph("ReduceMax", graph.tones(features), graph.constant([1], np.int64), keepdims=1)
    graph("Unsqueeze", tones, graph.constant([0], np.int64), out="cross_k")
    graph("Identity", "cross_k", out="cross_v")
    cross = [("cross_k", FLOAT, [1, 1, 1, 2]), ("cross_v", FLOAT, [1, 1, 1, 2])]
    graph.save(
        folder / "tiny-encoder.int8.onnx",
        [("mel", FLOAT, [1, BINS, "F"])],
        cross,
        model_type="whisper-tiny", n_mels=BINS, n_text_layer=1, n_text_ctx=20, n_text_state=1,
        n_vocab=size, sot=start, eot=end, blank_id=11, translate=10, transcribe=task,
        no_timestamps=plain, no_speech=11, is_multilingual=1,
        sot_sequence=f"{start},{chinese},{task}",
        all_language_tokens=f"{chinese},{english}", all_language_codes="zh,en",
    )  # fmt: skip
    graph = Graph()

    def said(token):
        equal = graph("Cast", graph("Equal", "tokens", graph.constant(token, np.int64)), to=FLOAT)
        return graph("ReduceMax", equal, graph.constant([0, 1], np.int64), keepdims=0)

    tones = graph("Squeeze", "cross_k", graph.constant([0], np.int64))
    heard = graph("Add", tones, graph.constant(LOUD - 0.7))  # its features are scaled down
    scores = [graph.scores(heard, size, word, nothing=end) for word in (0, 2)]
    change = graph("Mul", graph("Sub", scores[1], scores[0]), said(chinese))
    over = graph("Mul", graph("Sub", graph.constant(1.0), said(plain)),
                 graph.constant(np.eye(size)[end] * 200))  # fmt: skip
    graph("Add", graph("Add", scores[0], change), over, out="logits")
    graph("Identity", "in_k", out="out_k")
    graph("Identity", "in_v", out="out_v")
    cache = [1, 1, 20, 1]
    graph.save(
        folder / "tiny-decoder.int8.onnx",
        [
            ("tokens", INT64, [1, "n"]),
            ("in_k", FLOAT, cache),
            ("in_v", FLOAT, cache),
            *cross,
            ("offset", INT64, [1]),
        ],
        [("logits", FLOAT, [1, 1, size]), ("out_k", FLOAT, cache), ("out_v", FLOAT, cache)],
    )
    return folder


def embedding(folder, **metadata):
    """A network that tells speakers by the height of their voices."""
    folder.mkdir(parents=True, exist_ok=True)
    graph = Graph()
    mean = graph("ReduceMean", "x", graph.constant([1], np.int64), keepdims=0)
    graph("Identity", graph.part(mean, 0, BINS, -1, 10), out="embedding")
    known = {
        "framework": "wespeaker", "output_dim": 8, "sample_rate": 16_000,
        "normalize_samples": 1, "language": "English",
    }  # fmt: skip
    graph.save(
        folder / "voices.onnx",
        [("x", FLOAT, ["N", "T", BINS])],
        [("embedding", FLOAT, ["N", 8])],
        **{**known, **metadata},
    )
    return folder


def without(path, name):
    """Take a property away from a network."""
    model = onnx.load(path)
    kept = [each for each in model.metadata_props if each.key != name]
    del model.metadata_props[:]
    model.metadata_props.extend(kept)
    onnx.save(model, path)
