"""Lets the worker's frames.py (in the folder of the first argument) read and write the golden frames (in that of the second)."""

import re
import struct
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import frames


def golden(name):
    lines = Path(sys.argv[2], name + ".hex").read_text(encoding="utf-8").splitlines()
    return bytes.fromhex("".join(re.sub(r"#.*|\s", "", line) for line in lines))


def read(name):
    """The frame in pieces, as it may arrive."""
    data, buffer = golden(name), bytearray()
    for byte in data[:-1]:
        buffer.append(byte)
        assert frames.take_frame(buffer) is None, name
    buffer += data[-1:] + b"next"
    kind, body = frames.take_frame(buffer)
    assert buffer == b"next", name
    return kind, body


def same(name, written, wanted):
    if written != wanted:
        sys.exit("%s: %r must be %r" % (name, written, wanted))


counters = struct.pack(">5qI", 8200000, 1000000, 3, 2, 1, 0)
completed = (112000000, 50000, 1000000, 8100000, 2050000, 100700000)
failed = (3000000, 50000, 0, 0, 0, 2900000)
same("hello", frames.hello(4711), golden("hello"))
same("ready", frames.frame(frames.READY), golden("ready"))
same("bye", frames.frame(frames.BYE), golden("bye"))
same("burner-speed", frames.burner_speed(0.975), golden("burner-speed"))
same("answer-completed", frames.answer(7, frames.COMPLETED, completed, "", counters), golden("answer-completed"))
same(
    "answer-downstream-failed",
    frames.answer(8, frames.DOWNSTREAM_FAILED, failed, "answered 500 \u2013 not 200"),
    golden("answer-downstream-failed"),
)

kind, body = read("request")
steps = [(frames.PYTHON, 5000000), (frames.OPAQUE, 3000000), (frames.NATIVE, 2000000), (frames.IO, 100000000)]
same("request", (kind, frames.read_request(body)), (frames.REQUEST, (7, 119999000000, steps)))
kind, body = read("setup")
setup = frames.read_setup(body)
same("setup", (kind, setup["threads"], setup["units-per-second"]), (frames.SETUP, 4, 34000000.5))
same("setup", setup["delay-service"], "http://127.0.0.1:9090")
same("burner-check", read("burner-check"), (frames.BURNER_CHECK, b""))
same("drain", read("drain"), (frames.DRAIN, b""))

for wrong in ("00000000", "00010001" + "04", "00000001" + "0a", "00000002" + "0800"):
    try:
        frames.take_frame(bytearray.fromhex(wrong))
    except frames.ProtocolError:
        continue
    sys.exit("%s must be refused" % wrong)
print("golden")
