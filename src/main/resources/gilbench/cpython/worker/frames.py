"""The frames of docs/wire.md as bytes, and the connections that they come over."""

import os
import socket
import struct
import sys

VERSION = 1
MAGIC = 0x47494C42
MAX_LENGTH = 65536
MAX_DETAIL = 1000

HELLO, SETUP, READY, REQUEST, ANSWER, BURNER_CHECK, BURNER_SPEED, DRAIN, BYE = range(1, 10)
PYTHON, OPAQUE, NATIVE, IO = range(1, 5)
COMPLETED, REJECTED, DEADLINE_PASSED, DOWNSTREAM_FAILED, FAILED, WORKER_LOST = range(1, 7)

NO_COUNTERS = struct.pack(">5qI", 0, 0, 0, 0, 0, 0)


class ProtocolError(Exception):
    """The parent said something that docs/wire.md does not allow."""


def frame(kind, body=b""):
    """The bytes of a frame, its length first."""
    return struct.pack(">IB", len(body) + 1, kind) + body


def hello(pid):
    return frame(HELLO, struct.pack(">IHq", MAGIC, VERSION, pid))


def answer(number, outcome, budget, detail="", counters=NO_COUNTERS):
    """budget: total, queue, gil-wait, python, native, io in nanoseconds."""
    text = detail[:MAX_DETAIL].encode("utf-8", "replace")
    return frame(ANSWER, struct.pack(">qB6q", number, outcome, *budget) + counters + text)


def burner_speed(share):
    return frame(BURNER_SPEED, struct.pack(">d", share))


def read_request(body):
    """Its number, the nanoseconds until its deadline, and its steps as (kind, nanoseconds)."""
    try:
        number, remaining, count = struct.unpack_from(">qqH", body)
        steps = list(struct.iter_unpack(">Bq", body[18:]))
    except struct.error as wrong:
        raise ProtocolError("request: %s" % wrong)
    if count < 1 or count != len(steps):
        raise ProtocolError("request: %d steps announced, %d there" % (count, len(steps)))
    for kind, nanos in steps:
        if not PYTHON <= kind <= IO or nanos < 0:
            raise ProtocolError("request: step kind %d, %d ns" % (kind, nanos))
    return number, remaining, steps


SETUP_KEYS = {
    "model": str,
    "interpreter": str,
    "switch-interval-ns": int,
    "poll-gap-ns": int,
    "overhead": float,
    "nanos-per-iteration": float,
    "waiter-choice": str,
    "signal-stealing": float,
    "workers": int,
    "threads": int,
    "queue": int,
    "max-in-flight": int,
    "cores": int,
    "deadline-ns": int,
    "units-per-second": float,
    "delay-service": str,
}


def read_setup(body):
    """The values by their keys; exactly the known ones, each once."""
    values = {}
    for line in body.decode("utf-8").splitlines():
        key, equals, text = line.partition("=")
        if not equals or key in values or key not in SETUP_KEYS:
            raise ProtocolError("setup: %r must be one of the known keys, once" % line)
        try:
            values[key] = SETUP_KEYS[key](text)
        except ValueError:
            raise ProtocolError("setup: %s: %s cannot be read" % (key, text))
    if len(values) != len(SETUP_KEYS):
        raise ProtocolError("setup: %s is missing" % ", ".join(sorted(set(SETUP_KEYS) - set(values))))
    return values


def take_frame(buffer):
    """Takes the first whole frame out of a bytearray, as (kind, body); None while it is not whole."""
    if len(buffer) < 4:
        return None
    length = int.from_bytes(buffer[:4], "big")
    if not 1 <= length <= MAX_LENGTH:
        raise ProtocolError("frame length: %d must be between 1 and %d" % (length, MAX_LENGTH))
    if len(buffer) < 4 + length:
        return None
    kind, body = buffer[4], bytes(buffer[5 : 4 + length])
    del buffer[: 4 + length]
    if not HELLO <= kind <= BYE:
        raise ProtocolError("frame type: %d must be between 1 and 9" % kind)
    if kind in (READY, BURNER_CHECK, DRAIN, BYE) and body:
        raise ProtocolError("frame type %d: %d bytes too many" % (kind, len(body)))
    return kind, body


def end(code):
    """Ends the process whatever its threads are doing."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


class Wire:
    """A blocking connection: one recv for a frame that arrives whole, one sendall for a frame."""

    def __init__(self, sock):
        self.sock = sock
        self.buffer = bytearray()

    def receive(self):
        """The next frame; None when the parent has hung up."""
        while True:
            whole = take_frame(self.buffer)
            if whole:
                return whole
            data = self.sock.recv(4096)
            if not data:
                return None
            self.buffer += data

    def expect(self, kind):
        whole = self.receive()
        if whole is None:
            end(0)
        if whole[0] != kind:
            raise ProtocolError("frame type %d where %d must be" % (whole[0], kind))
        return whole[1]

    def send(self, data):
        self.sock.sendall(data)


def connect(path):
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    sock.settimeout(10)
    try:
        sock.connect(path)
    except (BlockingIOError, socket.timeout):
        sys.stderr.write("too many connections at once for this machine (net.core.somaxconn): use fewer threads\n")
        end(1)
    sock.settimeout(None)
    sock.sendall(hello(os.getpid()))
    return sock
