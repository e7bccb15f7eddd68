"""Lets probe.py (the first argument) count in logs of hand-offs that are written by hand."""

import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(sys.argv[1]).parent))
from probe import HandOffs

MS = 1_000_000
S = HandOffs.SLEEPER


def seen(log, due):
    hand_offs = HandOffs(0, 5 * MS, 1000 * MS)
    begin = hand_offs.begin
    hand_offs.log = [(begin + at, 0, who) for at, who in log]
    hand_offs.due = {begin + at: begin + when for at, when in due.items()}
    return hand_offs


def same(what, is_now, wanted):
    if abs(is_now - wanted) > 1e-9:
        sys.exit("%s: %r must be %r" % (what, is_now, wanted))


# The sleeper is due at 12 ms and gets the third hand-off after that, then at 29.99 ms, not awake at 30 ms, then at 38 ms and gets the first.
log = [(5 * MS, 0), (10 * MS, 1), (15 * MS, 0), (20 * MS, 1), (25 * MS, S), (25 * MS + 9, 1), (30 * MS, 0), (35 * MS, S)]
log += [(35 * MS + 9, 1), (40 * MS, S)]
due = {25 * MS: 12 * MS, 35 * MS: 30 * MS - 10_000, 40 * MS: 38 * MS}
same("stolen", seen(log, due).stolen_share(), 1 / 2)
same("always", seen(log[:5], {25 * MS: 12 * MS}).stolen_share(), 1)
same("of one that gets it", seen(log[8:], {40 * MS: 38 * MS}).stolen_share(), 0)
same("of nothing", seen([], {}).stolen_share(), 0)
same("before the window", seen([], {3 * MS: 2 * MS}).stolen_share(), 0)
same("after the window", seen([(999 * MS, 0), (1001 * MS, S)], {1001 * MS: 1000 * MS - MS // 2}).stolen_share(), 0)
print("counted")
