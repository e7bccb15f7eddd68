"""A gilbench worker in Python: carries request profiles out in this interpreter, as docs/wire.md says.

The last argument is the path of the parent's socket, the three before it are the calibrated speeds. With the only argument
--measure it prints these speeds instead. The first connection (control) is for the handshake, burner checks and the end.
Requests come over lanes: further connections, one for each thread, or one for each event loop. A thread blocks in recv on its
lane and answers with one sendall, so that a request costs it two releases of the GIL besides those of its steps.

CPython 3.8 or later, standard library only.
"""

import sys
import traceback

from frames import (
    BURNER_CHECK,
    BYE,
    DRAIN,
    PYTHON,
    READY,
    SETUP,
    ProtocolError,
    Wire,
    burner_speed,
    connect,
    end,
    frame,
    read_setup,
)
from lanes import serve_lanes, started
from work import WORK, calibrate, measure, python_loop

IN_INTERPRETER = """
exec(source, {"__name__": "interpreter"})
from lanes import serve_lanes
for lane in serve_lanes(filenos, model, interval_nanos, dict(rates), base, queue):
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
    """One interpreter for each group of lanes, with the same modules."""
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
