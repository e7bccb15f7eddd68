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


# Due at 12 ms, the sleeper is passed over at 15 ms, when it has not waited for an interval: the other requested, and stole.
first = [(5 * MS, 0), (10 * MS, 1), (15 * MS, 0), (20 * MS, 1), (25 * MS, S)]
# Due at 32 ms, it gets the hand-off of 37.1 ms, which it requested itself, and stole.
second = [(31 * MS, 1), (37_100_000, S)]
# Due at 42 ms, it gets the hand-off of 45 ms, which the other requested; due at 51 ms, not the one of 56.2 ms, its own.
third = [(43 * MS - 950_000, 0), (45 * MS, S), (50 * MS, 0), (56_200_000, 1), (61 * MS, S)]
due = {25 * MS: 12 * MS, 37_100_000: 32 * MS, 45 * MS: 42 * MS, 61 * MS: 51 * MS}
same("first", seen(first, due).stolen_share(), 1)
same("second", seen(second, due).stolen_share(), 1)
same("third", seen(third, due).stolen_share(), 0)
same("all", seen(first + second + third, due).stolen_share(), 2 / 4)
same("between", seen([(5 * MS, 0), (9_900_000, S)], {9_900_000: 5 * MS}).stolen_share(), 0)
same("of nothing", seen([], {}).stolen_share(), 0)
same("after the window", seen([(999 * MS, 0), (1001 * MS, 1), (1004 * MS, S)], {1004 * MS: 998 * MS}).stolen_share(), 0)
print("counted")
