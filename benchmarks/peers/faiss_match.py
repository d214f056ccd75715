"""faiss's exact index, one probe at a time on one thread, as MatchGrowth does it in Java."""

import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"

import faiss  # noqa: E402
import numpy  # noqa: E402

DIMENSION = 512
PROBES = 64
BLOCK = 50_000


def directions(random, count):
    vectors = random.standard_normal((count, DIMENSION), numpy.float32)
    return vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)


def run(rows: int, seconds: float) -> None:
    random = numpy.random.default_rng(3)
    index = faiss.IndexFlatIP(DIMENSION)
    for begin in range(0, rows, BLOCK):
        index.add(directions(random, min(BLOCK, rows - begin)))
    probes = directions(random, PROBES)[:, None, :]
    for probe in probes[:16]:
        index.search(probe, 1)
    wall, processor = [], []
    end = time.perf_counter() + seconds
    while len(wall) < 200_000 and (time.perf_counter() < end or len(wall) < 20):
        probe = probes[len(wall) % PROBES]
        begin, begin_processor = time.perf_counter_ns(), time.thread_time_ns()
        index.search(probe, 1)
        processor.append(time.thread_time_ns() - begin_processor)
        wall.append(time.perf_counter_ns() - begin)
    wall, processor = (numpy.sort(each) / 1e3 for each in (wall, processor))
    at = int(len(wall) * 0.99)
    result = {
        "who": f"faiss {faiss.__version__} IndexFlatIP",
        "rows": rows,
        "probes": len(wall),
        "medianUs": round(float(wall[len(wall) // 2]), 2),
        "p99Us": round(float(wall[at]), 2),
        "p99ProcessorUs": round(float(processor[at]), 2),
        "gigabytesASecond": round(4e-3 * rows * DIMENSION / float(wall[len(wall) // 2]), 1),
    }
    print(json.dumps(result), flush=True)


def main() -> None:
    faiss.omp_set_num_threads(1)
    for rows in map(int, sys.argv[2:]):
        run(rows, float(sys.argv[1]))


main()
