"""Measures what an event loop, the scheduler of the operating system and waiting for the GIL cost on this machine.

Prints a line `NAME NANOSECONDS` for each that it can measure:

loop-tick   processor time of one turn of an asyncio loop that a socket wakes, without the calls of the callback itself
window-cpu  processor time of a thread that waits for the GIL, for each of its windows
tick        how long the scheduler lets a process run before another that wants the same processor

CPython 3.8 or later, standard library only.
"""

import asyncio
import os
import signal
import socket
import sys
import threading
import time

TURNS = 1000
ROUNDS = 25
WATCHED = 700_000_000  # ns that two processes compete for one processor
LOST = 300_000  # ns without the processor that are no interrupt
FEWEST_SLICES = 20
WAITERS = 200
NAP = 0.02  # s until all of them wait
HELD = 0.4  # s
HOLDS = 3
SLACK = 5e-5  # s by which a timed wait ends late

now = time.perf_counter_ns


class Ring:
    """A pair of sockets: each byte that is received is followed by another that is sent."""

    def __init__(self):
        self.ours, self.theirs = socket.socketpair()
        self.left = 0

    def plain(self):
        """Processor time of the calls alone, for each byte."""
        self.ours.send(b"x")
        began = time.thread_time_ns()
        for _ in range(TURNS):
            self.turn()
        spent = time.thread_time_ns() - began
        self.theirs.recv(1)
        return spent / TURNS

    def turn(self):
        self.theirs.recv(1)
        self.ours.send(b"x")

    def on_loop(self, loop):
        """Processor time of a turn of the loop with these calls."""
        self.left = TURNS
        loop.add_reader(self.theirs, self.woken, loop)
        self.ours.send(b"x")
        began = time.thread_time_ns()
        loop.run_forever()
        spent = time.thread_time_ns() - began
        loop.remove_reader(self.theirs)
        self.theirs.recv(1)
        return spent / TURNS

    def woken(self, loop):
        self.turn()
        self.left -= 1
        if not self.left:
            loop.stop()

    def close(self):
        self.ours.close()
        self.theirs.close()


def median(values):
    return sorted(values)[len(values) // 2]


def loop_tick():
    ring = Ring()
    loop = asyncio.new_event_loop()
    try:
        seen = [ring.on_loop(loop) - ring.plain() for _ in range(ROUNDS)]
    finally:
        loop.close()
        ring.close()
    return max(0, median(seen))


def hold(items):
    """One call that keeps the GIL: seconds, and processor time of this thread and of the process in ns."""
    began = now(), time.thread_time_ns(), time.process_time_ns()
    sum(range(items))
    return (now() - began[0]) / 1e9, time.thread_time_ns() - began[1], time.process_time_ns() - began[2]


def window_cpu():
    """Processor time of a window of one of many threads that wait while a call keeps the GIL."""
    items = round(1_000_000 * HELD / hold(1_000_000)[0])
    waiters = [threading.Thread(target=time.sleep, args=(NAP,)) for _ in range(WAITERS)]
    for waiter in waiters:
        waiter.start()
    held, own, whole = hold(items)
    for waiter in waiters:
        waiter.join()
    windows = WAITERS * (held - NAP) / (sys.getswitchinterval() + SLACK)
    return (whole - own) / windows


def burn(until):
    while now() < until:
        pass


def gaps(until):
    """How long this process was without its processor, each time."""
    seen = []
    last = now()
    while last < until:
        at = now()
        if at - last > LOST:
            seen.append(at - last)
        last = at
    return seen


def slices():
    """How long a process ran that competes with this one for one processor, each time."""
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(allowed)})
    until = now() + WATCHED
    rival = os.fork()
    if not rival:
        burn(until)
        os._exit(0)
    try:
        return gaps(until)
    finally:
        os.kill(rival, signal.SIGKILL)
        os.waitpid(rival, 0)
        os.sched_setaffinity(0, allowed)


def main():
    if hasattr(os, "sched_setaffinity"):
        seen = slices()
        if len(seen) >= FEWEST_SLICES:
            print("tick", median(seen))
    if getattr(sys, "_is_gil_enabled", lambda: True)():
        print("window-cpu", round(median([window_cpu() for _ in range(HOLDS)])))
    print("loop-tick", round(loop_tick()))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
