"""What OpenVINO makes of the shipped networks, against ONNX Runtime's own kernels: one thread, in turn.

ONNX Runtime with OpenVINO's execution provider comes from PyPI (onnxruntime-openvino), which has both
in one library. Prints milliseconds (median), their ratio (median of pairs, 10th and 90th percentile)
and how far the answers are apart.
"""

import argparse
import pathlib
import time

import numpy as np
import onnxruntime as ort

NETWORKS = [
    ("ultraface", (1, 3, 272, 480)),
    ("centerface", (1, 3, 96, 96)),
    ("centerface", (1, 3, 384, 640)),
    ("mobilefacenet", (1, 3, 112, 112)),
]
WEIGHTS = pathlib.Path(__file__).resolve().parents[2] / "models" / "weights"


def session(path, provider):
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    if provider == "CPUExecutionProvider":
        return ort.InferenceSession(path, options, providers=[provider])
    # Single precision, as the product's: half of it would be another network.
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
    return ort.InferenceSession(
        path, options, providers=[(provider, {"device_type": "CPU", "num_of_threads": "1", "precision": "FP32"})]
    )


def timed(run):
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1e3


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=300)
    asked = parser.parse_args()
    print(f"onnxruntime {ort.__version__}")
    print("| network | ONNX Runtime, ms | OpenVINO, ms | ratio | answers apart by |")
    print("|---|---|---|---|---|")
    for name, shape in NETWORKS:
        path = str(WEIGHTS / f"{name}.onnx")
        both = [session(path, p) for p in ("CPUExecutionProvider", "OpenVINOExecutionProvider")]
        values = np.random.default_rng(1).uniform(-1, 1, shape).astype(np.float32)
        feed = {both[0].get_inputs()[0].name: values}
        answers = [one.run(None, feed) for one in both]
        apart = max(float(np.abs(a - b).max()) for a, b in zip(*answers))
        times = np.array([[timed(lambda: one.run(None, feed)) for one in both] for _ in range(asked.pairs + 20)])[20:]
        ratio = np.percentile(times[:, 1] / times[:, 0], [10, 50, 90])
        shown = "{} {}×{}".format(name, shape[3], shape[2])
        print(
            f"| {shown} | {np.median(times[:, 0]):.2f} | {np.median(times[:, 1]):.2f} "
            f"| {ratio[1]:.2f} ({ratio[0]:.2f}–{ratio[2]:.2f}) | {apart:.1e} |"
        )


if __name__ == "__main__":
    main()
