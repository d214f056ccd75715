"""CenterFace decoding, alignment and crops: the few steps that checking on photographs needs."""

import cv2
import numpy as np

STRIDE = 4
ARCFACE = np.array(
    [
        [38.2946, 51.6963],
        [73.5318, 51.5014],
        [56.0252, 71.7366],
        [41.5493, 92.3655],
        [70.7299, 92.2041],
    ]
)


def best_face(outputs, fx, fy):
    """The most certain face as (box x, y, w, h; five points), in the photograph's pixels."""
    heatmap, scale, offset, landmarks = (output[0] for output in outputs)
    y, x = np.unravel_index(heatmap[0].argmax(), heatmap[0].shape)
    height, width = np.exp(scale[:, y, x]) * STRIDE
    top = (y + offset[0, y, x] + 0.5) * STRIDE - height / 2
    left = (x + offset[1, y, x] + 0.5) * STRIDE - width / 2
    pairs = landmarks[:, y, x].reshape(5, 2)
    points = np.stack([left + pairs[:, 1] * width, top + pairs[:, 0] * height], axis=1)
    box = np.array([left / fx, top / fy, width / fx, height / fy])
    return box, points / [fx, fy]


def aligned(picture, points, size=112):
    """Warps by the least-squares similarity that takes the five points to the template."""
    x, y = points[:, 0], points[:, 1]
    one, zero = np.ones(5), np.zeros(5)
    rows = np.concatenate(
        [np.stack([x, -y, one, zero], axis=1), np.stack([y, x, zero, one], axis=1)]
    )
    a, b, tx, ty = np.linalg.lstsq(rows, ARCFACE.T.reshape(-1), rcond=None)[0]
    return cv2.warpAffine(picture, np.float32([[a, -b, tx], [b, a, ty]]), (size, size))


def square(picture, box, margin, size):
    """Cuts the square around the box's centre whose side is margin * box height."""
    x, y, width, height = box
    side = height * margin
    left, top = x + width / 2 - side / 2, y + height / 2 - side / 2
    zoom = size / side
    matrix = np.float32([[zoom, 0, -left * zoom], [0, zoom, -top * zoom]])
    return cv2.warpAffine(picture, matrix, (size, size), borderMode=cv2.BORDER_REPLICATE)


def planes(pixels):
    """height x width x channels -> 1 x channels x height x width, float32."""
    return np.ascontiguousarray(pixels.transpose(2, 0, 1)[None], dtype=np.float32)
