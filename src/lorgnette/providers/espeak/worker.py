"""espeak-ng in a process of its own: requests on standard input, sound on standard output.

The library is GPL-3, and may crash or hang on some text; here neither concerns the hub. This
program imports nothing of Lorgnette, so that it starts in a moment.

Both directions carry frames: a kind, the number of the request, the length of the body, the body.

    hub → worker    SPEAK   voice, rate, pitch, text, separated by NUL
    worker → hub    VOICES  once, at the start: a line `language<TAB>voice` for each voice
                    SOUND   all samples, at 22,050 Hz: mono, signed 16-bit, little-endian
                    FAILED  the request cannot be done, or (number 0) espeak-ng did not start

A newer request ends the one under way, whose sound is then cut short. Closing standard input
ends the program.

The interface is that of espeak-ng's `speak_lib.h`.
"""

import ctypes
import os
import struct
import sys
import threading
from collections.abc import Iterator
from queue import SimpleQueue
from typing import Any, Final

HEADER: Final = struct.Struct("<cII")
SPEAK, VOICES, SOUND, FAILED = b"S", b"V", b"A", b"F"
SAMPLE_RATE: Final = 22_050

_STDIN, _STDOUT = 0, 1
_SYNCHRONOUS = 2
_BUFFER_MS = 500
_UTF8 = 1
_RATE, _PITCH = 1, 3


class _EspeakVoice(ctypes.Structure):
    """`espeak_VOICE`. The languages are a priority byte and a name, repeated, ended by zero."""

    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.POINTER(ctypes.c_char)),
        ("identifier", ctypes.c_char_p),
        ("kind", ctypes.c_ubyte * 4),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


_TakeSound = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


class Espeak:
    """The library, set up to hand over sound while it is made, and to be stopped then."""

    def __init__(self) -> None:
        """Raises OSError or ImportError when the library is not installed."""
        import espeakng_loader

        library: Any = ctypes.CDLL(espeakng_loader.get_library_path())
        data = espeakng_loader.get_data_path().encode()
        if library.espeak_Initialize(_SYNCHRONOUS, _BUFFER_MS, data, 0) != SAMPLE_RATE:
            raise OSError("espeak-ng did not find its data")
        library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_EspeakVoice))
        library.espeak_Synth.argtypes = (
            *(ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint, ctypes.c_int),
            *(ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p),
        )
        self._library = library
        self._take = _TakeSound(self._taken)  # must live as long as the library may call it
        library.espeak_SetSynthCallback(self._take)
        self.newest = 0
        self._current = 0
        self._sound = bytearray()

    def voices(self) -> Iterator[str]:
        """The voices as lines `language<TAB>voice`, the preferred of a language first."""
        found = self._library.espeak_ListVoices(None)
        for index in range(10_000):
            if not found[index]:
                return
            voice = found[index].contents
            language = ctypes.string_at(voice.languages)[1:].decode()
            yield f"{language}\t{voice.identifier.decode()}"

    def speak(self, number: int, body: bytes) -> None:
        """Do one request."""
        voice, rate, pitch, text = body.split(b"\0", 3)
        if self._library.espeak_SetVoiceByName(voice) != 0:
            send(FAILED, number, b"espeak-ng has no voice " + voice)
            return
        self._library.espeak_SetParameter(_RATE, int(rate), 0)
        self._library.espeak_SetParameter(_PITCH, int(pitch), 0)
        self._current = number
        self._sound.clear()
        self._library.espeak_Synth(text + b"\0", len(text) + 1, 0, 1, 0, _UTF8, None, None)
        send(SOUND, number, self._sound)

    def _taken(self, samples: int | None, count: int, _events: int | None) -> int:
        """The callback of espeak-ng; 1 makes it stop."""
        if self._current != self.newest:
            return 1
        if samples and count:
            self._sound += ctypes.string_at(samples, 2 * count)
        return 0


def send(kind: bytes, number: int, body: bytes | bytearray) -> None:
    """Write a frame to the hub, waiting while the pipe is full."""
    frame = memoryview(HEADER.pack(kind, number, len(body)) + body)
    while frame:
        frame = frame[os.write(_STDOUT, frame) :]


def read(count: int) -> bytes:
    """So many bytes from the hub. When the hub is gone, so is this program."""
    body = b""
    while len(body) < count:
        piece = os.read(_STDIN, count - len(body))
        if not piece:
            os._exit(0)
        body += piece
    return body


def main() -> None:
    """Speak what is asked for until the hub is gone."""
    try:
        espeak = Espeak()
    except (ImportError, OSError) as error:
        send(FAILED, 0, str(error).encode())
        sys.exit(1)
    requests: SimpleQueue[tuple[int, bytes]] = SimpleQueue()

    def take_requests() -> None:
        while True:
            _, number, length = HEADER.unpack(read(HEADER.size))
            requests.put((number, read(length)))
            espeak.newest = number

    send(VOICES, 0, "\n".join(espeak.voices()).encode())
    threading.Thread(target=take_requests, daemon=True).start()
    while True:
        espeak.speak(*requests.get())


if __name__ == "__main__":
    main()
