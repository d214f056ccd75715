"""Faces found by height, and time, with and without a proposer. See README.md."""

import json

import numpy as np

from faces import CLIPS, WEIGHTS, at_each, centerface, frames, median_ms, session, ultraface

BINS = ((20, 28), (28, 36), (36, 48), (48, 1000))
SETTINGS = ((320, 0.3), (480, 0.3), (640, 0.2))


def covers(truth, box):
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    inside = 0 <= x - truth["x"] <= truth["w"] and 0 <= y - truth["y"] <= truth["h"]
    return inside and 0.4 < (box[3] - box[1]) / truth["h"] < 2.5


def main():
    quick, thorough = (session(WEIGHTS / f"{n}.onnx") for n in ("ultraface", "centerface"))

    def two_stages(width, threshold):
        def find(frame):
            proposals = ultraface(quick, frame, width, width * 9 // 16, threshold)
            return at_each(thorough, frame, proposals), len(proposals)

        return find

    ways = {"CenterFace 640": lambda frame: (centerface(thorough, frame, 640, 360)[0], 0)}
    ways |= {f"proposals {w} > {t}": two_stages(w, t) for w, t in SETTINGS}
    counts = {name: np.zeros((len(BINS), 2), int) for name in ways}
    proposed, pictures, last = dict.fromkeys(ways, 0), 0, None
    for file in sorted(CLIPS.glob("*.truth.json")):
        truth = json.loads(file.read_text())
        boxes = [b for p in truth["people"] for b in p["boxes"] if b["facing"]]
        for number, frame in frames(truth["clip"], 4):
            pictures += 1
            here = [b for b in boxes if b["frame"] == number]
            last = frame if here else last
            for name, find in ways.items():
                found, proposals = find(frame)
                proposed[name] += proposals
                for b in here:
                    for k, (low, high) in enumerate(BINS):
                        if low <= b["h"] < high:
                            counts[name][k] += any(covers(b, f) for f in found), 1
    times = median_ms(*[lambda find=find: find(last) for find in ways.values()])
    print("| | " + " | ".join(f"{low}–{high}" for low, high in BINS) + " | proposals a picture | ms |")
    print("|---|" + "---|" * (len(BINS) + 2))
    for (name, rows), ms in zip(counts.items(), times):
        cells = " | ".join(f"{found} of {all_}" for found, all_ in rows)
        print(f"| {name} | {cells} | {proposed[name] / pictures:.1f} | {ms:.1f} |")


if __name__ == "__main__":
    main()
