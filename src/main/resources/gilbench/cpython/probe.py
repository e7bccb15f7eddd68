"""Probe of a real Python interpreter: does what lines of JSON on standard input say, answers each with one line of JSON.

{"do": "calibrate"}                            -> {"iteration-nanos": ..., ...}
{"do": "machine"}                              -> the same and {"wake-median-nanos": ..., ...}
{"do": "stealing"}                             -> {"signal-stealing": ...}, of one set of threads
{"do": "run", "costs": {...}, "task": {...}}   -> {"groups": [...], "slices": [...]}

Standard library only, Python 3.8 and later. With the arguments `client HOST PORT` it is the client of an echo instead.
The simulated probe does the same in the same order; whoever changes one changes both.
"""

import asyncio
import bisect
import hashlib
import json
import random
import socket
import subprocess
import sys
import threading
import time
import zlib

now = time.perf_counter_ns
UNITS = {"us": 1_000, "ms": 1_000_000, "s": 1_000_000_000, "m": 60_000_000_000}
CHUNK = 20_000  # ns of work between two looks at the clock
START = 30_000_000  # ns from the creation of threads to the window
START_PER_THREAD = 200_000
TICK = 10_000_000  # ns between two ticks of the event loop
AWAKE = 60_000  # ns after which a sleeper that is due waits for the GIL


def nanos(text):
    digits = text.rstrip("usm")
    return round(float(digits) * UNITS[text[len(digits):]])


def work(iterations):
    """Pure Python that polls once in each iteration."""
    x = 0
    for _ in range(iterations):
        x += 1
    return x


def opaque(items):
    """One C call that keeps the GIL."""
    return sum(range(items))


def released(buffer):
    """One C call that works without the GIL."""
    return hashlib.sha256(buffer)


class Stage:
    """What the threads of one task share."""

    def __init__(self, task, costs, begin):
        self.costs = costs
        self.begin = begin
        self.end = begin + nanos(task["window"])
        self.seed = task["seed"]
        self.owner = [None]
        self.switches = []

    def iterations(self, cpu):
        return max(1, round(cpu / self.costs["iteration-nanos"]))

    def await_begin(self):
        left = self.begin - now()
        if left > 0:
            time.sleep(left / 1e9)


class Actor:
    """One thread of a task; `amount` counts nanoseconds of work or cycles, `waits` are nanoseconds."""

    def __init__(self, stage, role, number):
        self.stage = stage
        self.number = number
        self.first = nanos(role["first"])
        self.second = nanos(role["second"])
        self.amount = 0
        self.waits = []
        self.thread = threading.Thread(target=self.live, daemon=True)

    def prepare(self):
        pass

    def live(self):
        self.stage.await_begin()
        self.act(self.stage.end)

    def finish(self):
        self.thread.join()


class Cpu(Actor):
    """Works; notes when it finds that another worked before it."""

    def act(self, end):
        owner, switches = self.stage.owner, self.stage.switches
        n = self.stage.iterations(CHUNK)
        chunks = 0
        x = 0
        at = now()
        while at < end:
            for _ in range(n):
                x += 1
            chunks += 1
            at = now()
            if owner[0] is not self:
                owner[0] = self
                switches.append(at)
        self.amount = chunks * CHUNK


class Sleeper(Actor):
    """Sleeps from `first` to `second` and notes how much later it goes on."""

    def act(self, end):
        spread = self.second - self.first
        draw = random.Random(self.stage.seed + self.number).random
        at = now()
        while at < end:
            pause = self.first + round(spread * draw())
            began = now()
            time.sleep(pause / 1e9)
            at = now()
            self.waits.append(at - began - pause)
            self.amount += 1


class Peer:
    """A connection to a client in a process of its own, and in the end the waits that the client saw."""

    def __init__(self):
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            listener.listen(1)
            command = sys.argv[1:] + ["client", "127.0.0.1", str(listener.getsockname()[1])]
            self.client = subprocess.Popen(command, stdout=subprocess.PIPE)
            self.connection, _ = listener.accept()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def close(self):
        self.connection.close()
        said, _ = self.client.communicate()
        return json.loads(said)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Echo(Actor):
    """Answers one client, which is another process and measures."""

    def prepare(self):
        self.peer = Peer()

    def act(self, end):
        recv, send = self.peer.connection.recv, self.peer.connection.send
        count = 0
        send(b"x")
        while now() < end:
            data = recv(1)
            send(data)
            count += 1
        self.amount = count

    def finish(self):
        super().finish()
        self.waits = self.peer.close()


class Released(Actor):
    """Calls C code that takes `first` and works without the GIL."""

    def act(self, end):
        buffer = bytes(max(4096, round(self.first / self.stage.costs["released-byte-nanos"])))
        at = now()
        while at < end:
            released(buffer)
            at = now()
            self.amount += self.first


class Opaque(Actor):
    """Calls C code that takes `first` and keeps the GIL, then sleeps for `second`."""

    def act(self, end):
        items = max(1, round(self.first / self.stage.costs["opaque-item-nanos"]))
        at = now()
        while at < end:
            time.sleep(self.second / 1e9)
            opaque(items)
            at = now()
            self.amount += 1


