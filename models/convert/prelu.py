"""Spells PRelu in operators that ONNX Runtime keeps in its blocked layout.

ONNX Runtime has no blocked PRelu: every one costs two layout changes and a slow broadcast, which
is half of MobileFaceNet's time. With slope a <= 1,

    prelu(z) = relu((1 - a) * z) + a * z

is two depthwise 1x1 convolutions, the first fused with its relu, the second with the sum.
"""

import numpy as np
from onnx import helper


def spell_out(nodes, weights):
    producers = {out: node for node in nodes for out in node.output}
    for node in [n for n in nodes if n.op_type == "PRelu"]:
        slope = weights[node.input[1]].reshape(-1).astype(np.float64)
        steep = slope > 1
        if steep.any():
            mirror(node, slope, steep, producers[node.input[0]], nodes, weights)
            slope = np.where(steep, 1 / slope, slope)
        place = nodes.index(node)
        nodes[place : place + 1] = spelled(node, slope, weights)


def mirror(node, slope, steep, before, nodes, weights):
    """Makes steep slopes flat: with u = -z, prelu(z; a) = -a * prelu(u; 1/a).

    The sign goes into the convolution before, the factor -a into those behind.
    """
    behind = [n for n in nodes if node.output[0] in n.input]
    alone = [n for n in nodes if node.input[0] in n.input] == [node]
    assert alone and all(n.op_type == "Conv" for n in [before, *behind])
    sign = np.where(steep, -1.0, 1.0)
    scale(weights, before.input[1], sign[:, None, None, None])
    scale(weights, before.input[2], sign)
    factor = np.where(steep, -slope, 1.0)
    for conv in behind:
        depthwise = weights[conv.input[1]].shape[1] == 1
        shape = (-1, 1, 1, 1) if depthwise else (1, -1, 1, 1)
        scale(weights, conv.input[1], factor.reshape(shape))


def scale(weights, name, factor):
    weights[name] = (weights[name] * factor).astype(np.float32)


def spelled(node, slope, weights):
    (source, _), (target,) = node.input, node.output
    names = [f"{target}.{part}" for part in ("bend", "bent", "line")]
    bend, bent, line = names
    return [
        depthwise(source, bend, 1 - slope, weights),
        helper.make_node("Relu", [bend], [bent]),
        depthwise(source, line, slope, weights),
        helper.make_node("Add", [line, bent], [target]),
    ]


def depthwise(source, target, gains, weights):
    weights[f"{target}.gain"] = gains.reshape(-1, 1, 1, 1).astype(np.float32)
    return helper.make_node(
        "Conv",
        [source, f"{target}.gain"],
        [target],
        group=len(gains),
        kernel_shape=[1, 1],
        strides=[1, 1],
        pads=[0, 0, 0, 0],
        dilations=[1, 1],
    )
