#!/usr/bin/env python3
"""Profiles services of known cost and prints what `gilbench profile` recovers beside the truth.

    bench/profile-services.py [--seconds 20] [--verify-requests 3000] [--runs 3] [--interpreter FILE] [--only NAME]...

Needs target/profile-venv (made by .ci/run) and a quiet machine. The truth of python and native is what the handler says that its work cost
while it was profiled, in requests that met no other, plus, for python, the processor time of a request that only sleeps as long, since
what follows a pause takes longer; of io, what the handler sleeps. With py-spy on PATH, what it saw is shown too. --verify-requests 0 leaves the loads out.
"""
import argparse
import json
import os
import pathlib
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
APPS = ROOT / "src/test/resources/profile"
BIN = ROOT / "target/profile-venv/bin"
TURNS, HASHES = 150000, 150

# name: (command, query, threads of a process or None, io in ms)
SERVICES = {}


def service(name, command, threads, turns, hashes, io, kib=64, behind=""):
    SERVICES[name] = (command, f"?turns={turns}&hashes={hashes}&kib={kib}&io={io}{behind}", threads, io)


for workers in (1, 2):
    uvicorn = ["uvicorn", "--log-level=warning", f"--workers={workers}", "--port={port}"]
    service(f"fastapi-sync-{workers}w", uvicorn + ["sync_app:app"], 40, TURNS, HASHES, 20)
    service(f"fastapi-sync-{workers}w-once", uvicorn + ["sync_app:app"], 40, TURNS, 1, 20, 64 * HASHES)
    service(f"fastapi-sync-{workers}w-cpu", uvicorn + ["sync_app:app"], 40, TURNS, 0, 0)
    service(f"fastapi-sync-{workers}w-python-behind", uvicorn + ["sync_app:app"], 40, TURNS // 2, 0, 20, behind=f"&turns_behind={TURNS}")
    service(f"fastapi-sync-{workers}w-native-behind", uvicorn + ["sync_app:app"], 40, TURNS // 2, 1, 20, 64 * HASHES // 2,
            "&hashes_behind=1")
    service(f"fastapi-async-{workers}w", uvicorn + ["async_app:app"], None, TURNS, HASHES, 20)
service("flask-gunicorn-4t", ["gunicorn", "--log-level=warning", "--threads=4", "--bind=127.0.0.1:{port}", "flask_app:app"],
        4, TURNS, HASHES, 20)
service("flask-gunicorn-4t-once", ["gunicorn", "--log-level=warning", "--threads=4", "--bind=127.0.0.1:{port}", "flask_app:app"],
        4, TURNS, 1, 20, 64 * HASHES)
service("flask-gunicorn-16t", ["gunicorn", "--log-level=warning", "--threads=16", "--bind=127.0.0.1:{port}", "flask_app:app"],
        16, TURNS // 2, 0, 50)


def idle(query):
    return re.sub("(turns|hashes|behind)=[0-9]+", r"\1=0", query)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def started(command, port):
    command = [part.format(port=port) for part in command]
    process = subprocess.Popen([str(BIN / command[0])] + command[1:], cwd=APPS, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, start_new_session=True)
    for _ in range(300):
        with socket.socket() as s:
            if s.connect_ex(("127.0.0.1", port)) == 0:
                return process
        time.sleep(0.1)
    sys.exit(f"{command} does not listen")


def profiled(port, process, path, query, threads, seconds, verify_seconds, more):
    url = f"http://127.0.0.1:{port}"
    command = [str(ROOT / "gilbench"), "profile", f"--url={url}{path}{query}", f"--pid={process.pid}",
               f"--baseline-url={url}/empty{query}", f"--seconds={seconds}", "--json"]
    command += more + ([f"--threads={threads}"] if threads else [])
    command += ["--verify", f"--verify-seconds={verify_seconds}"] if verify_seconds else []
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def told(port):
    """What the handlers of every process say that their work cost since they were last asked."""
    said = []
    for _ in range(20):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/costs") as answer:
            said.append(json.load(answer))
    seen = [each for each in said if each["requests"]]
    requests = sum(each["requests"] for each in seen)
    return {part: sum(each[part] * each["requests"] for each in seen) / requests for part in ("python", "native")}


def line(name, what, seen, true, bound):
    verdict = "met" if abs(seen["value"] - true) <= bound else "missed"
    print(f"{name:22} {what:16} {seen['value']:9.3f} [{seen['low']:8.3f}, {seen['high']:8.3f}]  true {true:9.3f}  "
          f"{100 * (seen['value'] / true - 1) if true else 0:+6.1f} %  {verdict}", flush=True)


def recovered(name, seen, alone, empty, io):
    cost = {part: {k: 1e3 * v for k, v in estimate.items()} for part, estimate in seen["cost"].items()}
    python = alone["python"] + empty
    if "python" in cost:
        line(name, "python ms", cost["python"], python, max(0.1 * python, 0.3))
        line(name, "native ms", cost["native"], alone["native"], max(0.1 * alone["native"], 0.3))
        print(f"{name:22} {'calls':16} {seen['cost']['nativeCalls']}", flush=True)
    if "pySpy" in seen:
        spied = {k: 1e3 * v for k, v in seen["pySpy"]["python"].items()}
        line(name, "python, py-spy", spied, python, max(0.1 * python, 0.3))
    both = python + alone["native"]
    line(name, "python+native ms", cost["cpu"], both, max(0.1 * both, 0.3))
    line(name, "io ms", cost["io"], io, max(0.1 * io, 0.3))


def verified(name, runs):
    def compare(what, rows, part, bound):
        pairs = [(row["predicted"][part]["value"], row["measured"][part]) for row in rows
                 if part in row["predicted"] and part in row["measured"]]
        if pairs:
            errors = [predicted / measured - 1 for predicted, measured in pairs]
            error = statistics.median(errors)
            print(f"{name:22} {what:16} error of the prediction: median {100 * error:+.1f} % of {len(errors)} runs, "
                  f"all {[f'{100 * each:+.1f}' for each in errors]}  {'met' if abs(error) <= bound else 'missed'}", flush=True)

    compare("capacity", [run["checked"][0] for run in runs], "throughput", 0.15)
    compare("p99 at 0.7", [run["checked"][-1] for run in runs], "p99", 0.25)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=int, default=20)
    options.add_argument("--verify-requests", type=int, default=3000)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--interpreter", help="what calibrate measured here; the built-in times without it")
    options.add_argument("--only", choices=sorted(SERVICES), action="append")
    asked = options.parse_args()
    more = [f"--interpreter={asked.interpreter}"] if asked.interpreter else []
    for name, (command, query, threads, io) in SERVICES.items():
        if not asked.only or name in asked.only:
            port = free_port()
            process = started(command, port)
            try:
                seen = profiled(port, process, "/work", query, threads, asked.seconds, 0, more)
                alone = told(port)
                print(f"{name:22} {seen['serving']}, {seen['workers']} workers: {seen['profile']}", flush=True)
                empty = 1e3 * profiled(port, process, "/work", idle(query), None, 5, 0, more)["cost"]["cpu"]["value"]
                recovered(name, seen, alone, empty, io)
                if asked.verify_requests:
                    capacity = seen["outlooks"][0]["capacity"]["value"]
                    seconds = max(5, min(600, round(1.15 * asked.verify_requests / (0.7 * capacity))))
                    runs = [profiled(port, process, "/work", query, threads, asked.seconds, seconds, more)
                            for _ in range(asked.runs)]
                    verified(name, runs)
            finally:
                os.killpg(process.pid, signal.SIGTERM)
                process.wait()


if __name__ == "__main__":
    main()
