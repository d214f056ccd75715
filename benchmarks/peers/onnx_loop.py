"""A straight loop: onnxruntime on one thread over our own two networks."""

import loop

import centerface
import onnxruntime


def prepare(options):
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = 1
    settings.inter_op_num_threads = 1

    def session(name):
        return onnxruntime.InferenceSession(
            str(options.weights / name), settings, providers=["CPUExecutionProvider"]
        )

    detector, embedder = session("centerface.onnx"), session("mobilefacenet.onnx")
    return centerface.prepare(
        options.watchlist,
        lambda blob: detector.run(None, {"input": blob}),
        lambda blob: embedder.run(None, {"input": blob})[0],
    )


loop.main("onnxruntime loop", prepare)
