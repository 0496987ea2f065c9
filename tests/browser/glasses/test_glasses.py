"""The whole pair of glasses, with Chromium's microphone, on a hub that has bad days."""

import base64
import io

import numpy as np
import pytest
from PIL import Image

from lorgnette.app.pictures import decode
from lorgnette.core.types import Epoch
from lorgnette.link.inbox import Gap
from lorgnette.link.media import Camera, Drawing, Microphone, Speech
from lorgnette.link.messages import (
    Adjust,
    Blind,
    Bye,
    Chunk,
    Flush,
    Light,
    Locate,
    Located,
    Look,
    Lost,
    Partial,
    Played,
    SpeechBegins,
    SpeechEnds,
    Status,
    Touched,
    Typed,
)

pytestmark = pytest.mark.real

MAKE = """async ([url, profile]) => {
  const { Glasses } = await import("/static/glasses/glasses.js");
  window.glasses = new Glasses({ profile, language: "en", token: null, url });
  window.turns = [];
  glasses.addEventListener("turn", ({ detail }) => turns.push([detail.who, detail.text]));
}"""
TONE = """() => {
  const file = new AudioBuffer({ length: 16000, sampleRate: 16000 });
  file.copyToChannel(Float32Array.from({ length: 16000 }, (_, n) => Math.sin(n / 4) / 2), 0);
  return glasses.microphoneFrom(file);
}"""


async def put_on(page, hearer, *, profile="ar", senses="{}"):
    """Click, and wear them."""
    await page.evaluate(MAKE, [hearer.url, profile])
    await page.evaluate(f"document.onclick = () => glasses.putOn({senses})")
    await page.mouse.click(5, 5)
    await becomes(page, "link === 'connected'")


async def becomes(page, condition):
    await page.wait_for_function(f"(({{ state }}) => state.{condition})(glasses)")


async def hears(hearer, seconds=0.3):
    """Wait until that much more sound has arrived."""
    before = samples(hearer)
    await hearer.until(lambda: samples(hearer) >= before + seconds * 16_000)


