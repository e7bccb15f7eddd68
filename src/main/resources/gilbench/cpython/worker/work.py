"""What the steps of a request burn, and where their time went."""

import hashlib
import itertools
import sys
import time

from frames import NATIVE, OPAQUE, PYTHON


def python_loop(units):
    """Bytecode that holds the GIL and can be asked to drop it at each turn.

    Its constants are small integers, which are immortal: threads without a GIL would contend for the reference count of another.
    """
    x = 1
    for _ in range(units):
        x = x * 5 + 1 & 0xFF
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
