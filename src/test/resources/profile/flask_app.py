"""Flask, for gunicorn with threads or without."""
import time

from flask import Flask, request

from costs import native_loop, python_loop

app = Flask(__name__)


@app.get("/empty")
def empty():
    return {}


@app.get("/work")
def work():
    asked = request.args
    python_loop(asked.get("turns", 0, int))
    native_loop(asked.get("hashes", 0, int))
    io = asked.get("io", 0, float)
    if io:
        time.sleep(io / 1000)
    return {}
