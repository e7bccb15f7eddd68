"""Work of known cost, and what it cost: the same in every service of this folder."""
import contextlib
import hashlib
import threading
import time

BUFFER = memoryview(bytes(16 << 20))


def python_loop(n):
    """n turns in bytecode, with the GIL."""
    x = 0
    for _ in range(n):
        x += 1
    return x


def native_loop(n, kib):
    """n hashes in C, each of so many KiB in one call without the GIL."""
    digest = b""
    for _ in range(n):
        digest = hashlib.sha256(BUFFER[: kib << 10]).digest()
    return digest


class Request:
    """A request under way, and the processor time of its parts in nanoseconds."""

    def __init__(self):
        self.python = self.native = 0

    def work(self, turns, hashes, kib=64):
        began = time.thread_time_ns()
        python_loop(turns)
        between = time.thread_time_ns()
        native_loop(hashes, kib)
        self.python += between - began
        self.native += time.thread_time_ns() - between


class Costs:
    """What requests cost that met no other in their process: the speed of a shared processor changes, so nothing else is the truth."""

    def __init__(self):
        self.lock = threading.Lock()
        self.begun = 0
        self.under_way = 0
        self.alone = []

    @contextlib.contextmanager
    def request(self):
        with self.lock:
            self.begun += 1
            self.under_way += 1
            number, alone = self.begun, self.under_way == 1
        request = Request()
        try:
            yield request
        finally:
            with self.lock:
                self.under_way -= 1
                if alone and self.begun == number:
                    self.alone.append((request.python, request.native))

    def taken(self):
        """Medians in milliseconds of all since the last call."""
        with self.lock:
            seen, self.alone = self.alone, []
        middle = len(seen) // 2
        python, native = ([each[part] / 1e6 for each in seen] for part in (0, 1))
        return {"requests": len(seen), "python": sorted(python)[middle], "native": sorted(native)[middle]} if seen else {"requests": 0}


COSTS = Costs()
