"""CenterFace and MobileFaceNet around any engine: what a straight loop over our networks writes.

An engine is two functions: `detect(blob) -> four maps` and `embed(blob) -> vectors`.
"""

import cv2
import numpy

import loop

# The size at which our own detector reads a 1280x720 picture for faces from 36 pixels on.
SCALE = 0.5
SCORE = 0.5
OVERLAP = 0.3

# One frame's cosine. Of 4,500 pairs of strangers' stills one in a thousand lies above it
# (camera-sim/footage/PROVENANCE.md), which is how thresholds are chosen for such a loop.
COSINE = 0.574

TEMPLATE = numpy.array(
    [
        [38.2946, 51.6963],
        [73.5318, 51.5014],
        [56.0252, 71.7366],
        [41.5493, 92.3655],
        [70.7299, 92.2041],
    ],
    numpy.float32,
)


def faces(picture, detect, scale):
    """(landmarks, box) of every face, in pixels of the picture, the largest first."""
    height, width = (round(side * scale) for side in picture.shape[:2])
    small = cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA)
    padded = numpy.zeros((-(-height // 32) * 32, -(-width // 32) * 32, 3), numpy.uint8)
    padded[:height, :width] = small
    blob = cv2.dnn.blobFromImage(padded, swapRB=True)
    heat, size, offset, points = (numpy.asarray(each)[0] for each in detect(blob))
    rows, columns = numpy.where(heat[0] > SCORE)
    boxes, marks, scores = [], [], []
    for row, column in zip(rows, columns):
        h, w = numpy.exp(size[:, row, column]) * 4
        x = (column + offset[1, row, column] + 0.5) * 4 - w / 2
        y = (row + offset[0, row, column] + 0.5) * 4 - h / 2
        p = points[:, row, column].reshape(5, 2)
        boxes.append([float(x), float(y), float(w), float(h)])
        marks.append(numpy.stack([p[:, 1] * w + x, p[:, 0] * h + y], 1) / scale)
        scores.append(float(heat[0, row, column]))
    kept = cv2.dnn.NMSBoxes(boxes, scores, SCORE, OVERLAP) if boxes else []
    return sorted(((marks[i], boxes[i]) for i in kept), key=lambda face: -face[1][3])


def aligned(picture, marks):
    transform, _ = cv2.estimateAffinePartial2D(marks.astype(numpy.float32), TEMPLATE, method=cv2.LMEDS)
    return None if transform is None else cv2.warpAffine(picture, transform, (112, 112))


def embedding(picture, marks, embed):
    face = aligned(picture, marks)
    if face is None:
        return None
    vector = numpy.asarray(embed(cv2.dnn.blobFromImage(face, 1 / 128, mean=(127.5,) * 3))).ravel()
    return vector / numpy.linalg.norm(vector)


def prepare(watchlist, detect, embed):
    """The peer's `see`: the watchlist's mean vectors, then one frame's cosine."""
    sums = {}
    for person, picture in loop.photographs(watchlist):
        # Like a camera's picture at its scale: 320 or so pixels of photograph.
        for marks, _ in faces(picture, detect, min(1.0, 640 / max(picture.shape)))[:1]:
            sums[person] = sums.get(person, 0) + embedding(picture, marks, embed)
    names = list(sums)
    gallery = numpy.stack([sums[name] / numpy.linalg.norm(sums[name]) for name in names])

    def see(picture):
        people = []
        for marks, _ in faces(picture, detect, SCALE):
            vector = embedding(picture, marks, embed)
            if vector is None:
                continue
            scores = gallery @ vector
            nearest = int(numpy.argmax(scores))
            if scores[nearest] >= COSINE:
                people.append(names[nearest])
        return people

    return see
