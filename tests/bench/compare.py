#!/usr/bin/env python3
"""How fast addsup is on real news, beside a search for digits and beside an extractor of quantities, and how its cost grows.

    tests/bench/compare.py NEWS.jsonl [--addsup target/release/addsup] [--python VENV/bin/python] [--megabytes 20] [--largest 100]

NEWS.jsonl holds an article a line, {"id", "text", "lang"}. ripgrep must be installed (`apt install ripgrep`); the extractor
is quantulum3, measured where `--python` names an interpreter that has it (`pip install quantulum3`). Times are those of the
processor (user and system) and of the wall; all programs run in turn, so that ratios hold on a busy machine. Prints Markdown.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

MEGABYTE = 1_000_000

QUANTULUM = """
import json, sys, time
from quantulum3 import parser
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
parser.parse("3 km")
start = time.process_time()
for text in texts:
    parser.parse(text)
print(time.process_time() - start)
"""


def run(command, threads=None):
    """Runs a command with its output thrown away: processor seconds, wall seconds, megabytes at the peak."""
    environment = dict(os.environ)
    if threads:
        environment["RAYON_NUM_THREADS"] = str(threads)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))}: exit code {process.returncode}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024 / MEGABYTE


def median(command, runs=3, **options):
    """The run of the median processor time."""
    return sorted(run(command, **options) for _ in range(runs))[runs // 2]


def enlarged(news, target, folder):
    """The news over and over, up to so many bytes."""
    lines = news.read_text(encoding="utf-8").splitlines(keepends=True)
    path = folder / "news.jsonl"
    size = 0
    with path.open("w", encoding="utf-8") as file:
        while size < target:
            for line in lines:
                file.write(line)
                size += len(line.encode())
    return path, size


PIECES = {
    "one line of sentences": lambda n: f"The plant at Orsted Quay made {n % 900 + 100} tonnes of steel in May. ",
    "all digits": lambda n: "7" * 1000,
    "all hedges": lambda n: "about nearly more than at least ",
    "figures of one subject": lambda n: f"Revenue was ${n % 9973 + 11} million.\n",
    "one sentence": lambda n: f"the town of Harrow bought {n % 97 + 3} buses and ",
    "a table": lambda n: f"{n}\tOrsted\t{n % 997}.5\t{n % 89}%\n",
}


def nasty(kind, size, path):
    """Writes one article of so many bytes, piece by piece: what this program holds would count as memory of those it runs."""
    piece, length, n = PIECES[kind], 0, 0
    with path.open("w", encoding="utf-8") as file:
        while length < size:
            length += file.write(piece(n))
            n += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=pathlib.Path)
    parser.add_argument("--addsup", default="target/release/addsup")
    parser.add_argument("--python", help="an interpreter that has quantulum3")
    parser.add_argument("--megabytes", type=float, default=20, help="how much news")
    parser.add_argument("--largest", type=float, default=100, help="megabytes of the largest article; 0: none")
    options = parser.parse_args()
    addsup = [options.addsup, "check"]

    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        path, size = enlarged(options.news, options.megabytes * MEGABYTE, folder)
        one = folder / "one.txt"
        one.write_text("Revenue rose 18 percent to $3.5 billion from $3.2 billion.\n")
        print(f"{size / MEGABYTE:.1f} MB of news, {os.cpu_count()} cores\n")
        print("| | MB/s of processor time | wall s | MB at the peak | times the search for digits |")
        print("|---|---|---|---|---|")
        digits, wall, peak = median(["rg", "-o", "[0-9]+", path])
        print(f"| `rg -o '[0-9]+'` | {size / MEGABYTE / digits:.1f} | {wall:.2f} | {peak:.0f} | 1 |")
        walls = {}
        for name, form, threads in [("concise", "concise", 1), ("JSON Lines", "jsonl", 1), ("concise", "concise", 2)]:
            seconds, wall, peak = median([*addsup, path, "--output-format", form], threads=threads)
            walls[form, threads] = wall
            print(
                f"| addsup, {name}, {threads} thread{'s' * (threads > 1)} | {size / MEGABYTE / seconds:.1f} | {wall:.2f} "
                f"| {peak:.0f} | {seconds / digits:.0f} |"
            )
        if options.python:
            # It is a thousand times slower: a part tells enough.
            part = folder / "part.jsonl"
            lines = options.news.read_text(encoding="utf-8").splitlines(keepends=True)
            part.write_text("".join(lines[:: max(1, len(lines) // 40)]), encoding="utf-8")
            seconds = float(subprocess.check_output([options.python, "-W", "ignore", "-c", QUANTULUM, part]))
            speed = part.stat().st_size / MEGABYTE / seconds
            print(f"| quantulum3, without its start | {speed:.3f} | | | {size / MEGABYTE / speed / digits:.0f} |")
        print(f"\nTwo threads: {walls['concise', 1] / walls['concise', 2]:.2f} times as fast as one.")
        seconds, wall, _ = median([*addsup, one, "--lang", "en"], runs=15)
        print(f"An article of one line: {seconds * 1000:.1f} ms of processor time, {wall * 1000:.1f} ms wall.\n")

        if options.largest:
            sizes = [options.largest / 100, options.largest / 10, options.largest]
            print("Seconds of processor time for one article, and MB at the peak:\n")
            print("| | " + " | ".join(f"{size:g} MB" for size in sizes) + " | times ten, times |\n|---|---|---|---|---|")
            for kind in PIECES:
                row, last = [], []
                for megabytes in sizes:
                    article = folder / "article.txt"
                    nasty(kind, int(megabytes * MEGABYTE), article)
                    seconds, _, peak = run([*addsup, article, "--lang", "en", "--output-format", "concise"], threads=1)
                    row.append(f"{seconds:.2f} s, {peak:.0f} MB")
                    last.append(seconds)
                print(f"| {kind} | " + " | ".join(row) + f" | {last[-1] / last[-2]:.1f} |", flush=True)


if __name__ == "__main__":
    main()
