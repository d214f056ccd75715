"""Ideas for telling people apart better, each against what is done now.

    python eyes.py PHOTO_DIR...

A probe is a photograph made smaller until its face has a given height; the gallery holds for each person the mean of
the other photographs. Thresholds are chosen on one half of the people, at a false-positive identification rate of
1e-2, and errors are counted on the other half: 40 random halves, mean and range from the 5th to the 95th percentile.
"""

import sys
from pathlib import Path

import cv2
import numpy as np

from faces import HOME, WEIGHTS, centerface, session, ultraface
import geometry  # found by way of faces

HEIGHTS = (24, 32, 48, 100)
SPLITS, SEED, RATE = 40, 1, 1e-2
SHIFTS = ((0, 0), (3, 0), (-3, 0), (0, 3), (0, -3))
# Of the 68 points: outer and inner corners of the eyes, tip of the nose, corners of the mouth.
EYES, NOSE, MOUTH = (range(36, 42), range(42, 48)), 30, (48, 54)


class Eyes:
    def __init__(self):
        names = ("ultraface", "centerface", "mobilefacenet", "landmarks68")
        self.quick, self.thorough, self.network, self.points68 = (
            session(WEIGHTS / f"{name}.onnx") for name in names
        )

    def find(self, picture):
        """The largest face as (box, five points); as the product finds it."""
        rows, columns = picture.shape[:2]
        proposals = ultraface(self.quick, picture, columns, rows, 0.3)
        if not len(proposals):
            return None
        left, top, right, bottom = max(proposals, key=lambda b: (b[2] - b[0]) * (b[3] - b[1]))
        side = max(right - left, bottom - top) * 1.6
        zoom = 96 / side
        x, y = (left + right - side) / 2, (top + bottom - side) / 2
        crop = cv2.warpAffine(picture, np.float32([[zoom, 0, -x * zoom], [0, zoom, -y * zoom]]), (96, 96), flags=cv2.INTER_AREA)
        boxes, scores, points = centerface(self.thorough, crop, 96, 96)
        if not len(boxes):
            return None
        best = int(np.argmax(scores))
        return boxes[best] / zoom + [x, y, x, y], points[best] / zoom + [x, y]

    def refined(self, picture, box, points):
        """The five points out of the 68 of the landmark network."""
        left, top, right, bottom = box
        square = geometry.square(picture, (left, top, right - left, bottom - top), 1, 64)
        grey = cv2.cvtColor(square, cv2.COLOR_BGR2GRAY)[:, :, None] / 256
        found = self.points68(geometry.planes(grey))[0].reshape(68, 2)
        side = bottom - top
        corner = np.array([(left + right) / 2 - side / 2, (top + bottom) / 2 - side / 2])
        five = [found[list(eye)].mean(0) for eye in EYES] + [found[NOSE]] + [found[m] for m in MOUTH]
        five = np.array(five) * side + corner
        # Where the two disagree by a quarter of the face it is the 68 that are lost.
        return five if np.abs(five - points).max() < side / 4 else points

    def embed(self, picture, points, flip=False, shift=(0, 0)):
        face = geometry.aligned(picture, points)
        if shift != (0, 0):
            face = cv2.warpAffine(face, np.float32([[1, 0, shift[0]], [0, 1, shift[1]]]), (112, 112), borderMode=cv2.BORDER_REPLICATE)
        face = (face[:, ::-1] if flip else face).astype(np.float32)
        return unit(self.network(geometry.planes((face - 127.5) / 128))[0][0])


def unit(vector):
    return vector / np.linalg.norm(vector, axis=-1, keepdims=True)


def shrunk(picture, height, box):
    factor = min(1, height / (box[3] - box[1]))
    size = (max(1, round(picture.shape[1] * factor)), max(1, round(picture.shape[0] * factor)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    _, coded = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 85])
    return cv2.imdecode(coded, cv2.IMREAD_COLOR)


def variants(eyes, picture, found):
    """The embeddings of one look, by idea."""
    box, points = found
    plain = eyes.embed(picture, points)
    mirrored = eyes.embed(picture, points, flip=True)
    shifted = [eyes.embed(picture, points, shift=s) for s in SHIFTS[1:]]
    better = eyes.refined(picture, box, points)
    return {
        "plain": plain,
        "flip": unit(plain + mirrored),
        "five crops": unit(plain + sum(shifted)),
        "68 points": eyes.embed(picture, better),
    }


