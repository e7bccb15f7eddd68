"""Work of known cost, the same in every service of this folder."""
import hashlib
import time

BUFFER = b"x" * (1 << 16)


def python_loop(n):
    """n turns in bytecode, with the GIL."""
    x = 0
    for _ in range(n):
        x += 1
    return x


def native_loop(n):
    """n hashes of 64 KiB in C, without the GIL."""
    digest = b""
    for _ in range(n):
        digest = hashlib.sha256(BUFFER).digest()
    return digest


def thread_milliseconds(work, n, pause):
    """The processor time of work(n) alone, each time after a pause as in the service, since a core that idled is slower: the median of 25."""
    seen = []
    for _ in range(25):
        time.sleep(pause)
        began = time.thread_time_ns()
        work(n)
        seen.append((time.thread_time_ns() - began) / 1e6)
    return sorted(seen)[len(seen) // 2]


if __name__ == "__main__":
    import json
    import sys

    turns, hashes = int(sys.argv[1]), int(sys.argv[2])
    pause = int(sys.argv[3]) / 1e3 if len(sys.argv) > 3 else 0
    python_loop(1000000)
    print(json.dumps({"python": thread_milliseconds(python_loop, turns, pause) if turns else 0.0,
                      "native": thread_milliseconds(native_loop, hashes, pause) if hashes else 0.0}))
