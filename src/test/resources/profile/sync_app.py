"""FastAPI with plain functions, which Starlette runs on a pool of threads."""
import time

from fastapi import FastAPI

from costs import native_loop, python_loop

app = FastAPI()


@app.get("/empty")
def empty():
    return {}


@app.get("/work")
def work(turns: int = 0, hashes: int = 0, io: float = 0):
    python_loop(turns)
    native_loop(hashes)
    if io:
        time.sleep(io / 1000)
    return {}
