"""Flask, for gunicorn with threads or without."""
import time

from flask import Flask, request as asked

from costs import COSTS

app = Flask(__name__)


@app.get("/costs")
def costs():
    return COSTS.taken()


def parameters():
    return asked.args.get("turns", 0, int), asked.args.get("hashes", 0, int), asked.args.get("io", 0, float)


@app.get("/empty")
def empty():
    parameters()
    return {}


@app.get("/work")
def work():
    turns, hashes, io = parameters()
    with COSTS.request() as request:
        request.work(turns, hashes)
        if io:
            time.sleep(io / 1000)
    return {}
