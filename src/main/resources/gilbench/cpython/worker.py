"""A gilbench worker in Python: carries request profiles out in this interpreter, as docs/wire.md says.

The last argument is the path of the parent's socket, the three before it are the calibrated speeds. With the only argument
--measure it prints these speeds instead. The first connection (control) is for the handshake, burner checks and the end. Requests come over lanes: further connections, one for each thread, or one for each event loop. A thread blocks in
recv on its lane and answers with one sendall, so that a request costs it two releases of the GIL besides those of its steps.

CPython 3.8 or later, standard library only.
"""

import asyncio
import hashlib
import itertools
import json
import os
import socket
import struct
import sys
import threading
import time
import traceback
import uuid
from urllib.parse import urlsplit

VERSION = 1
MAGIC = 0x47494C42
MAX_LENGTH = 65536
MAX_DETAIL = 1000

HELLO, SETUP, READY, REQUEST, ANSWER, BURNER_CHECK, BURNER_SPEED, DRAIN, BYE = range(1, 10)
PYTHON, OPAQUE, NATIVE, IO = range(1, 5)
COMPLETED, REJECTED, DEADLINE_PASSED, DOWNSTREAM_FAILED, FAILED, WORKER_LOST = range(1, 7)

NO_COUNTERS = struct.pack(">5qI", 0, 0, 0, 0, 0, 0)


# --- frames -----------------------------------------------------------------------------------------------------------


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
    "requester-bias": float,
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


def end(code):
    """Ends the process whatever its threads are doing."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


# --- work -------------------------------------------------------------------------------------------------------------


def python_loop(units):
    """Bytecode that holds the GIL and can be asked to drop it at each turn."""
    x = 1
    for _ in range(units):
        x = x * 5 + 1 & 0xFFFF
    return x


def opaque_call(units):
    """One C call that holds the GIL and never looks whether somebody wants it."""
    return sum(itertools.repeat(0, units))


def native_call(units):
    """One C call that releases the GIL once, whatever its length."""
    return hashlib.pbkdf2_hmac("sha256", b"gilbench", b"gilbench", units)


WORK = {PYTHON: python_loop, OPAQUE: opaque_call, NATIVE: native_call}


def rate(work, units):
    """Units per nanosecond of this thread's processor time."""
    began = time.thread_time_ns()
    work(units)
    return units / max(1, time.thread_time_ns() - began)


