"""Repairs an ONNX graph without changing what it computes."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

import prelu
from catalogue import Recipe

BATCH_NORM = "BatchNormalization"
VANISHING = 1e-20
"""Below this a weight changes nothing that a float can show, but it may be subnormal."""


def repair(data: bytes, recipe: Recipe) -> onnx.ModelProto:
    """Symbolic shapes, our names, no initializers among the inputs, batch norms folded."""
    model = onnx.load_from_string(data)
    graph = model.graph
    weights = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    nodes = needed_for(recipe.outputs, list(graph.node))
    constants_to_weights(nodes, weights)
    fold_batch_norms(nodes, weights)
    free_the_batch(nodes, weights)
    if recipe.spell_prelu:
        prelu.spell_out(nodes, weights)
    source_input = next(i.name for i in graph.input if i.name not in weights)
    clear_the_vanishing(weights)
    rename = {source_input: "input"} | {k: v[0] for k, v in recipe.outputs.items()}
    for node in nodes:
        node.doc_string = ""
        node.input[:] = [rename.get(n, n) for n in node.input]
        node.output[:] = [rename.get(n, n) for n in node.output]
    used = {name for node in nodes for name in node.input}
    weights = {name: value for name, value in weights.items() if name in used}
    return build(model, recipe, nodes, weights)


def build(model, recipe, nodes, weights):
    casts, initializers = [], []
    for name, value in weights.items():
        if stored_half(value, recipe):
            stored = f"{name}.f16"
            casts.append(helper.make_node("Cast", [stored], [name], to=TensorProto.FLOAT))
            name, value = stored, value.astype(np.float16)
        initializers.append(numpy_helper.from_array(value, name))
    info = helper.make_tensor_value_info
    graph = helper.make_graph(
        casts + nodes,
        recipe.id,
        [info("input", TensorProto.FLOAT, recipe.input)],
        [info(name, TensorProto.FLOAT, shape) for name, shape in recipe.outputs.values()],
        initializers,
    )
    made = helper.make_model(
        graph,
        producer_name="haetae-convert",
        producer_version=recipe.package.label,
        ir_version=8,
        opset_imports=list(model.opset_import),
    )
    onnx.checker.check_model(made, full_check=True)
    return made


def stored_half(value, recipe):
    floats = value.dtype == np.float32
    return recipe.half_from is not None and floats and value.size >= recipe.half_from


def needed_for(outputs, nodes):
    """The nodes on the way to those outputs; what only others need is left out."""
    wanted, kept = set(outputs), []
    for node in reversed(nodes):
        if wanted.intersection(node.output):
            wanted.update(node.input)
            kept.append(node)
    return kept[::-1]


def clear_the_vanishing(weights):
    """Sets weights to zero that training has decayed to nothing.

    A fifteenth of them are subnormal numbers in these networks, and Intel's processors need some
    hundred cycles for every operation on one: MobileFaceNet took 68 ms instead of 4.
    """
    for name, value in weights.items():
        if value.dtype == np.float32:
            weights[name] = np.where(np.abs(value) < VANISHING, np.float32(0), value)


def constants_to_weights(nodes, weights):
    """Turns Constant nodes into initializers, so that only one kind of constant is left."""
    for node in [n for n in nodes if n.op_type == "Constant"]:
        weights[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
        nodes.remove(node)


def fold_batch_norms(nodes, weights):
    """Folds each batch norm into the linear operator before it.

    ONNX Runtime does this for Conv only; here it follows ConvTranspose, Gemm and MatMul.
    """
    producers = {out: node for node in nodes for out in node.output}
    for norm in [n for n in nodes if n.op_type == BATCH_NORM]:
        linear = producers[norm.input[0]]
        consumers = [n for n in nodes if norm.input[0] in n.input]
        assert consumers == [norm], f"{norm.input[0]} is read by more than its batch norm"
        gain, shift = affine(norm, weights)
        place = nodes.index(linear)
        nodes[place] = folded(linear, norm, gain, shift, weights)
        nodes.remove(norm)


def affine(norm, weights):
    """The batch norm as y = gain * x + shift, in double precision."""
    scale, bias, mean, variance = (weights[n].astype(np.float64) for n in norm.input[1:5])
    epsilon = next((a.f for a in norm.attribute if a.name == "epsilon"), 1e-5)
    gain = scale / np.sqrt(variance + epsilon)
    return gain, bias - mean * gain


def folded(linear, norm, gain, shift, weights):
    weight = weights[linear.input[1]].astype(np.float64)
    attributes = {a.name: helper.get_attribute_value(a) for a in linear.attribute}
    if linear.op_type == "ConvTranspose":
        assert attributes.get("group", 1) == 1
        weight = weight * gain[None, :, None, None]
    elif linear.op_type == "Gemm":
        assert attributes.get("transB") == 1
        weight = weight * gain[:, None]
    elif linear.op_type == "MatMul":
        weight = weight * gain[None, :]
    else:
        raise NotImplementedError(linear.op_type)
    if len(linear.input) > 2:
        shift = shift + weights[linear.input[2]] * gain
    name = norm.output[0]
    weights[f"{name}.weight"] = weight.astype(np.float32)
    weights[f"{name}.bias"] = shift.astype(np.float32)
    kind = "Gemm" if linear.op_type == "MatMul" else linear.op_type
    inputs = [linear.input[0], f"{name}.weight", f"{name}.bias"]
    return helper.make_node(kind, inputs, [name], **attributes)


def free_the_batch(nodes, weights):
    """Lets a Reshape with a baked-in batch of one pass any batch size (0 copies the dimension)."""
    for node in [n for n in nodes if n.op_type == "Reshape"]:
        shape = weights.get(node.input[1])
        if shape is not None and shape[0] == 1:
            weights[node.input[1]] = np.concatenate([[0], shape[1:]]).astype(np.int64)
