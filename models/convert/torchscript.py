"""Writes a repaired ONNX graph of plain convolutions as portable, reproducible TorchScript."""

import io
import zipfile

import torch
import torch.nn.functional as F
from onnx import helper, numpy_helper

EPOCH = (1980, 1, 1, 0, 0, 0)
ALIGNMENT = 64


class Network(torch.nn.Module):
    """Runs the graph's nodes in order. It is traced, so Python's loop leaves no mark."""

    def __init__(self, model):
        super().__init__()
        self.nodes = list(model.graph.node)
        self.outputs = [o.name for o in model.graph.output]
        self.constants = {
            i.name: torch.from_numpy(numpy_helper.to_array(i).copy())
            for i in model.graph.initializer
        }

    def forward(self, x):
        values = dict(self.constants, input=x)
        for node in self.nodes:
            attributes = {a.name: helper.get_attribute_value(a) for a in node.attribute}
            inputs = [values[name] for name in node.input]
            values[node.output[0]] = OPERATORS[node.op_type](inputs, attributes)
        found = tuple(values[name] for name in self.outputs)
        return found if len(found) > 1 else found[0]


def symmetric(attributes):
    top, left, bottom, right = attributes.get("pads", [0, 0, 0, 0])
    assert (top, left) == (bottom, right), "asymmetric padding"
    return top, left


def conv(i, a):
    bias = i[2] if len(i) > 2 else None
    return F.conv2d(i[0], i[1], bias, a["strides"], symmetric(a), a["dilations"], a["group"])


def conv_transpose(i, a):
    bias = i[2] if len(i) > 2 else None
    return F.conv_transpose2d(i[0], i[1], bias, a["strides"], symmetric(a), groups=a["group"])


OPERATORS = {
    "Conv": conv,
    "ConvTranspose": conv_transpose,
    "Relu": lambda i, a: F.relu(i[0]),
    "PRelu": lambda i, a: F.prelu(i[0], i[1].reshape(-1)),
    "Add": lambda i, a: i[0] + i[1],
    "Sigmoid": lambda i, a: torch.sigmoid(i[0]),
    # The only Reshape left drops the 1x1 picture behind the last convolution.
    "Reshape": lambda i, a: torch.flatten(i[0], 1),
}


def to_torchscript(model, example_shape) -> bytes:
    network = Network(model).eval()
    with torch.no_grad():
        traced = torch.jit.trace(network, torch.zeros(example_shape), check_trace=False)
        frozen = torch.jit.freeze(traced.eval())
    buffer = io.BytesIO()
    torch.jit.save(frozen, buffer)
    return repack(buffer.getvalue(), model.graph.name)


def repack(data: bytes, root: str) -> bytes:
    """Same records under a fixed root, without the debug records.

    Those hold the converter's own file paths, which would make the bytes differ by machine.
    Records stay uncompressed and aligned, as libtorch writes them.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            name = entry.filename.split("/", 1)[1]
            if name.endswith(".debug_pkl") or name == ".data/serialization_id":
                continue
            info = zipfile.ZipInfo(f"{root}/{name}", EPOCH)
            start = new.fp.tell() + 30 + len(info.filename) + 4
            padding = -start % ALIGNMENT
            # "FB" is the tag that libtorch uses for its own padding field.
            info.extra = b"FB" + padding.to_bytes(2, "little") + b"Z" * padding
            new.writestr(info, old.read(entry))
    return out.getvalue()