def calibrate(work, samples=21, sample_nanos=10000000):
    """Units per nanosecond when nobody disturbs: the median of the faster half of the samples."""
    units = 100
    while units / rate(work, units) < sample_nanos:
        units *= 2
    for _ in range(3):
        units = max(1, round(rate(work, units) * sample_nanos))
    rates = sorted(rate(work, units) for _ in range(samples))
    return rates[samples - 1 - samples // 4]


def measure():
    """The speed of each kind of work."""
    return {kind: calibrate(work) for kind, work in WORK.items()}


class Spent:
    """Where the time of one request went, in nanoseconds."""

    __slots__ = ("arrived", "queue", "gil_wait", "python", "native", "io")

    def __init__(self):
        self.arrived = time.perf_counter_ns()
        self.queue = self.gil_wait = self.python = self.native = self.io = 0

    def budget(self):
        total = time.perf_counter_ns() - self.arrived
        return total, self.queue, self.gil_wait, self.python, self.native, self.io


class Cpu:
    """Carries out the steps that burn.

    Real CPython does not tell how long a thread waited for the GIL. A thread that computes either runs or waits, so the wait
    in a python or native step is its wall time less its processor time; waits for a processor are in it.
    """

    def __init__(self, rates):
        self.rates = rates
        self.gil = getattr(sys, "_is_gil_enabled", lambda: True)()

    def carry_out(self, kind, nanos, spent):
        units = max(1, round(nanos * self.rates[kind]))
        began, cpu_began = time.perf_counter_ns(), time.thread_time_ns()
        WORK[kind](units)
        cpu = time.thread_time_ns() - cpu_began
        wall = time.perf_counter_ns() - began
        if kind == OPAQUE:
            spent.python += wall
            return
        if self.gil:
            spent.gil_wait += max(0, wall - cpu)
        if kind == PYTHON:
            spent.python += cpu
        else:
            spent.native += cpu


# --- the delay service ------------------------------------------------------------------------------------------------


class DelayFailed(Exception):
    """The delay service did not do what was asked."""


GRACE_SECONDS = 10
ID_PREFIX = 0x67696C62656E6368


def delay_path(millis):
    seconds, rest = divmod(millis, 1000)
    return "/delay-ms/%d" % millis if rest or seconds > 10 else "/delay/%d" % seconds


def registration(millis):
    """The stub mapping of a delay, whose id is the same in every process."""
    return json.dumps(
        {
            "id": str(uuid.UUID(int=ID_PREFIX << 64 | millis)),
            "name": "delay-ms-%d" % millis,
            "request": {"method": "GET", "urlPath": "/delay-ms/%d" % millis},
            "response": {
                "status": 200,
                "headers": {"Content-Type": "application/json"},
                "jsonBody": {"delay-ms": millis},
                "fixedDelayMilliseconds": millis,
            },
            "persistent": False,
        }
    ).encode()


class Http:
    """The least of HTTP/1.1 that the delay service needs, as bytes."""

    def __init__(self, base):
        url = urlsplit(base)
        self.host, self.port = url.hostname, url.port or 80
        self.authority = url.netloc.encode()
        self.requests = {}
        self.lengths = {}

    def get(self, millis):
        data = self.requests.get(millis)
        if data is None:
            data = b"GET %s HTTP/1.1\r\nHost: %s\r\n\r\n" % (delay_path(millis).encode(), self.authority)
            self.requests[millis] = data
        return data

    def register(self, millis):
        body = registration(millis)
        head = b"POST /__admin/mappings HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        return head % (self.authority, len(body)) + body

    @staticmethod
    def status(data):
        """The status of the response in data, when it is whole; else 0."""
        head, blank, body = data.partition(b"\r\n\r\n")
        if not blank:
            return 0
        lines = head.split(b"\r\n")
        fields = dict((name.lower(), value.strip()) for name, _, value in (line.partition(b":") for line in lines[1:]))
        if b"chunked" in fields.get(b"transfer-encoding", b"").lower():
            whole = body.endswith(b"0\r\n\r\n")
        else:
            whole = len(body) >= int(fields.get(b"content-length", b"0"))
        return int(lines[0].split(b" ", 2)[1]) if whole else 0

    def await_whole(self, sock, request):
        """Lets the next recv wait for as much as the request was answered with before: parts cost a release each.

        A shorter answer is therefore late, by the patience at most; the next one is not.
        """
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, self.lengths.get(request, 1))

    def status_of(self, sock, request, data):
        """The status of the response in data, when it is whole; else 0, and the next recv waits for the least."""
        status = self.status(data)
        if status == 200:
            self.lengths[request] = len(data)
        else:
            self.lengths.pop(request, None)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, 1)
        return status

    @staticmethod
    def check(status, millis):
        if status != 200:
            raise DelayFailed("delay service answered %d to %s" % (status, delay_path(millis)))


