"""Flask, for gunicorn with threads or without."""
import time

from flask import Flask, request as asked

from costs import COSTS

app = Flask(__name__)


@app.get("/costs")
def costs():
    return COSTS.taken()


def parameters():
    names = {"turns": 0, "hashes": 0, "kib": 64, "io": 0, "turns_behind": 0, "hashes_behind": 0}
    return [asked.args.get(name, value, int) for name, value in names.items()]


@app.get("/empty")
def empty():
    parameters()
    return {}


@app.get("/work")
def work():
    turns, hashes, kib, io, turns_behind, hashes_behind = parameters()
    with COSTS.request() as request:
        request.work(turns, hashes, kib)
        if io:
            time.sleep(io / 1000)
        request.work(turns_behind, hashes_behind, kib)
    return {}
