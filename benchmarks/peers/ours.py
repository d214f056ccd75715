"""Runs our side in the peers' terms: the analysis over the same files, or a live camera at rest."""

import argparse
import json
import os
import re
import resource
import subprocess
from pathlib import Path

import numpy

import referee

RUN = Path(__file__).resolve().parent.parent / "run"

# The product's own heap, not the benchmarks'.
ENVIRONMENT = {**os.environ, "HAETAE_JAVA_OPTIONS": "-Xmx1g"}


def output(*arguments: object) -> list[str]:
    command = [str(RUN), *map(str, arguments)]
    return subprocess.run(
        command, env=ENVIRONMENT, check=True, stdout=subprocess.PIPE, text=True
    ).stdout.splitlines()


def file_order(options) -> dict:
    """Every frame of every clip; after rounds that nobody counts, since a service runs for months."""
    lines = output(
        "loop", options.warm_up, options.rounds, options.watchlist, *options.clips
    )
    # The JVM says on standard output that it uses incubator modules.
    start, *plays = (json.loads(line) for line in lines if line.startswith("{"))
    clips = {clip.name: clip for clip in options.clips}
    judged = [referee.judge(clips[play["clip"]], [tuple(hit) for hit in play["hits"]]) for play in plays]
    latencies = numpy.array([value for play in plays for value in play["latencies"]] or [0])
    cpu, seconds = (sum(play[key] for play in plays) for key in ("cpu", "seconds"))
    rounds = options.rounds
    return {
        "peer": "Haetae, every frame from a file",
        "startCpuSeconds": start["start"],
        "warmUpCpuSeconds": start["warm"],
        "cpuPerCameraSecond": round(cpu / seconds, 5),
        "camerasPerCore": round(seconds / cpu, 2),
        "latencyP50Ms": round(float(numpy.percentile(latencies, 50)), 1),
        "latencyP99Ms": round(float(numpy.percentile(latencies, 99)), 1),
        # The rounds are the same frames, so they find the same.
        "expected": sum(each["expected"] for each in judged) // rounds,
        "found": sum(each["found"] for each in judged) // rounds,
        "lateSeconds": [late for each in judged for late in each["late"]][: len(judged)],
        "falseAlerts": sum(each["false"] for each in judged) // rounds,
    }


def live(options) -> dict:
    """A camera over RTSP with its gate, one at a time; enrolment and settling are not counted."""
    costs = []
    for clip in options.clips:
        row = next(line for line in output("idle", 1, options.seconds, clip) if clip.name in line)
        costs.append(float(re.split(r"\s+", row.strip())[2]) / 1e3)
    cost = sum(costs) / len(costs)
    return {
        "peer": "Haetae, a live camera (RTSP)",
        "cpuPerCameraSecond": round(cost, 5),
        "camerasPerCore": round(1 / cost, 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=["file", "live"])
    parser.add_argument("--watchlist", type=Path, required=True)
    parser.add_argument("--group", required=True)
    parser.add_argument("--warm-up", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=40)
    parser.add_argument("clips", type=Path, nargs="+")
    options = parser.parse_args()
    result = file_order(options) if options.kind == "file" else live(options)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(json.dumps({"group": options.group, "stride": 1, **result, "peakMb": round(peak / 1024)}))


main()