class BlockingDelays:
    """Asks over one kept socket: one sendall and one recv. For one thread."""

    def __init__(self, base):
        self.http = Http(base)
        self.sock = None
        self.patience = 0

    def call(self, millis):
        try:
            status = self.exchange(self.http.get(millis), millis)
            if status == 404:
                self.exchange(self.http.register(millis), 0)
                status = self.exchange(self.http.get(millis), millis)
        except (OSError, ValueError, IndexError) as failure:
            self.hang_up()
            raise DelayFailed("delay service: %s: %s" % (type(failure).__name__, failure))
        self.http.check(status, millis)

    def exchange(self, request, millis):
        kept = self.sock is not None
        if not kept:
            self.open()
        self.wait_at_most(millis // 1000 + 1 + GRACE_SECONDS)
        try:
            return self.ask(request)
        except ConnectionError:
            if not kept:
                raise
            self.hang_up()
            return self.exchange(request, millis)

    def open(self):
        self.sock = socket.create_connection((self.http.host, self.http.port), GRACE_SECONDS)
        self.sock.settimeout(None)
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.patience = 0

    def wait_at_most(self, seconds):
        """A limit that the kernel keeps: one of Python would cost a second release in each call."""
        if seconds != self.patience:
            self.patience = seconds
            self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", self.patience, 0))

    def ask(self, request):
        self.http.await_whole(self.sock, request)
        self.sock.sendall(request)
        data = b""
        while True:
            more = self.sock.recv(4096)
            if not more:
                raise ConnectionResetError("it closed the connection")
            data += more
            status = self.http.status_of(self.sock, request, data)
            if status:
                return status

    def hang_up(self):
        if self.sock is not None:
            self.sock.close()
            self.sock = None


class LoopDelays:
    """Asks over kept asyncio streams, each used by one request at a time. For one loop."""

    def __init__(self, base):
        self.http = Http(base)
        self.idle = []

    async def call(self, millis):
        try:
            status = await self.exchange(self.http.get(millis), millis)
            if status == 404:
                await self.exchange(self.http.register(millis), 0)
                status = await self.exchange(self.http.get(millis), millis)
        except (OSError, ValueError, IndexError, asyncio.TimeoutError) as failure:
            raise DelayFailed("delay service: %s: %s" % (type(failure).__name__, failure))
        self.http.check(status, millis)

    async def exchange(self, request, millis):
        while True:
            kept = bool(self.idle)
            reader, writer = (
                self.idle.pop() if kept else await asyncio.open_connection(self.http.host, self.http.port)
            )
            loop = asyncio.get_running_loop()
            limit = loop.call_later(millis / 1000 + GRACE_SECONDS, writer.transport.abort)
            try:
                status = await self.ask(reader, writer, request)
                self.idle.append((reader, writer))
                return status
            except ConnectionError:
                writer.transport.abort()
                if not kept:
                    raise
            finally:
                limit.cancel()

    async def ask(self, reader, writer, request):
        sock = writer.get_extra_info("socket")
        self.http.await_whole(sock, request)
        writer.write(request)
        data = b""
        while True:
            more = await reader.read(4096)
            if not more:
                raise ConnectionResetError("it closed the connection")
            data += more
            status = self.http.status_of(sock, request, data)
            if status:
                return status


# --- requests ---------------------------------------------------------------------------------------------------------


def failure(problem):
    """The outcome and the detail of a request that an exception ended."""
    if isinstance(problem, DelayFailed):
        return DOWNSTREAM_FAILED, str(problem)
    return FAILED, "%s: %s" % (type(problem).__name__, problem)


class ThreadLane:
    """A thread with a connection of its own: one request after the other."""

    def __init__(self, sock, rates, delays):
        self.wire = Wire(sock)
        self.cpu = Cpu(rates)
        self.delays = delays

    def serve(self):
        self.wire.expect(SETUP)
        self.wire.send(frame(READY))
        while True:
            whole = self.wire.receive()
            spent = Spent()
            if whole is None:
                return
            kind, body = whole
            if kind == REQUEST:
                number, remaining, steps = read_request(body)
                outcome, detail = self.carry(steps, spent.arrived + remaining, spent)
                self.wire.send(answer(number, outcome, spent.budget(), detail))
            elif kind == DRAIN:
                self.wire.send(frame(BYE))
                return
            else:
                raise ProtocolError("frame type %d on a lane" % kind)

    def carry(self, steps, deadline, spent):
        try:
            for kind, nanos in steps:
                began = time.perf_counter_ns()
                if began >= deadline:
                    return DEADLINE_PASSED, "the deadline passed"
                if kind == IO:
                    try:
                        self.delays.call(nanos // 1000000)
                    finally:
                        spent.io += time.perf_counter_ns() - began
                else:
                    self.cpu.carry_out(kind, nanos, spent)
            return COMPLETED, ""
        except Exception as problem:
            return failure(problem)


class LoopLane:
    """An asyncio loop with one connection, over which any number of requests come at once.

    Of those that it reads in one turn, at most one more than queue may wait for their first turn; the others are rejected.
    """

    def __init__(self, sock, rates, delays, queue):
        self.sock = sock
        self.queue = queue
        self.waiting = 0
        self.buffer = bytearray()
        self.cpu = Cpu(rates)
        self.delays = delays
        self.carried = set()
        self.writer = None

    def serve(self):
        asyncio.run(self.converse())

    async def converse(self):
        reader, self.writer = await asyncio.open_unix_connection(sock=self.sock)
        while True:
            data = await reader.read(MAX_LENGTH)
            if not data:
                return
            self.buffer += data
            whole = take_frame(self.buffer)
            while whole:
                if not await self.heard(*whole):
                    return
                whole = take_frame(self.buffer)

    async def heard(self, kind, body):
        if kind == REQUEST:
            self.accept(read_request(body), Spent())
        elif kind == SETUP:
            self.writer.write(frame(READY))
        elif kind == DRAIN:
            while self.carried:
                await asyncio.wait(set(self.carried))
            self.writer.write(frame(BYE))
            await self.writer.drain()
            return False
        else:
            raise ProtocolError("frame type %d on a lane" % kind)
        return True

    def accept(self, request, spent):
        if self.waiting > self.queue:
            detail = "queue: as many requests as allowed (%d) are waiting" % self.queue
            self.writer.write(answer(request[0], REJECTED, spent.budget(), detail))
            return
        self.waiting += 1
        task = asyncio.get_running_loop().create_task(self.carry(request, spent))
        self.carried.add(task)
        task.add_done_callback(self.carried.discard)

    async def carry(self, request, spent):
        self.waiting -= 1
        number, remaining, steps = request
        spent.queue = time.perf_counter_ns() - spent.arrived
        outcome, detail = await self.carry_steps(steps, spent.arrived + remaining, spent)
        self.writer.write(answer(number, outcome, spent.budget(), detail))

    async def carry_steps(self, steps, deadline, spent):
        try:
            for kind, nanos in steps:
                began = time.perf_counter_ns()
                if began >= deadline:
                    return DEADLINE_PASSED, "the deadline passed"
                if kind == IO:
                    try:
                        await self.delays.call(nanos // 1000000)
                    finally:
                        spent.io += time.perf_counter_ns() - began
                else:
                    self.cpu.carry_out(kind, nanos, spent)
            return COMPLETED, ""
        except Exception as problem:
            return failure(problem)


def serve_lane(fileno, model, rates, base, queue):
    """Serves the lane with this file descriptor to its end; a lane that breaks ends the process."""
    try:
        sock = socket.socket(fileno=fileno)
        if model == "event-loop":
            LoopLane(sock, rates, LoopDelays(base), queue).serve()
        else:
            ThreadLane(sock, rates, BlockingDelays(base)).serve()
    except ConnectionError:
        end(0)
    except BaseException:
        traceback.print_exc()
        end(1)


def serve_lanes(filenos, model, interval_nanos, rates, base, queue):
    """Serves lanes in this interpreter, a thread each, until the last has ended."""
    sys.setswitchinterval(interval_nanos / 1e9)
    return started([(serve_lane, (fileno, model, rates, base, queue)) for fileno in filenos])


def started(calls):
    """A running thread for each (function, arguments)."""
    threads = [threading.Thread(target=function, args=arguments) for function, arguments in calls]
    for thread in threads:
        thread.start()
    return threads


# --- the process ------------------------------------------------------------------------------------------------------


IN_INTERPRETER = """
space = {"__name__": "worker"}
exec(source, space)
for lane in space["serve_lanes"](filenos, model, interval_nanos, dict(rates), base, queue):
    lane.join()
"""


def serve_in_interpreter(source, values):
    """Serves lanes in a new interpreter with a GIL of its own."""
    try:
        from concurrent import interpreters

        interpreter = interpreters.create()
        interpreter.prepare_main(source=source, **values)
        interpreter.exec(IN_INTERPRETER)
    except BaseException:
        traceback.print_exc()
        end(1)


def in_interpreters(filenos, values):
    """One interpreter for each group of lanes, running this same script."""
    source = sys.orig_argv[sys.orig_argv.index("-c") + 1]
    shared = dict(values, rates=tuple(values["rates"].items()))
    return started([(serve_in_interpreter, (source, dict(shared, filenos=tuple(group)))) for group in filenos])


def several_interpreters(setup):
    """Worker processes have one interpreter each, whose GIL is its own anyway."""
    return setup["interpreter"] == "per-interpreter-gil" and setup["model"] != "worker-processes"


class Process:
    """The worker process: its control connection and its lanes."""

    def __init__(self, path, rates):
        self.path = path
        self.rates = rates
        self.control = Wire(connect(path))

    def run(self):
        setup = read_setup(self.control.expect(SETUP))
        for work in WORK.values():
            calibrate(work, 1)
        lanes = self.open_lanes(setup)
        self.control.send(frame(READY))
        threads = self.start_lanes(setup, lanes)
        self.converse(threads)

    def open_lanes(self, setup):
        """File descriptors of the lanes, by interpreter, connected in turn so that neighbours belong to different ones."""
        loop = setup["model"] == "event-loop"
        groups = [[] for _ in range(setup["workers"] if several_interpreters(setup) else 1)]
        for _ in range(1 if loop else setup["threads"]):
            for group in groups:
                group.append(connect(self.path).detach())
        return groups

    def start_lanes(self, setup, lanes):
        values = {
            "model": setup["model"],
            "interval_nanos": setup["switch-interval-ns"],
            "rates": self.rates,
            "base": setup["delay-service"],
            "queue": setup["queue"],
        }
        if several_interpreters(setup):
            return in_interpreters(lanes, values)
        return serve_lanes(lanes[0], **values)

    def converse(self, threads):
        while True:
            whole = self.control.receive()
            if whole is None:
                return
            if whole[0] == BURNER_CHECK:
                self.control.send(burner_speed(calibrate(python_loop, 5) / self.rates[PYTHON]))
            elif whole[0] == DRAIN:
                for thread in threads:
                    thread.join()
                self.control.send(frame(BYE))
            else:
                raise ProtocolError("frame type %d on the control connection" % whole[0])


def main():
    try:
        if sys.argv[1:] == ["--measure"]:
            print(",".join(repr(speed) for speed in measure().values()))
        else:
            Process(sys.argv[-1], dict(zip(WORK, map(float, sys.argv[1:-1])))).run()
        end(0)
    except ConnectionError:
        end(0)
    except BaseException:
        traceback.print_exc()
        end(1)


if __name__ == "__main__":
    main()
