"""The connections that requests come over: one for each thread, or one for each event loop."""

import asyncio
import socket
import sys
import threading
import time
import traceback

from delays import BlockingDelays, DelayFailed, LoopDelays
from frames import (
    COMPLETED,
    DEADLINE_PASSED,
    DOWNSTREAM_FAILED,
    DRAIN,
    FAILED,
    IO,
    MAX_LENGTH,
    READY,
    REJECTED,
    REQUEST,
    SETUP,
    ProtocolError,
    Wire,
    answer,
    end,
    frame,
    read_request,
    take_frame,
)
from work import Cpu, Spent


class DeadlinePassed(Exception):
    """A step was due after the deadline of its request."""


def pauses(cpu, steps, deadline, spent):
    """Carries the steps out; yields the milliseconds of each io step, for which the caller waits."""
    for kind, nanos in steps:
        began = time.perf_counter_ns()
        if began >= deadline:
            raise DeadlinePassed("the deadline passed")
        if kind == IO:
            try:
                yield nanos // 1000000
            finally:
                spent.io += time.perf_counter_ns() - began
        else:
            cpu.carry_out(kind, nanos, spent)


def failure(problem):
    """The outcome and the detail of a request that an exception ended."""
    if isinstance(problem, DeadlinePassed):
        return DEADLINE_PASSED, str(problem)
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
        waits = pauses(self.cpu, steps, deadline, spent)
        try:
            for millis in waits:
                self.delays.call(millis)
            return COMPLETED, ""
        except Exception as problem:
            return failure(problem)
        finally:
            waits.close()


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
        waits = pauses(self.cpu, steps, deadline, spent)
        try:
            for millis in waits:
                await self.delays.call(millis)
            return COMPLETED, ""
        except Exception as problem:
            return failure(problem)
        finally:
            waits.close()


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
