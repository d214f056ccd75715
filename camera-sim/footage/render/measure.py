"""Measures identity on the footage with the networks the product uses.

usage: measure.py stills    DIR_STILLS [DIR_ENROLMENT]
       measure.py clip      CLIP.mp4 CLIP.truth.json DIR_ENROLMENT [STEP]
needs CENTERFACE (centerface.onnx) and FR_FEATURE (fr_feature.onnx) in the environment.
"""
import glob
import json
import os
import sys

import cv2
import numpy as np
import onnxruntime as ort

TEMPLATE = np.array([[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655], [70.7299, 92.2041]], np.float32)


def session(path):
    o = ort.SessionOptions()
    o.intra_op_num_threads = int(os.environ.get("MEASURE_THREADS", "2"))
    o.log_severity_level = 3
    return ort.InferenceSession(path, o, providers=["CPUExecutionProvider"])


class Detector:
    """CenterFace.  Sizes are padded to a multiple of 32 (no resize)."""

    def __init__(self, path):
        raw = open(path, "rb").read()
        try:
            self.net = session(path)
            shape = self.net.get_inputs()[0].shape
            self.fixed = all(isinstance(x, int) for x in shape)
        except Exception:
            self.fixed = True
        self.path, self.nets = path, {}
        del raw

    def _net(self, h, w):
        if not self.fixed:
            return self.net
        if (h, w) not in self.nets:
            self.nets[(h, w)] = cv2.dnn.readNetFromONNX(self.path)
        return self.nets[(h, w)]

    def __call__(self, bgr, threshold=0.5):
        rgb = bgr[:, :, ::-1]
        h, w = rgb.shape[:2]
        H, W = (h + 31) // 32 * 32, (w + 31) // 32 * 32
        pad = np.zeros((H, W, 3), np.float32)
        pad[:h, :w] = rgb
        blob = np.ascontiguousarray(pad.transpose(2, 0, 1)[None])
        net = self._net(H, W)
        names = ["537", "538", "539", "540"]
        if self.fixed:
            net.setInput(blob)
            hm, sc, off, lm = net.forward(names)
        else:
            hm, sc, off, lm = net.run(names, {net.get_inputs()[0].name: blob})
        hm = hm[0, 0]
        boxes = []
        for y, x in zip(*np.where(hm > threshold)):
            s0, s1 = np.exp(sc[0, 0, y, x]) * 4, np.exp(sc[0, 1, y, x]) * 4
            o0, o1 = off[0, 0, y, x], off[0, 1, y, x]
            x1, y1 = (x + o1 + .5) * 4 - s1 / 2, (y + o0 + .5) * 4 - s0 / 2
            pts = [[lm[0, j * 2 + 1, y, x] * s1 + x1, lm[0, j * 2, y, x] * s0 + y1] for j in range(5)]
            boxes.append((float(hm[y, x]), x1, y1, s1, s0, np.array(pts, np.float32)))
        boxes.sort(key=lambda b: -b[0])
        keep = []
        for b in boxes:
            if all(iou(b[1:5], k[1:5]) < .3 for k in keep):
                keep.append(b)
        return keep


def iou(a, b):
    x = max(0, min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0]))
    y = max(0, min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1]))
    return x * y / (a[2] * a[3] + b[2] * b[3] - x * y + 1e-9)


class Embedder:
    def __init__(self, path):
        self.net = session(path)
        self.name = self.net.get_inputs()[0].name

    def __call__(self, bgr, pts):
        m = umeyama(pts.astype(np.float64), TEMPLATE.astype(np.float64))
        im = cv2.warpAffine(bgr, m, (112, 112), flags=cv2.INTER_LINEAR)
        x = ((im.astype(np.float32) - 127.5) / 128).transpose(2, 0, 1)[None]
        e = self.net.run(None, {self.name: np.ascontiguousarray(x)})[0][0]
        return e / np.linalg.norm(e)


def umeyama(src, dst):
    ms, md = src.mean(0), dst.mean(0)
    s, d = src - ms, dst - md
    u, e, vt = np.linalg.svd(d.T @ s / len(src))
    k = np.diag([1, np.sign(np.linalg.det(u) * np.linalg.det(vt))])
    r = u @ k @ vt
    c = (e * np.diag(k)).sum() / s.var(0).sum()
    return np.hstack([c * r, (md - c * r @ ms)[:, None]])


def nets():
    return Detector(os.environ["CENTERFACE"]), Embedder(os.environ["FR_FEATURE"])


def embed_folder(det, emb, folder):
    out = {}
    for person in sorted(os.listdir(folder)):
        rows = []
        for f in sorted(glob.glob(os.path.join(folder, person, "*.jpg"))):
            im = cv2.imread(f)
            d = det(im)
            if not d:
                print("no face:", os.path.join(person, os.path.basename(f)))
                continue
            if len(d) > 1:
                print("%d faces: %s %s" % (len(d), person, os.path.basename(f)))
            d = max(d, key=lambda b: b[3] * b[4])
            rows.append((os.path.basename(f), d[0], emb(im, d[5])))
        if rows:
            out[person] = rows
    return out


