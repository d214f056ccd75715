"""OpenCV's own dnn module. YuNet and SFace, its usual pair, lie in no registry's package, so it
runs the two networks that can be had: ours."""

import loop

import centerface
import cv2


def prepare(options):
    def network(name):
        net = cv2.dnn.readNetFromONNX(str(options.weights / name))
        net.setPreferableBackend(cv2.dnn.DNN_BACKEND_OPENCV)
        return net

    detector, embedder = network("centerface.onnx"), network("mobilefacenet.onnx")
    outputs = ["heatmap", "scale", "offset", "landmarks"]

    def detect(blob):
        detector.setInput(blob)
        return detector.forward(outputs)

    def embed(blob):
        embedder.setInput(blob)
        return embedder.forward()

    return centerface.prepare(options.watchlist, detect, embed)


loop.main(f"OpenCV {cv2.__version__} dnn", prepare)