class Mixed(Actor):
    """Works for `first`, then sleeps for `second`, and notes how much longer both took."""

    def act(self, end):
        n = self.stage.iterations(self.first)
        pause = self.second / 1e9
        cycle = self.first + self.second
        at = now()
        while at < end:
            began = at
            work(n)
            time.sleep(pause)
            at = now()
            self.waits.append(at - began - cycle)
            self.amount += 1


class Loop(Actor):
    """An event loop with a ticker, and a callback that works for `first` and then sleeps for `second`."""

    def act(self, end):
        loop = asyncio.new_event_loop()
        loop.run_until_complete(self.both(end))
        loop.close()

    async def both(self, end):
        await asyncio.gather(self.tick(end), self.block(end))

    async def tick(self, end):
        pause = TICK / 1e9
        at = now()
        while at < end:
            began = now()
            await asyncio.sleep(pause)
            at = now()
            self.waits.append(at - began - TICK)

    async def block(self, end):
        n = self.stage.iterations(self.first)
        pause = self.second / 1e9
        while now() < end:
            work(n)
            self.amount += 1
            await asyncio.sleep(pause)


ACTORS = {
    "cpu": Cpu,
    "sleeper": Sleeper,
    "echo": Echo,
    "released": Released,
    "opaque": Opaque,
    "mixed": Mixed,
    "loop": Loop,
}


def present(task, costs):
    """The costs, those of work that a task gives in time as they are at the moment: the speed of a machine changes.

    What is counted in pieces keeps its costs, so that pieces of different tasks are equal.
    """
    kinds = {role["kind"] for role in task["threads"]}
    seen = dict(costs)
    if kinds & {"mixed", "loop"}:
        seen["iteration-nanos"] = middle(lambda: timed(work, 50_000) / 50_000)
    if "opaque" in kinds:
        seen["opaque-item-nanos"] = middle(lambda: timed(opaque, 200_000) / 200_000)
    return seen


def run(task, costs):
    sys.setswitchinterval(nanos(task["interval"]) / 1e9)
    threads = sum(role["count"] for role in task["threads"])
    stage = Stage(task, present(task, costs), 0)
    groups = [[ACTORS[role["kind"]](stage, role, i) for i in range(role["count"])] for role in task["threads"]]
    actors = [actor for group in groups for actor in group]
    for actor in actors:
        actor.prepare()
    stage.begin = now() + START + threads * START_PER_THREAD
    stage.end = stage.begin + nanos(task["window"])
    for actor in actors:
        actor.thread.start()
    for actor in actors:
        actor.finish()
    times = stage.switches
    return {
        "groups": [
            {"amounts": [actor.amount for actor in group], "waits": [w for actor in group for w in actor.waits]}
            for group in groups
        ],
        "slices": [b - a for a, b in zip(times, times[1:])],
    }


def best(measure, times=7):
    return min(measure() for _ in range(times))


