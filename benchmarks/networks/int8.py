"""Static int8 of the shipped networks, per channel: time, and what becomes of the answers.

    python int8.py [PHOTO_DIR]

Calibrated on rendered frames and stills; photographs of PHOTO_DIR/<identity>/*.jpg are measured too.
"""

import sys
import tempfile
from pathlib import Path

import cv2
import numpy as np
import onnx
import onnx.version_converter
import onnxruntime
from onnxruntime.quantization import CalibrationDataReader, QuantType, quantize_static

from faces import HOME, WEIGHTS, centerface, frames, median_ms, session, tensor
import geometry

STILLS = HOME / "camera-sim/footage/stills"
CALIBRATION = ("home-door.mp4", "work-gate.mp4", "home-street.mp4")


class Examples(CalibrationDataReader):
    def __init__(self, tensors):
        self.tensors = iter(tensors)

    def get_next(self):
        return next(({"input": x} for x in self.tensors), None)


def plain(name, folder):
    """The network with its stored halves folded to floats, at an opset that has per-channel scales."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(folder / f"{name}.onnx")
    onnxruntime.InferenceSession(str(WEIGHTS / f"{name}.onnx"), options)
    model = onnx.load(folder / f"{name}.onnx")
    model = onnx.version_converter.convert_version(model, 13)
    for number, node in enumerate(model.graph.node):
        node.name = f"{node.op_type}_{number}"
    onnx.save(model, folder / f"{name}.onnx")
    return folder / f"{name}.onnx"


def int8(model, tensors, **options):
    target = model.with_name(model.stem + "-int8.onnx")
    quantize_static(
        model,
        target,
        Examples(tensors),
        per_channel=True,
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
        **options,
    )
    return target


def clip_tensors(width, multiple, mean, gain):
    for clip in CALIBRATION:
        for _, frame in frames(clip, 14):
            yield tensor(frame, width, width * 9 // 16, multiple, mean, gain)


def aligned(thorough, file):
    picture = cv2.imread(str(file))
    rows, columns = picture.shape[:2]
    _, scores, points = centerface(thorough, picture, columns, rows)
    face = geometry.aligned(picture, points[np.argmax(scores)]).astype(np.float32)
    return geometry.planes((face - 127.5) / 128)


def people(folder):
    return [(file.parent.name, file) for file in sorted(folder.glob("*/*.jpg"))]


def verification(embed, faces):
    """EER, and the true accept rate at false accept rates of 1e-3 and 1e-4, of all pairs."""
    vectors = np.concatenate([embed(x)[0] for _, x in faces])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    names = np.array([name for name, _ in faces])
    one, other = np.triu_indices(len(names), 1)
    scores, same = (vectors @ vectors.T)[one, other], names[one] == names[other]
    genuine, impostor = np.sort(scores[same]), np.sort(scores[~same])
    rates = []
    for far in (1e-3, 1e-4):
        refused = impostor[len(impostor) - 1 - int(far * len(impostor))]
        rates.append(float((genuine > refused).mean()))
    thresholds = np.concatenate([genuine, impostor])
    frr = np.searchsorted(genuine, thresholds) / len(genuine)
    far = 1 - np.searchsorted(impostor, thresholds) / len(impostor)
    nearest = np.argmin(np.abs(frr - far))
    return (frr[nearest] + far[nearest]) / 2, *rates


def main():
    folders = [STILLS, *map(Path, sys.argv[1:])]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        detector, proposer, embedder = (
            plain(n, folder) for n in ("centerface", "ultraface", "mobilefacenet")
        )
        thorough = session(detector)
        stills = [(name, aligned(thorough, file)) for name, file in people(STILLS)]
        quick = {
            detector: int8(detector, clip_tensors(640, 32, 0, 1)),
            proposer: int8(proposer, clip_tensors(480, 8, 127, 1 / 128), op_types_to_quantize=["Conv", "Relu", "Add"]),
            embedder: int8(embedder, [x for _, x in stills[::2]]),
        }
        inputs = {
            detector: [("640×384", next(clip_tensors(640, 32, 0, 1))), ("96×96", np.zeros((1, 3, 96, 96), np.float32))],
            proposer: [("480×272", next(clip_tensors(480, 8, 127, 1 / 128)))],
            embedder: [("112×112", stills[0][1])],
        }
        print("| network | input | fp32 ms | int8 ms |\n|---|---|---|---|")
        for model, sizes in inputs.items():
            exact, rough = session(model), session(quick[model])
            for label, x in sizes:
                ms = median_ms(lambda: exact(x), lambda: rough(x))
                print(f"| {model.stem} | {label} | {ms[0]:.2f} | {ms[1]:.2f} |")
        print("\n| embedder on | | EER | TAR at 1e-3 | at 1e-4 |\n|---|---|---|---|---|")
        for place in folders:
            faces = stills if place == STILLS else [(n, aligned(thorough, f)) for n, f in people(place)]
            for label, model in (("fp32", embedder), ("int8", quick[embedder])):
                row = verification(session(model), faces)
                print(f"| {place.name} | {label} | " + " | ".join(f"{v:.4f}" for v in row) + " |")


if __name__ == "__main__":
    main()