def rates(gen, imp):
    gen, imp = np.sort(gen), np.sort(imp)
    t = np.unique(np.concatenate([gen, imp]))
    far = 1 - np.searchsorted(imp, t, "left") / len(imp)
    frr = np.searchsorted(gen, t, "left") / len(gen)
    i = np.argmin(np.abs(far - frr))
    res = {"eer": float((far[i] + frr[i]) / 2)}
    for f in (1e-2, 1e-3):
        n = int(np.floor(f * len(imp)))
        th = imp[len(imp) - 1 - n] if n < len(imp) else imp[0]
        res["tar@far%g" % f] = float((gen > th).mean())
        res["threshold@far%g" % f] = float(th)
    return res


def stills(folder, enrol=None):
    det, emb = nets()
    e = embed_folder(det, emb, folder)
    people = list(e)
    gen, imp, pairs = [], [], {}
    for i, a in enumerate(people):
        A = np.array([r[2] for r in e[a]])
        s = A @ A.T
        g = s[np.triu_indices(len(A), 1)]
        gen.append(g)
        print("genuine  %-20s n=%-3d mean %.3f min %.3f | det score min %.2f" % (a, len(g), g.mean() if len(g) else 0, g.min() if len(g) else 0, min(r[1] for r in e[a])))
        for b in people[i + 1:]:
            B = np.array([r[2] for r in e[b]])
            s = (A @ B.T).ravel()
            imp.append(s)
            pairs[(a, b)] = s
    for (a, b), s in sorted(pairs.items(), key=lambda kv: -kv[1].mean())[:14]:
        print("impostor %-20s %-20s mean %.3f max %.3f" % (a, b, s.mean(), s.max()))
    gen, imp = np.concatenate(gen), np.concatenate(imp)
    r = rates(gen, imp)
    r.update(people=len(people), genuine=len(gen), impostor=len(imp), genuineMean=float(gen.mean()), genuineMin=float(gen.min()),
             impostorMean=float(imp.mean()), impostorMax=float(imp.max()))
    print(json.dumps(r, indent=1))
    if enrol:
        t = embed_folder(det, emb, enrol)
        for a in t:
            m = np.mean([x[2] for x in t[a]], 0)
            m /= np.linalg.norm(m)
            own = [float(m @ x[2]) for x in e.get(a, [])]
            other = [(float(m @ x[2]), p + "/" + x[0]) for p in e if p != a for x in e[p]]
            print("template %-18s own stills mean %.3f min %.3f | others max %.3f (%s)" % (a, np.mean(own), np.min(own), *max(other)))
    return r


def clip(path, truth, enrol, step=1):
    det, emb = nets()
    tr = json.load(open(truth))
    temp = {}
    for a, rows in embed_folder(det, emb, enrol).items():
        m = np.mean([x[2] for x in rows], 0)
        temp[a] = m / np.linalg.norm(m)
    boxes = {}
    for p in tr["people"]:
        for b in p["boxes"]:
            boxes.setdefault(b["frame"], []).append((p["person"], b))
    cap = cv2.VideoCapture(path)
    n, false_faces, seen, sims = 0, [], {}, {}
    while True:
        ok, im = cap.read()
        if not ok:
            break
        if n % step == 0:
            found = det(im)
            here = boxes.get(n, [])
            used = set()
            for d in found:
                best = max(((iou(d[1:5], (b["x"], b["y"], b["w"], b["h"])), k) for k, (_, b) in enumerate(here)), default=(0, -1))
                if best[0] < .2:
                    near = any(abs(d[1] + d[3] / 2 - b["x"] - b["w"] / 2) < b["w"] and abs(d[2] + d[4] / 2 - b["y"] - b["h"] / 2) < b["h"] for _, b in here)
                    false_faces.append((n, round(d[0], 2), [int(x) for x in d[1:5]], "near a person" if near else "nowhere"))
                    continue
                person, b = here[best[1]]
                used.add(best[1])
                if not b["facing"]:
                    false_faces.append((n, round(d[0], 2), [int(x) for x in d[1:5]], "not facing: " + person))
                sims.setdefault(person, []).append((n, b["h"], d[0], {a: float(t @ emb(im, d[5])) for a, t in temp.items()}, b["facing"]))
            for k, (person, b) in enumerate(here):
                if b["facing"]:
                    bucket = "<26" if b["h"] < 26 else "26-36" if b["h"] < 36 else "36-48" if b["h"] < 48 else ">=48"
                    s = seen.setdefault(person, {}).setdefault(bucket, [0, 0])
                    s[0] += k in used
                    s[1] += 1
        n += 1
    result = {"clip": os.path.basename(path), "frames": n, "step": step, "detected": seen, "falseFaces": false_faces[:20], "cosine48": {}}
    for person, rows in sims.items():
        big = [r for r in rows if r[1] >= 48 and r[4]]
        result["cosine48"][person] = {a: {"n": len(big), "mean": round(float(np.mean([r[3][a] for r in big])), 3), "min": round(min(r[3][a] for r in big), 3),
                                          "max": round(max(r[3][a] for r in big), 3)} for a in temp} if big else {}
    print(json.dumps(result, indent=1))
    return result


if __name__ == "__main__":
    if sys.argv[1] == "stills":
        stills(*sys.argv[2:4])
    else:
        clip(sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5]) if len(sys.argv) > 5 else 1)