def middle(measure, times=5):
    return sorted(measure() for _ in range(times))[times // 2]


def timed(call, argument):
    began = time.thread_time_ns()
    call(argument)
    return time.thread_time_ns() - began


def pair_nanos():
    """Processor time of one send and one receive over TCP in the same thread, nobody beside it."""
    n = 200
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(1)
        ours = socket.create_connection(listener.getsockname())
        theirs, _ = listener.accept()
    ours.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with ours, theirs:
        send, recv = ours.send, theirs.recv

        def pairs():
            began = time.thread_time_ns()
            for _ in range(n):
                send(b"x")
                recv(1)
            return (time.thread_time_ns() - began) / n

        return best(pairs, 60)


def calibrate():
    n = 400_000
    buffer = bytes(2_000_000)
    work(n)
    return {
        "iteration-nanos": sorted(timed(work, n) / n for _ in range(15))[3],
        "opaque-item-nanos": best(lambda: timed(opaque, 3_000_000) / 3_000_000),
        "released-byte-nanos": best(lambda: timed(released, buffer) / len(buffer)),
        "pair-nanos": pair_nanos(),
        "signal-stealing": stealing(),
    }


class HandOffs:
    """CPU threads that note every microsecond or so who works, and so how long the GIL lay idle between two of them.

    With `pauses`, the shortest and the longest in nanoseconds, one more thread sleeps again and again.
    """

    SLEEPER = -1

    def __init__(self, threads, interval, window, pauses=None):
        sys.setswitchinterval(interval / 1e9)
        self.owner = [None]
        self.last = [0]
        self.log = []  # (when, idle before, who)
        self.due = {}  # of the times at which the sleeper got the GIL: when its sleep was over
        self.begin = now() + START
        self.end = self.begin + window
        workers = [threading.Thread(target=self.live, args=(i,), daemon=True) for i in range(threads)]
        if pauses:
            workers.append(threading.Thread(target=self.sleep, args=pauses, daemon=True))
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        self.log = self.log[len(workers):]

    def live(self, me):
        owner, last, log, end = self.owner, self.last, self.log, self.end
        time.sleep(max(0, self.begin - now()) / 1e9)
        while last[0] < end:
            for _ in range(20):
                pass
            if owner[0] != me:
                at = now()
                log.append((at, at - last[0], me))
                owner[0] = me
            last[0] = now()

    def sleep(self, shortest, longest):
        draw = random.Random(1).randint
        time.sleep(max(0, self.begin - now()) / 1e9)
        while self.last[0] < self.end:
            pause = draw(shortest, longest)
            due = now() + pause
            time.sleep(pause / 1e9)
            at = now()
            self.log.append((at, at - self.last[0], self.SLEEPER))
            self.due[at] = due
            self.owner[0] = self.SLEEPER
            self.last[0] = now()

    def idle(self):
        """Of less than a millisecond: who took longer did not wake up but wait for a core."""
        return sorted(gap for _, gap, _ in self.log if gap < 1_000_000) or [1_000_000]

    def slices(self):
        return [b[0] - a[0] for a, b in zip(self.log, self.log[1:])]

    def stolen_share(self):
        """The share of the hand-offs between two CPU threads that the sleeper did not get, though it was due; 0 where there was none.

        Only the first after each sleep counts: the other CPU thread requested it, nobody else was awake, and the sleeper was first in line.
        """
        times = [at for at, _, _ in self.log]
        stolen = []
        for due in self.due.values():
            first = bisect.bisect(times, due)
            if 0 < first < len(times) and due + AWAKE < times[first] < self.end:
                stolen.append(self.log[first][2] != self.SLEEPER)
        return sum(stolen) / max(1, len(stolen))


def stealing(sets=6):
    """The mean of several sets of threads, since it depends on the cores on which they settle."""
    return sum(HandOffs(2, 5_000_000, 1_300_000_000, (11_000_000, 16_000_000)).stolen_share() for _ in range(sets)) / sets


def quantile(values, q):
    return values[min(len(values) - 1, int(q * len(values)))]


def timer_slack():
    """What the kernel may delay a timer by; where it does not say, how late a short sleep ends."""
    try:
        with open("/proc/self/timerslack_ns") as file:
            return int(file.read())
    except (OSError, ValueError):
        overruns = []
        for _ in range(200):
            began = now()
            time.sleep(0.0005)
            overruns.append(now() - began - 500_000)
        return max(0, min(overruns))


def release_nanos():
    """adler32 drops the GIL for more than 5120 bytes."""

    def per_call(length):
        data = bytes(length)
        call = zlib.adler32

        def chunk():
            began = now()
            for _ in range(50):
                call(data)
            return (now() - began) / 50

        return best(chunk, 2000)

    return max(0, per_call(5121) - per_call(5120))


def call_nanos():
    """One send to another process that waits for it, and one receive whose data is there."""
    sends, receives = [], []
    with Peer() as peer:
        peer.connection.send(b"x")
        for _ in range(3000):
            peer.connection.recv(1)
            began = now()
            peer.connection.send(b"x")
            sends.append(now() - began)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(1)
        ours = socket.create_connection(listener.getsockname())
        theirs, _ = listener.accept()
    with ours, theirs:
        ours.sendall(bytes(3000))
        for _ in range(3000):
            began = now()
            theirs.recv(1)
            receives.append(now() - began)
    return quantile(sorted(sends), 0.5), quantile(sorted(receives), 0.5)


def machine():
    pair = HandOffs(2, 1_000_000, 1_500_000_000)
    four = HandOffs(4, 5_000_000, 4_000_000_000)
    idle = pair.idle()
    slices = sorted(four.slices())
    usual = quantile(slices, 0.5)
    send, receive = call_nanos()
    return dict(
        calibrate(),
        **{
            "timer-slack-nanos": timer_slack(),
            "wake-median-nanos": quantile(idle, 0.5),
            "wake-p99-nanos": quantile(idle, 0.99),
            "late-resume-share": sum(each > usual + 250_000 for each in slices) / len(slices),
            "release-nanos": release_nanos(),
            "send-nanos": send,
            "receive-nanos": receive,
        }
    )


def answer(request):
    if request["do"] == "calibrate":
        return calibrate()
    if request["do"] == "machine":
        return machine()
    if request["do"] == "stealing":
        return {"signal-stealing": stealing(1)}
    if request["do"] == "run":
        return run(request["task"], request["costs"])
    raise ValueError("unknown word " + request["do"])


def client(host, port):
    """Answers every byte until the other side closes; prints how long each answer took, in nanoseconds."""
    waits = []
    with socket.create_connection((host, port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        send, recv = connection.send, connection.recv
        recv(1)
        try:
            while True:
                began = now()
                send(b"x")
                if not recv(1):
                    break
                waits.append(now() - began)
        except ConnectionError:
            pass
    print(json.dumps(waits))


def main():
    if "client" in sys.argv[1:]:
        client(sys.argv[-2], int(sys.argv[-1]))
        return
    print("ready", flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
