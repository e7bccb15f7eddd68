"""Lets worker.py (first argument) read and write the golden frames (in the folder of the second) and compares."""

import importlib.util
import re
import struct
import sys
from pathlib import Path

spec = importlib.util.spec_from_file_location("worker", sys.argv[1])
worker = importlib.util.module_from_spec(spec)
spec.loader.exec_module(worker)


def golden(name):
    lines = Path(sys.argv[2], name + ".hex").read_text(encoding="utf-8").splitlines()
    return bytes.fromhex("".join(re.sub(r"#.*|\s", "", line) for line in lines))


def read(name):
    """The frame in pieces, as it may arrive."""
    data, buffer = golden(name), bytearray()
    for byte in data[:-1]:
        buffer.append(byte)
        assert worker.take_frame(buffer) is None, name
    buffer += data[-1:] + b"next"
    kind, body = worker.take_frame(buffer)
    assert buffer == b"next", name
    return kind, body


def same(name, written, wanted):
    if written != wanted:
        sys.exit("%s: %r must be %r" % (name, written, wanted))


counters = struct.pack(">5qI", 8200000, 1000000, 3, 2, 1, 0)
completed = (112000000, 50000, 1000000, 8100000, 2050000, 100700000)
failed = (3000000, 50000, 0, 0, 0, 2900000)
same("hello", worker.hello(4711), golden("hello"))
same("ready", worker.frame(worker.READY), golden("ready"))
same("bye", worker.frame(worker.BYE), golden("bye"))
same("burner-speed", worker.burner_speed(0.975), golden("burner-speed"))
same("answer-completed", worker.answer(7, worker.COMPLETED, completed, "", counters), golden("answer-completed"))
same(
    "answer-downstream-failed",
    worker.answer(8, worker.DOWNSTREAM_FAILED, failed, "answered 500 \u2013 not 200"),
    golden("answer-downstream-failed"),
)

kind, body = read("request")
steps = [(worker.PYTHON, 5000000), (worker.OPAQUE, 3000000), (worker.NATIVE, 2000000), (worker.IO, 100000000)]
same("request", (kind, worker.read_request(body)), (worker.REQUEST, (7, 119999000000, steps)))
kind, body = read("setup")
setup = worker.read_setup(body)
same("setup", (kind, setup["threads"], setup["units-per-second"]), (worker.SETUP, 4, 34000000.5))
same("setup", setup["delay-service"], "http://127.0.0.1:9090")
same("burner-check", read("burner-check"), (worker.BURNER_CHECK, b""))
same("drain", read("drain"), (worker.DRAIN, b""))

for wrong in ("00000000", "00010001" + "04", "00000001" + "0a", "00000002" + "0800"):
    try:
        worker.take_frame(bytearray.fromhex(wrong))
    except worker.ProtocolError:
        continue
    sys.exit("%s must be refused" % wrong)
print("golden")
