"""FastAPI with coroutines, all on the event loop; blocking=1 sleeps on it."""
import asyncio
import time

from fastapi import FastAPI

from costs import native_loop, python_loop

app = FastAPI()


@app.get("/empty")
async def empty():
    return {}


@app.get("/work")
async def work(turns: int = 0, hashes: int = 0, io: float = 0, blocking: int = 0):
    python_loop(turns)
    native_loop(hashes)
    if io and blocking:
        time.sleep(io / 1000)
    elif io:
        await asyncio.sleep(io / 1000)
    return {}
