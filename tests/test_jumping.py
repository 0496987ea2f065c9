"""The clock of the tests: waiting takes no time, and no thread takes any of the time there is."""

import anyio
import anyio.from_thread
import anyio.to_thread


async def test_it_jumps_to_what_is_next():
    begun = anyio.current_time()
    await anyio.sleep(3_600)
    assert anyio.current_time() == begun + 3_600


async def test_it_stands_still_while_a_thread_is_at_work():
    begun, times = anyio.current_time(), []

    def ask_many_times():
        for _ in range(100):
            anyio.from_thread.run_sync(anyio.current_time)

    async def work():
        await anyio.to_thread.run_sync(ask_many_times)
        times.append(anyio.current_time())

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(work)
        await anyio.sleep(1)
        times.append(anyio.current_time())

    assert times == [begun, begun + 1]


async def test_a_thread_is_waited_for_with_nothing_to_jump_to():
    assert await anyio.to_thread.run_sync(lambda: 42) == 42