def samples(hearer):
    return sum(len(one.sound) // 2 for one in hearer.kinds(Microphone))


async def test_sound_arrives_whole_in_the_pieces_the_hub_wants(page, hearer):
    await put_on(page, hearer)
    await becomes(page, "lit.microphone")
    await hears(hearer)
    assert {len(one.sound) for one in hearer.kinds(Microphone)} == {2 * 1280}
    await hearer.send(Chunk(samples=320))
    await hears(hearer)
    assert len(hearer.kinds(Microphone)[-1].sound) == 640
    sounds = hearer.kinds(Microphone)
    assert hearer.kinds(Gap) == []
    assert sounds[-1].sample + 320 == samples(hearer)


async def test_a_file_is_heard_in_place_of_the_microphone(page, hearer):
    await put_on(page, hearer)
    await becomes(page, "lit.microphone")
    await page.evaluate(TONE)
    await becomes(page, "lit.microphone")
    await hears(hearer, 1.5)
    sound = np.frombuffer(b"".join(one.sound for one in hearer.kinds(Microphone)), "<i2")
    loud = np.abs(sound.astype(int)) > 12_000
    assert 0.3 * 16_000 < loud.sum() < 0.6 * 16_000, "a sine is that loud for half of the second"


async def test_the_light_goes_out_with_the_track_and_nothing_is_sent_in_the_dark(page, hearer):
    await put_on(page, hearer)
    await becomes(page, "lit.microphone")
    await hears(hearer)
    await page.evaluate("glasses.sense({ microphone: false })")
    assert not await page.evaluate("glasses.state.lit.microphone")
    await hearer.until(lambda: hearer.kinds(Microphone)[-1].end)
    await page.evaluate(
        """() => {
          window.dark = 0;
          const { ring } = glasses.session;
          const record = ring.record.bind(ring);
          ring.record = (sound) => {
            dark += !glasses.state.lit.microphone;
            record(sound);
          };
        }"""
    )
    await page.evaluate("glasses.sense({ microphone: true })")
    await hears(hearer)
    assert await page.evaluate("dark") == 0
    [gap] = hearer.kinds(Gap)
    assert not gap.lost


async def test_a_microphone_that_is_pulled_out_is_told_and_found_again(page, hearer):
    await put_on(page, hearer)
    await becomes(page, "lit.microphone")
    await page.evaluate(
        """() => {
          window.seen = [];
          glasses.addEventListener("state", ({ detail }) => seen.push(detail.microphone));
          const [track] = glasses.headset.microphone.sense.stream.getTracks();
          track.stop();
          track.dispatchEvent(new Event("ended"));
        }"""
    )
    await page.wait_for_function("seen.includes('lost') && seen.at(-1) === 'on'")
    await hears(hearer)
    assert await page.evaluate("glasses.state.lit.microphone")


async def test_a_permission_that_is_taken_away_and_given_again(page, hearer):
    await put_on(page, hearer)
    await becomes(page, "lit.microphone")
    devtools = await page.context.new_cdp_session(page)
    target = (await devtools.send("Target.getTargetInfo"))["targetInfo"]
    wanted = {
        "permission": {"name": "microphone"},
        "origin": page.url.rstrip("/"),
        "browserContextId": target["browserContextId"],
    }
    await devtools.send("Browser.setPermission", {**wanted, "setting": "denied"})
    await becomes(page, "microphone === 'refused'")
    assert not await page.evaluate("glasses.state.lit.microphone")
    await devtools.send("Browser.setPermission", {**wanted, "setting": "granted"})
    await becomes(page, "lit.microphone")
    await hears(hearer)


async def test_whoever_takes_them_off_at_once_is_not_heard(page, hearer):
    await page.evaluate(MAKE, [hearer.url, "ar"])
    await page.evaluate("Promise.all([glasses.putOn(), glasses.takeOff()])")
    await page.wait_for_timeout(500)
    state = await page.evaluate("glasses.state")
    assert (state["link"], state["microphone"]) == ("off", "off")
    assert hearer.kinds(Microphone) == []


async def test_a_revoked_token_puts_out_the_light_and_a_new_pairing_lights_it(page, hearer):
    await put_on(page, hearer)
    await becomes(page, "lit.microphone")
    await hearer.send(Bye("revoked"))
    await becomes(page, "link === 'refused'")
    state = await page.evaluate("glasses.state")
    assert (state["refusal"], state["lit"]["microphone"]) == ("revoked", False)
    await page.evaluate("glasses.hello.token = 'another'")
    await page.mouse.click(5, 5)
    await becomes(page, "lit.microphone")
    assert hearer.hellos[-1].token == "another"
    await hears(hearer)


async def test_leaving_the_page_says_goodbye(page, hearer):
    await put_on(page, hearer)
    await becomes(page, "lit.microphone")
    await page.goto("about:blank")
    await hearer.until(lambda: hearer.kinds(Bye))


@pytest.mark.parametrize(
    ("error", "state"),
    [("NotAllowedError", "refused"), ("NotFoundError", "missing"), ("NotReadableError", "lost")],
)
async def test_without_a_microphone_the_rest_works(page, hearer, error, state):
    await page.evaluate(
        """(name) => {
          navigator.mediaDevices.getUserMedia = async () => { throw new DOMException("", name); };
        }""",
        error,
    )
    await put_on(page, hearer)
    await becomes(page, f"microphone === '{state}'")
    assert not await page.evaluate("glasses.state.lit.microphone")
    await page.evaluate("glasses.type('hello')")
    await hearer.until(lambda: [one.text for one in hearer.kinds(Typed)] == ["hello"])


async def test_speech_is_played_and_told_to_be_played(page, hearer):
    await put_on(page, hearer)
    await becomes(page, "microphone === 'on'")
    tone = (8000 * np.sin(np.arange(4800) / 5)).astype("<i2").tobytes()
    await hearer.send(
        SpeechBegins(epoch=Epoch(1), language="en", text="Hm."),
        *(Speech(Epoch(1), first, tone[2 * first :][:640]) for first in range(0, 4800, 320)),
        SpeechEnds(epoch=Epoch(1), samples=4800),
    )
    await becomes(page, "speaking")
    await hearer.until(lambda: any(one.done for one in hearer.kinds(Played)))
    reports = [one.sample for one in hearer.kinds(Played)]
    assert reports == sorted(reports)
    assert reports[-1] == 4800
    assert len(reports) > 3
    assert await page.evaluate("turns") == [["hub", "Hm."]]
    await becomes(page, "speaking === false")


@pytest.mark.parametrize("side", [-1, 0, 1])
async def test_a_voice_from_a_side_is_louder_in_that_ear_and_heard_in_both(page, hearer, side):
    await put_on(page, hearer)
    await becomes(page, "microphone === 'on'")
    await page.evaluate("ear.forget()")
    tone = (8000 * np.sin(np.arange(4800) / 5)).astype("<i2").tobytes()
    await hearer.send(
        SpeechBegins(epoch=Epoch(1), language="en", side=side),
        *(Speech(Epoch(1), first, tone[2 * first :][:640]) for first in range(0, 4800, 320)),
        SpeechEnds(epoch=Epoch(1), samples=4800),
    )
    await hearer.until(lambda: any(one.done for one in hearer.kinds(Played)))

    left, right = [await loudness(page, ear) for ear in (0, 1)]
    assert min(left, right) > 500
    assert right / left == pytest.approx(2.414**side, rel=0.05)


async def loudness(page, ear):
    """How loud the end of what was said is in one ear, once it is followed by silence."""
    end = after = 0
    while not end or after < 1600:
        heard = base64.b64decode(await page.evaluate("ear.heard", ear))
        sound = np.frombuffer(heard, "<i2").astype(float)
        loud = np.flatnonzero(np.abs(sound) > 100)
        end = loud[-1] if loud.size else 0
        after = len(sound) - end
    return sound[end - 1600 : end - 160].std()


async def test_a_flush_ends_what_is_played(page, hearer):
    await put_on(page, hearer)
    await becomes(page, "microphone === 'on'")
    await hearer.send(
        *(Speech(Epoch(1), first, bytes(6400)) for first in range(0, 48_000, 3200)),
    )
    await becomes(page, "speaking")
    await hearer.send(Flush(epoch=Epoch(1)))
    await becomes(page, "speaking === false")
    await hears(hearer)
    assert hearer.kinds(Played)[-1].sample < 24_000


async def test_without_sound_time_passes_as_if_there_were(page, hearer):
    await page.evaluate(MAKE, [hearer.url, "everyday"])
    await page.evaluate("glasses.connect()")
    await becomes(page, "link === 'connected'")
    await hearer.send(Speech(Epoch(1), 0, bytes(6400)), SpeechEnds(epoch=Epoch(1), samples=3200))
    await hearer.until(lambda: any(one.done for one in hearer.kinds(Played)))
    assert hearer.kinds(Played)[-1].sample == 3200


async def test_sound_that_the_browser_blocks_begins_with_the_first_touch(page, hearer):
    await put_on(page, hearer)
    await becomes(page, "lit.microphone")
    await page.evaluate("glasses.headset.microphone.context.suspend()")
    await becomes(page, "blocked")
    assert not await page.evaluate("glasses.state.lit.microphone")
    await page.evaluate("document.onclick = null")
    await page.mouse.click(5, 5)
    await becomes(page, "blocked === false")
    await becomes(page, "lit.microphone")
    await hears(hearer)


async def test_a_context_that_stood_still_lost_sound_and_says_so(page, hearer):
    await put_on(page, hearer)
    await becomes(page, "lit.microphone")
    await hears(hearer)
    context = "glasses.headset.microphone.context"
    await page.evaluate(f"{context}.suspend()")
    await becomes(page, "lit.microphone === false")
    await page.wait_for_timeout(1500)
    await page.evaluate(f"{context}.resume()")
    await hearer.until(lambda: hearer.kinds(Gap))
    [gap] = hearer.kinds(Gap)
    assert gap.lost
    assert 1.2 < gap.samples / 16_000 < 3.5


async def test_another_profile_and_language_are_a_new_hello_of_the_same_session(page, hearer):
    await put_on(page, hearer)
    await page.evaluate("glasses.wear('text')")
    await hearer.until(lambda: len(hearer.hellos) == 2)
    await becomes(page, "link === 'connected'")
    await page.evaluate("glasses.speak('zh')")
    await hearer.until(lambda: len(hearer.hellos) == 3)
    last = hearer.hellos[-1]
    assert (last.profile.name, last.profile.display.width, last.language) == ("text", 40, "zh")
    assert last.session == "session 1"


async def test_a_restarted_hub_gets_a_clean_start(page, hearer):
    await put_on(page, hearer)
    await becomes(page, "lit.microphone")
    await hears(hearer, 1.5)
    hearer.forget()
    await hearer.until(lambda: len(hearer.hellos) == 2)
    assert hearer.hellos[1].session == "session 1"
    hearer.heard.clear()
    await hears(hearer, 0.5)
    first = hearer.kinds(Microphone)[0]
    assert first.sample > 0
    assert hearer.kinds(Gap) == []


async def test_settings_are_told_and_obeyed(page, hearer):
    await put_on(page, hearer)
    await page.evaluate("glasses.volume = 30; glasses.brightness = 70")
    await hearer.until(lambda: any(one.volume == 30 for one in hearer.kinds(Status)))
    told = hearer.kinds(Status)[-1]
    assert (told.brightness, told.battery is None) == (70, False)
    await hearer.send(Adjust(volume=80), Light(microphone=True, camera=False, purpose="speech"))
    await becomes(page, "volume === 80")
    await becomes(page, "listening && glasses.state.lit.purpose === 'speech'")


@pytest.mark.parametrize(
    ("text", "arrives"),
    [
        ('"\\u{1f600}".repeat(1500)', "😀" * 1000),
        ('"half \\ud83d"', "half \ufffd"),
        ('"  现在几点  "', "现在几点"),
    ],
)
async def test_whatever_is_typed_is_no_breach(page, hearer, text, arrives):
    await put_on(page, hearer)
    assert await page.evaluate("glasses.type('   ')")
    assert await page.evaluate(f"glasses.type({text})")
    await page.evaluate("glasses.volume = 33.4; glasses.brightness = 300")
    await hearer.until(lambda: any(one.volume == 33 for one in hearer.kinds(Status)))
    assert [one.text for one in hearer.kinds(Typed)] == [arrives]
    assert len(hearer.hellos) == 1


async def test_a_battery_the_browser_does_not_tell_is_simulated(page, hearer):
    await page.evaluate("delete Navigator.prototype.getBattery")
    await put_on(page, hearer)
    battery = await page.evaluate("glasses.state.battery")
    assert battery == {"percent": 100, "charging": False, "simulated": True}
    await hearer.until(lambda: any(one.battery == 100 for one in hearer.kinds(Status)))


async def test_the_position_is_told_while_it_is_allowed(page, hearer):
    await page.context.set_geolocation({"latitude": 52.5, "longitude": 13.4, "accuracy": 9})
    allowed = ["microphone", "camera", "geolocation"]
    await page.context.grant_permissions(allowed, origin=page.url.rstrip("/"))
    await put_on(page, hearer, senses="{ position: true }")
    await hearer.until(lambda: any(one.position for one in hearer.kinds(Status)))
    [*_, told] = [one.position for one in hearer.kinds(Status) if one.position]
    assert (told.latitude, told.longitude, told.accuracy) == (52.5, 13.4, 9)
    await becomes(page, "position === 'on'")
    await page.evaluate("glasses.sense({ position: false })")
    await becomes(page, "position === 'off'")


async def test_touch_partials_and_farewell(page, hearer):
    await put_on(page, hearer, senses="{ microphone: true, camera: true }")
    await becomes(page, "lit.camera")
    assert await page.evaluate("glasses.cameraStream.getVideoTracks().length") == 1
    await page.evaluate("glasses.touch('tap')")
    await hearer.until(lambda: hearer.kinds(Touched))
    await hearer.send(Partial(text="set a"))
    await page.wait_for_function("turns.length === 1")
    await page.evaluate("glasses.takeOff()")
    await hearer.until(lambda: hearer.kinds(Bye))
    state = await page.evaluate("glasses.state")
    assert (state["link"], state["microphone"], state["camera"]) == ("off", "off", "off")
    dark = {"microphone": False, "camera": False, "position": False, "purpose": ""}
    assert state["lit"] == dark
    await page.evaluate("(document.onclick = () => glasses.putOn())")
    await page.mouse.click(5, 5)
    await hearer.until(lambda: len(hearer.hellos) == 2)
    assert hearer.hellos[1].session is None


async def test_a_second_tab_takes_them_and_the_first_can_take_them_back(page, hearer):
    await put_on(page, hearer)
    await becomes(page, "lit.microphone")
    async with await page.context.new_page() as other:
        await other.goto(page.url)
        await other.evaluate(MAKE, [hearer.url, "ar"])
        await other.evaluate("glasses.connect()")
        await becomes(other, "link === 'elsewhere'")
        assert await page.evaluate("glasses.state.link") == "connected"

        await other.evaluate("glasses.takeOver()")
        await becomes(other, "link === 'connected'")
        await becomes(page, "link === 'elsewhere'")
        assert not await page.evaluate("glasses.state.lit.microphone")

        await page.bring_to_front()
        await page.evaluate("glasses.takeOver()")
        await becomes(page, "lit.microphone")
        await becomes(other, "link === 'elsewhere'")

        await page.evaluate("glasses.takeOff()")
        await other.evaluate("glasses.connect()")
        await becomes(other, "link === 'connected'")


async def test_pictures_are_taken_while_the_hub_asks_and_the_camera_rests_again(page, hearer):
    await put_on(page, hearer)
    await hearer.send(Light(microphone=False, camera=True, purpose="look"), Look(rate=5, side=80))
    await hearer.until(lambda: len(hearer.kinds(Camera)) >= 3)
    first, second, third = hearer.kinds(Camera)[:3]
    assert (first.number, second.number, third.number) == (1, 2, 3)
    pixels = await decode(third.picture)
    assert pixels.shape == (60, 80, 3)
    await becomes(page, "lit.camera")
    await hearer.send(Look())
    await becomes(page, "camera === 'off'")
    assert not await page.evaluate("glasses.state.lit.camera")


async def test_a_camera_that_the_wearer_switched_on_stays_on(page, hearer):
    await put_on(page, hearer, senses="{ camera: true }")
    await becomes(page, "camera === 'on'")
    await hearer.send(Look(rate=5))
    await hearer.until(lambda: hearer.kinds(Camera))
    await hearer.send(Look())
    await hears(hearer)
    assert await page.evaluate("glasses.state.camera") == "on"


async def test_a_camera_that_is_not_there_says_so(page, hearer):
    await page.evaluate(
        """() => {
          const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
          navigator.mediaDevices.getUserMedia = (wish) => wish.video
            ? Promise.reject(new DOMException("no", "NotAllowedError")) : real(wish);
        }"""
    )
    await put_on(page, hearer)
    await hearer.send(Look(rate=5))
    await hearer.until(lambda: hearer.kinds(Blind))
    assert hearer.kinds(Blind)[0].reason == "refused"
    assert not hearer.kinds(Camera)


async def test_where_the_wearer_is_is_told_while_the_hub_asks_and_no_longer(page, hearer):
    allowed = ["microphone", "geolocation"]
    await page.context.grant_permissions(allowed, origin=page.url.rstrip("/"))
    await page.context.set_geolocation({"latitude": 47.14, "longitude": 9.52, "accuracy": 7})
    await put_on(page, hearer)
    await hears(hearer)
    assert not hearer.kinds(Located)
    await hearer.send(Locate(rate=5))
    await hearer.until(lambda: hearer.kinds(Located))
    await becomes(page, "lit.position")
    await page.context.set_geolocation({"latitude": 47.15, "longitude": 9.53, "accuracy": 7})
    await hearer.until(lambda: hearer.kinds(Located)[-1].position.latitude == 47.15)
    told = hearer.kinds(Located)[-1]
    assert (told.position.longitude, told.position.accuracy) == (9.53, 7)
    assert 0 <= told.age < 5
    await hearer.send(Locate())
    await becomes(page, "position === 'off'")
    assert not await page.evaluate("glasses.state.lit.position")


async def test_a_position_that_may_not_be_told_is_refused(page, hearer):
    await page.evaluate(
        """() => {
          navigator.geolocation.watchPosition = (_found, failed) => (failed({ code: 1 }), 1);
        }"""
    )
    await put_on(page, hearer)
    await hearer.send(Locate(rate=5))
    await hearer.until(lambda: hearer.kinds(Lost))
    assert hearer.kinds(Lost)[-1].reason == "refused"
    assert not hearer.kinds(Located)


async def test_drawings_are_light_where_they_are_bright(page, hearer):
    await put_on(page, hearer)
    await hearer.send(Drawing(7, half_bright()))
    await page.wait_for_function("glasses.images.has('7')")
    left, right = await page.evaluate(
        """() => [1, 6].map((x) => [...glasses.images.get("7").getContext("2d")
              .getImageData(x, 2, 1, 1).data])"""
    )
    assert left[3] == 0
    assert right == [77, 255, 136, 255]


def half_bright():
    """A PNG, black on the left and white on the right."""
    image = Image.new("L", (8, 4))
    image.paste(255, (4, 0, 8, 4))
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()
