"""What is done to sound on its way: resampled, bridged, counted, and missed when it is gone."""

import numpy as np
import pytest

from lorgnette.core.earcons import Earcon, sound_of

pytestmark = pytest.mark.real

RESAMPLE = """async ([from, to, tone, seconds, piece]) => {
  const { Resampler } = await import("/static/glasses/resampler.js");
  const resampler = new Resampler(from, to);
  const out = [];
  for (let first = 0; first < from * seconds; first += piece) {
    const input = Float32Array.from({ length: piece }, (_, n) =>
      Math.sin((2 * Math.PI * tone * (first + n)) / from));
    out.push(...resampler.push(input));
  }
  return out;
}"""


def level(sound, rate, tone):
    """How loud a tone is in a sound, and how loud everything else."""
    sound = np.array(sound[rate // 10 : -rate // 10])
    turn = 2j * np.pi * tone / rate * np.arange(len(sound))
    window = np.hanning(len(sound))
    found = 2 * abs(np.sum(sound * window * np.exp(-turn))) / window.sum()
    phase = np.angle(np.sum(sound * window * np.exp(-turn)))
    rest = sound - found * np.cos(turn.imag + phase)
    return found, np.sqrt(np.mean(rest**2))


@pytest.mark.parametrize(
    ("source", "target"),
    [(48_000, 16_000), (44_100, 16_000), (96_000, 16_000), (16_000, 48_000), (16_000, 44_100)],
)
async def test_a_tone_stays_a_tone_at_any_rate(page, source, target):
    sound = await page.evaluate(RESAMPLE, [source, target, 1000, 1, 128])
    assert abs(len(sound) - target) <= target // 500
    found, rest = level(sound, target, 1000)
    assert 0.99 < found < 1.01
    assert rest < 0.001


async def test_what_16_khz_cannot_hold_is_gone_and_not_folded_down(page):
    sound = await page.evaluate(RESAMPLE, [48_000, 16_000, 10_000, 0.5, 128])
    assert np.abs(sound[100:-100]).max() < 0.001


async def test_equal_rates_change_nothing(page):
    sound = await page.evaluate(RESAMPLE, [16_000, 16_000, 440, 0.1, 160])
    expected = np.sin(2 * np.pi * 440 * np.arange(1600) / 16_000)
    assert np.allclose(sound, expected, atol=1e-6)


@pytest.mark.parametrize("name", list(Earcon))
async def test_earcons_are_those_of_the_hub(page, name):
    sound = await page.evaluate(
        """async (name) => {
          const { earcon } = await import("/static/glasses/earcons.js");
          return [...earcon(name)];
        }""",
        name,
    )
    ours = np.round(np.array(sound) * 32767)
    theirs = np.frombuffer(sound_of(name), "<i2")
    assert len(ours) == len(theirs)
    assert np.abs(ours - theirs).max() <= 1


async def test_an_earcon_nobody_knows_is_silent(page):
    assert await page.evaluate(
        """async () => (await import("/static/glasses/earcons.js")).earcon("toString") === null"""
    )


GAPS = """async (blocks) => {
  const { Gaps } = await import("/static/glasses/gaps.js");
  const gaps = new Gaps();
  let heard = 0;
  return blocks.map(([now, reset]) => {
    if (reset) gaps.reset();
    return Math.round(gaps.lost(now, (heard += 10), 10));
  });
}"""


async def test_sleep_is_lost_sound_and_a_stall_that_catches_up_is_not(page):
    steady = [[n * 10] for n in range(200)]
    assert not any(await page.evaluate(GAPS, steady))

    sleeping = steady + [[60_000 + n * 10] for n in range(200)]
    told = await page.evaluate(GAPS, sleeping)
    assert [lost for lost in told if lost] == [58_000]
    assert not any(told[:200])

    late = [[2800 + n] for n in range(80)]  # 0.8 s late, then all at once
    after = [[2800 + n * 10] for n in range(100)]
    assert not any(await page.evaluate(GAPS, steady + late + after))


async def test_a_microphone_that_was_off_lost_nothing(page):
    off = [[n * 10] for n in range(100)] + [[90_000, True]] + [[90_010 + n * 10] for n in range(99)]
    assert not any(await page.evaluate(GAPS, off))


async def test_a_slow_clock_is_no_loss_even_after_an_hour(page):
    lost = await page.evaluate(
        """async () => {
          const { Gaps } = await import("/static/glasses/gaps.js");
          const gaps = new Gaps();
          let lost = 0;
          for (let n = 0; n < 360000; n++) lost += gaps.lost(n * 10.001, n * 10, 10);
          return lost;
        }"""
    )
    assert lost == 0


PLAY = """async (script) => {
  const { Playlist } = await import("/static/glasses/playlist.js");
  const list = new Playlist();
  const [out, reports] = [[], []];
  for (const [verb, ...args] of script) {
    if (verb === "feed") {
      const [epoch, sample, length, value, side] = args;
      const sound = new Int16Array(length).fill(value);
      list.feed({ kind: "speech", epoch, sample, sound, side });
    } else if (verb === "render") {
      const block = new Float32Array(args[0]);
      list.render(block);
      out.push(...block);
    } else if (verb === "report") {
      const news = list.report(args[0] ?? 0);
      reports.push(news && [news.epoch, news.sample, news.done]);
    } else if (verb === "side") {
      reports.push(list.side);
    } else if (verb === "render+") {
      for (let n = 0; n < args[0]; n += 16) {
        const block = new Float32Array(16);
        list.render(block);
        out.push(...block);
      }
    } else list[verb](...args);
  }
  return { out, reports };
}"""

LOUD = 16_384
SMOOTH = 0.015
"""The most a bridged jump of half the range may move in one sample."""


async def play(page, *script):
    told = await page.evaluate(PLAY, [list(step) for step in script])
    return np.array(told["out"]), told["reports"]


def steepest(sound):
    return np.abs(np.diff(np.concatenate([[0.0], sound]))).max()


async def test_speech_begins_at_once_and_neither_its_end_nor_an_underrun_clicks(page):
    out, _ = await play(
        page, ("feed", 1, 0, 800, LOUD), ("render+", 1600), ("feed", 1, 800, 800, LOUD),
        ("render+", 1600),
    )  # fmt: skip
    assert out[100:799] == pytest.approx(0.5)
    assert out[900:1599] == pytest.approx(0.0)
    assert out[1700:2399] == pytest.approx(0.5)
    assert steepest(out) < SMOOTH


async def test_a_flush_is_silence_after_5_ms_without_a_click(page):
    out, reports = await play(
        page, ("feed", 3, 0, 16_000, LOUD), ("render+", 1600), ("report",), ("flush", 3),
        ("render+", 1600), ("report",),
    )  # fmt: skip
    assert steepest(out) < SMOOTH
    assert out[1700:] == pytest.approx(0.0)
    assert reports == [[3, 1600, False], None]


async def test_a_flush_leaves_later_epochs_alone(page):
    out, reports = await play(
        page, ("feed", 3, 0, 8000, LOUD), ("feed", 4, 0, 800, -LOUD), ("render+", 160),
        ("flush", 3), ("ends", 4, 800), ("render+", 1600), ("report",),
    )  # fmt: skip
    assert out[300:900] == pytest.approx(-0.5)
    assert steepest(out) < 2 * SMOOTH
    assert reports == [[4, 800, True]]


async def test_played_is_what_reached_the_ear_not_what_was_sent_there(page):
    _, reports = await play(
        page, ("feed", 1, 0, 3200, LOUD), ("ends", 1, 3200), ("render+", 1600), ("report", 480),
        ("render+", 1600), ("report", 480), ("render+", 320), ("report", 480), ("render+", 160),
        ("report", 480), ("report", 480),
    )  # fmt: skip
    assert reports == [[1, 1120, False], [1, 2720, False], [1, 3040, False], [1, 3200, True], None]


async def test_an_epoch_whose_end_comes_late_or_that_says_nothing_is_done(page):
    _, reports = await play(
        page, ("feed", 1, 0, 160, LOUD), ("render+", 320), ("report",), ("ends", 1, 160),
        ("render+", 16), ("report",), ("ends", 2, 0), ("render+", 16), ("report",),
    )  # fmt: skip
    assert reports == [[1, 160, False], [1, 160, True], [2, 0, True]]


@pytest.mark.parametrize("block", [16, 128, 4000])
async def test_the_last_sample_counts_whatever_the_blocks(page, block):
    blocks = [("render", block)] * (4000 // block)
    _, reports = await play(
        page, ("feed", 1, 0, 2999, LOUD), ("ends", 1, 2999), *blocks, ("report",), ("report",)
    )
    assert reports == [[1, 2999, True], None]


async def test_ducked_speech_is_soft_and_comes_back_smoothly(page):
    out, _ = await play(
        page, ("feed", 1, 0, 16_000, LOUD), ("render+", 1600), ("duck", 1, True),
        ("render+", 1600), ("duck", 1, False), ("render+", 1600),
    )  # fmt: skip
    assert out[2400:3200] == pytest.approx(0.1)
    assert out[4000:] == pytest.approx(0.5)
    assert steepest(out) < SMOOTH


async def test_speech_waits_for_the_end_of_an_alarm(page):
    out, reports = await play(
        page, ("hold", 1600), ("feed", 1, 0, 800, LOUD), ("render+", 1600), ("report",),
        ("render+", 160), ("report",),
    )  # fmt: skip
    assert out[:1600] == pytest.approx(0.0)
    assert reports == [None, [1, 160, False]]


async def test_a_voice_goes_to_its_side_smoothly_and_back(page):
    _, sides = await play(
        page, ("feed", 1, 0, 1600, LOUD, -1), ("feed", 1, 1600, 1600, LOUD), ("side",),
        ("render", 16), ("side",), ("render", 1584), ("side",), ("render", 1600), ("side",),
    )  # fmt: skip
    assert sides == pytest.approx([0, -0.04, -1, 0], abs=1e-6)


EARS = """async (sides) => {
  const { ears } = await import("/static/glasses/sides.js");
  return sides.map(ears);
}"""


async def test_from_every_side_it_is_as_loud_in_all_and_no_ear_misses_it(page):
    left, middle, right = await page.evaluate(EARS, [-1, 0, 1])
    assert middle == pytest.approx([1, 1])
    assert left == pytest.approx(right[::-1])
    assert np.sum(np.square(left)) == pytest.approx(2)
    assert 2 < left[0] / left[1] < 3