def read(eyes, folder):
    """For each photograph: person, and at each height the embeddings by idea (None: not found)."""
    rows = []
    for file in sorted(folder.glob("*/*.jpg")):
        picture = cv2.imread(str(file))
        found = eyes.find(picture)
        if found is None:
            continue
        looks = {}
        for height in HEIGHTS:
            small = shrunk(picture, height, found[0])
            seen = eyes.find(small)
            looks[height] = seen and variants(eyes, small, seen)
        dark = shrunk(cv2.convertScaleAbs(picture, alpha=0.35), 48, found[0])
        seen = eyes.find(dark)
        rows.append((file.parent.name, variants(eyes, picture, found), looks, seen and variants(eyes, dark, seen)["plain"]))
    return rows


def templates(rows, people, without, enrol, augmented):
    means = {}
    for person in people:
        own = []
        for i, (name, clean, looks, dark) in enumerate(rows):
            if name == person and i != without:
                own.append(clean[enrol])
                if augmented:
                    own += [v for v in (looks[32] and looks[32]["plain"], dark) if v is not None]
        means[person] = unit(np.mean(own, axis=0))
    return means


def searches(rows, people, height, enrol, probe, augmented, cohort):
    """Scores of mated searches (−1: somebody else came first or no face) and of non-mated ones."""
    mated, strange = [], []
    full = templates(rows, people, None, enrol, augmented)
    stack = np.array([full[p] for p in people])
    if cohort is not None:
        means, spreads = (cohort @ stack.T).mean(0), (cohort @ stack.T).std(0)
    for i, (name, _, looks, _) in enumerate(rows):
        if name not in people:
            continue
        look = looks[height]
        if look is None:
            mated.append(-9)
            continue
        at = people.index(name)
        own = templates(rows, [name], i, enrol, augmented)[name]
        scores = stack @ look[probe]
        scores[at] = own @ look[probe]
        if cohort is not None:
            toward = cohort @ look[probe]
            scores = ((scores - means) / spreads + (scores - toward.mean()) / toward.std()) / 2
        others = np.delete(scores, at)
        strange.append(others.max())
        mated.append(scores[at] if scores[at] > others.max() else -9)
    return np.array(mated), np.array(strange)


def cross_validated(rows, height, random, enrol="plain", probe="plain", augmented=False, cohort=None):
    everybody = sorted({name for name, *_ in rows})
    misses = []
    for _ in range(SPLITS):
        order = random.permutation(everybody)
        half, other = list(order[: len(order) // 2]), list(order[len(order) // 2 :])
        _, strange = searches(rows, half, height, enrol, probe, augmented, cohort)
        threshold = np.quantile(strange, 1 - RATE, method="higher")
        mated, _ = searches(rows, other, height, enrol, probe, augmented, cohort)
        misses.append(np.mean(mated <= threshold))
    return np.mean(misses), *np.quantile(misses, (0.05, 0.95))


def main():
    eyes = Eyes()
    folders = [HOME / "camera-sim/footage/stills", *map(Path, sys.argv[1:])]
    sets = {folder.name: read(eyes, folder) for folder in folders}
    strangers = np.array([clean["plain"] for rows in list(sets.values())[:1] for _, clean, *_ in rows])
    ideas = {
        "as it is": {},
        "flip, enrolment only": {"enrol": "flip"},
        "flip, both": {"enrol": "flip", "probe": "flip"},
        "five crops, both": {"enrol": "five crops", "probe": "five crops"},
        "68 points, both": {"enrol": "68 points", "probe": "68 points"},
        "enrolment also small and dark": {"augmented": True},
        "symmetric score normalisation by rendered people": {"cohort": strangers},
    }
    print("| idea | set | " + " | ".join(f"{h} px" for h in HEIGHTS) + " |")
    print("|---|---|" + "---|" * len(HEIGHTS))
    for idea, options in ideas.items():
        for name, rows in sets.items():
            if "cohort" in options and rows is list(sets.values())[0]:
                continue
            cells = []
            for height in HEIGHTS:
                row = cross_validated(rows, height, np.random.RandomState(SEED), **options)
                cells.append("{:.1f} ({:.1f}–{:.1f})".format(*(100 * v for v in row)))
            print(f"| {idea} | {name} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
