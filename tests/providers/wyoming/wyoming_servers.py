"""Servers of the Wyoming protocol, made with its own library."""

import asyncio
import contextlib
import warnings
from contextlib import asynccontextmanager

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # it imports audioop
    from wyoming.asr import Transcribe, Transcript, TranscriptChunk, TranscriptStart, TranscriptStop
    from wyoming.audio import AudioChunk, AudioStart, AudioStop
    from wyoming.info import AsrModel, AsrProgram, Attribution, Describe, Info
    from wyoming.server import AsyncEventHandler, AsyncTcpServer

NOBODY = Attribution("nobody", "http://localhost")


class Service:
    """What a server hears in a sound: `hear(sound, language)`; with `streams` it says it in parts.

    `asked` are the requests, `sounds` what was heard to its end; `left`: nobody is connected.
    """

    def __init__(self, hear, languages=("en-US", "zh_CN"), *, streams=False):
        self.hear = hear
        self.languages = list(languages)
        self.streams = streams
        self.asked, self.sounds, self.formats, self.open_now = [], [], [], 0
        self.left = asyncio.Event()
        self.left.set()

    def info(self):
        models = [
            AsrModel("tiny", NOBODY, True, None, None, languages=self.languages),
            AsrModel("other", NOBODY, True, None, None, languages=["tlh"]),
        ]
        return Info(asr=[AsrProgram("test", NOBODY, True, None, None, models=models)])


class Handler(AsyncEventHandler):
    """One connection."""

    def __init__(self, service, reader, writer):
        super().__init__(reader, writer)
        self.service = service
        self.sound, self.language, self.said = b"", "", 0
        service.open_now += 1
        service.left.clear()

    async def handle_event(self, event):
        if Describe.is_type(event.type):
            await self.write_event(self.service.info().event())
        elif Transcribe.is_type(event.type):
            transcribe = Transcribe.from_event(event)
            self.service.asked.append((transcribe.language, transcribe.name))
            self.language = transcribe.language
        elif AudioStart.is_type(event.type):
            start = AudioStart.from_event(event)
            self.service.formats.append((start.rate, start.width, start.channels))
            self.sound, self.said = b"", 0
        elif AudioChunk.is_type(event.type):
            self.sound += AudioChunk.from_event(event).audio
            if self.service.streams:
                await self.say_more()
        elif AudioStop.is_type(event.type):
            self.service.sounds.append(self.sound)
            text = await self.service.hear(self.sound, self.language)
            await self.write_event(Transcript(text, language=self.language).event())
            if self.service.streams:
                await self.write_event(TranscriptStop().event())
        return True

    async def say_more(self):
        """One word for every second so far."""
        while len(self.sound) // 32_000 > self.said:
            if not self.said:
                await self.write_event(TranscriptStart(language=self.language).event())
            self.said += 1
            await self.write_event(TranscriptChunk(f" w{self.said}").event())

    async def run(self):
        await super().run()
        with contextlib.suppress(ConnectionError):
            await self.writer.wait_closed()
        self.service.open_now -= 1
        if not self.service.open_now:
            self.service.left.set()


@asynccontextmanager
async def serving(service):
    """The address of a server for a service."""
    server = AsyncTcpServer("127.0.0.1", 0)
    await server.start(lambda reader, writer: Handler(service, reader, writer))
    host, port = server._server.sockets[0].getsockname()
    try:
        yield f"tcp://{host}:{port}"
    finally:
        await server.stop()
        await server._server.wait_closed()
        await service.left.wait()


@asynccontextmanager
async def answering(answer):
    """The address of a server that is none: `answer(reader, writer)` does what it likes."""
    tasks = set()

    async def handle(reader, writer):
        tasks.add(asyncio.current_task())
        try:
            await answer(reader, writer)
        finally:
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    try:
        yield f"tcp://{host}:{port}"
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.wait_closed()
