"""What every peer shares: frames in file order, alerts, and what they cost. One JSON line out.

A peer gives a name, enrols the watchlist folder and turns a picture into scored people:
`see(bgr) -> [(person, score)]`, where its own rule has been applied already.
"""

import argparse
import json
import os
import resource
import sys
import time
from pathlib import Path

# One core each: before any library starts its threads.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
os.environ["OPENCV_FFMPEG_CAPTURE_OPTIONS"] = "threads;1"

import cv2  # noqa: E402
import numpy  # noqa: E402

import referee  # noqa: E402

cv2.setNumThreads(1)


def spent() -> float:
    """Seconds of processor time of this process, user and kernel, all threads."""
    use = resource.getrusage(resource.RUSAGE_SELF)
    return use.ru_utime + use.ru_stime


def photographs(folder: Path):
    """(person, picture) of every photograph of the watchlist."""
    for person in sorted(path for path in folder.iterdir() if path.is_dir()):
        for file in sorted(person.glob("*.jpg")):
            yield person.name, cv2.imread(str(file))


def play(clip: Path, see, stride: int) -> dict:
    """Every `stride`th frame goes to `see`; the others are decoded and left."""
    video = cv2.VideoCapture(str(clip), cv2.CAP_FFMPEG)
    if not video.isOpened():
        sys.exit(f"{clip} can't be read")
    fps = video.get(cv2.CAP_PROP_FPS)
    hits, latencies, frames = [], [], 0
    begin = spent()
    while video.grab():
        if frames % stride == 0:
            start = time.perf_counter()
            _, picture = video.retrieve()
            for person in see(picture):
                hits.append((frames / fps, person))
            latencies.append(time.perf_counter() - start)
        frames += 1
    cost = spent() - begin
    video.release()
    return {
        "clip": clip.name,
        "seconds": frames / fps,
        "cpu": cost,
        "latencies": latencies,
        **referee.judge(clip, hits),
    }


def main(name: str, prepare) -> None:
    """`prepare(watchlist folder, options)` gives `see`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--watchlist", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--group", required=True, help="the row's scene, as the table names it")
    parser.add_argument("--stride", type=int, default=1)
    parser.add_argument("clips", type=Path, nargs="+")
    options = parser.parse_args()
    see = prepare(options)
    begun = spent()
    # The first frames fill caches and allocate; they count for nobody.
    see(numpy.zeros((720, 1280, 3), numpy.uint8))
    results = []
    for clip in options.clips:
        results.append(play(clip, see, options.stride))
        print(f"  {name} {clip.name}: {results[-1]['cpu']:.1f} s", file=sys.stderr)
    print(json.dumps(summary(name, options, begun, results)))


def summary(name: str, options, begun: float, results: list[dict]) -> dict:
    latencies = numpy.array([value for each in results for value in each["latencies"]]) * 1e3
    cpu, seconds = (sum(each[key] for each in results) for key in ("cpu", "seconds"))
    return {
        "peer": name,
        "group": options.group,
        "stride": options.stride,
        "startCpuSeconds": round(begun, 2),
        "cpuPerCameraSecond": round(cpu / seconds, 5),
        "camerasPerCore": round(seconds / cpu, 2),
        "latencyP50Ms": round(float(numpy.percentile(latencies, 50)), 1),
        "latencyP99Ms": round(float(numpy.percentile(latencies, 99)), 1),
        "expected": sum(each["expected"] for each in results),
        "found": sum(each["found"] for each in results),
        "lateSeconds": [value for each in results for value in each["late"]],
        "falseAlerts": sum(each["false"] for each in results),
        "peakMb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
