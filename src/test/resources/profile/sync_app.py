"""FastAPI with plain functions, which Starlette runs on a pool of threads."""
import time

from fastapi import FastAPI

from costs import COSTS

app = FastAPI()


@app.get("/costs")
def costs():
    return COSTS.taken()


@app.get("/empty")
def empty(turns: int = 0, hashes: int = 0, kib: int = 64, io: float = 0):
    return {}


@app.get("/work")
def work(turns: int = 0, hashes: int = 0, kib: int = 64, io: float = 0, turns_behind: int = 0, hashes_behind: int = 0):
    with COSTS.request() as request:
        request.work(turns, hashes, kib)
        if io:
            time.sleep(io / 1000)
        request.work(turns_behind, hashes_behind, kib)
    return {}
