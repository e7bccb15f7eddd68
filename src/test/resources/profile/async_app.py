"""FastAPI with coroutines, all on the event loop; blocking=1 sleeps on it."""
import asyncio
import time

from fastapi import FastAPI

from costs import COSTS

app = FastAPI()


@app.get("/costs")
async def costs():
    return COSTS.taken()


@app.get("/empty")
async def empty(turns: int = 0, hashes: int = 0, io: float = 0, blocking: int = 0):
    return {}


@app.get("/work")
async def work(turns: int = 0, hashes: int = 0, io: float = 0, blocking: int = 0):
    with COSTS.request() as request:
        request.work(turns, hashes)
        if io and blocking:
            time.sleep(io / 1000)
        elif io:
            await asyncio.sleep(io / 1000)
    return {}
