"""What both scripts need: sessions of one thread, pictures, CenterFace's and UltraFace's answers."""

import sys
import time
from pathlib import Path

import cv2
import numpy as np
import onnxruntime

HOME = Path(__file__).resolve().parents[2]
CLIPS = HOME / "camera-sim/footage/clips"
WEIGHTS = HOME / "models/weights"
sys.path.insert(0, str(HOME / "models/convert"))

GRIDS = ((8, (10, 16, 24)), (16, (32, 48)), (32, (64, 96)), (64, (128, 192, 256)))


def session(model):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    runner = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    return lambda x: runner.run(None, {"input": x})


def frames(clip, step):
    """Every step-th picture of a clip with its number."""
    video = cv2.VideoCapture(str(CLIPS / clip))
    number = 0
    while True:
        more, frame = video.read()
        if not more:
            return
        if number % step == 0:
            yield number, frame
        number += 1


def tensor(frame, width, height, multiple, mean, gain):
    """RGB planes of the picture at that size in the upper left corner of a black input."""
    small = cv2.resize(frame, (width, height), interpolation=cv2.INTER_AREA)[:, :, ::-1]
    rows, columns = (-(-side // multiple) * multiple for side in (height, width))
    planes = np.full((1, 3, rows, columns), -mean * gain, np.float32)
    planes[0, :, :height, :width] = (small.astype(np.float32).transpose(2, 0, 1) - mean) * gain
    return planes


def suppressed(boxes, scores, overlap):
    order, kept = np.argsort(-scores), []
    while len(order):
        first = order[0]
        kept.append(first)
        low = np.maximum(boxes[first, :2], boxes[order, :2])
        high = np.minimum(boxes[first, 2:], boxes[order, 2:])
        shared = np.prod(np.maximum(0, high - low), axis=1)
        areas = np.prod(boxes[:, 2:] - boxes[:, :2], axis=1)
        order = order[shared / (areas[first] + areas[order] - shared) < overlap]
    return kept


def centerface(run, frame, width, height, threshold=0.5):
    heat, scale, offset, points = run(tensor(frame, width, height, 32, 0, 1))
    y, x = np.where(heat[0, 0] > threshold)
    tall, wide = np.exp(scale[0][:, y, x]) * 4
    top = (y + offset[0, 0, y, x] + 0.5) * 4 - tall / 2
    left = (x + offset[0, 1, y, x] + 0.5) * 4 - wide / 2
    boxes = np.stack([left, top, left + wide, top + tall], axis=1)
    kept = suppressed(boxes, heat[0, 0, y, x], 0.3)
    back = np.array([frame.shape[1] / width, frame.shape[0] / height] * 2)
    pairs = points[0][:, y, x].reshape(5, 2, -1)
    marks = np.stack([left + pairs[:, 1] * wide, top + pairs[:, 0] * tall], axis=-1)
    return boxes[kept] * back, heat[0, 0, y, x][kept], marks.transpose(1, 0, 2)[kept] * back[:2]


def anchors(width, height):
    return np.array(
        [
            ((column + 0.5) * stride, (row + 0.5) * stride, side)
            for stride, sides in GRIDS
            for row in range(-(-height // stride))
            for column in range(-(-width // stride))
            for side in sides
        ],
        np.float32,
    )


def ultraface(run, frame, width, height, threshold):
    planes = tensor(frame, width, height, 8, 127, 1 / 128)
    scores, locations = (answer[0] for answer in run(planes))
    likely = scores[:, 1] > threshold
    x, y, side = anchors(planes.shape[3], planes.shape[2])[likely].T
    centre = np.stack([x, y], axis=1) + locations[likely, :2] * 0.1 * side[:, None]
    size = side[:, None] * np.exp(locations[likely, 2:] * 0.2)
    boxes = np.concatenate([centre - size / 2, centre + size / 2], axis=1)
    back = np.array([frame.shape[1] / width, frame.shape[0] / height] * 2)
    return boxes[suppressed(boxes, scores[likely, 1], 0.4)] * back


def at_each(thorough, frame, proposals, inside=96, margin=1.6):
    """CenterFace at every proposed place, the face being about inside / margin pixels high."""
    found, sure = [], []
    rows, columns = frame.shape[:2]
    for left, top, right, bottom in proposals:
        side = int(np.ceil(max(right - left, bottom - top) * margin / 16)) * 16
        wide, tall = min(side, columns), min(side, rows)
        x = int(np.clip((left + right - side) / 2, 0, columns - wide))
        y = int(np.clip((top + bottom - side) / 2, 0, rows - tall))
        zoom = inside / max(wide, tall)
        size = (round(wide * zoom), round(tall * zoom))
        boxes, scores, _ = centerface(thorough, frame[y : y + tall, x : x + wide], *size)
        for box, score in zip(boxes + [x, y, x, y], scores):
            middle = (box[:2] + box[2:]) / 2
            slack = 0.1 * np.array([right - left, bottom - top])
            low, high = np.array([left, top]) - slack, np.array([right, bottom]) + slack
            if (middle >= low).all() and (middle <= high).all():
                found.append(box)
                sure.append(score)
    boxes, sure = np.array(found).reshape(-1, 4), np.array(sure)
    return boxes[suppressed(boxes, sure, 0.3)]


def median_ms(*calls, rounds=20):
    """Each call's median in ms, the calls taking turns."""
    spent = [[] for _ in calls]
    for _ in range(rounds):
        for call, times in zip(calls, spent):
            start = time.perf_counter()
            call()
            times.append(time.perf_counter() - start)
    return [1e3 * float(np.median(times[2:])) for times in spent]
