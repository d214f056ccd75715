"""Renders the camera clips.

usage: clips.py plate  CLIP WORK             background plate, once per clip
       clips.py frames CLIP WORK SHARD N     patches around the moving people (resumable; run N shards side by side)
       clips.py make   CLIP WORK OUT         composite, sensor noise, H.264 and the truth file
"""
import json
import math
import os
import subprocess
import sys
import time
import zlib

import bpy
import cv2
import numpy as np

import blend
import human
import scenes

HERE = os.path.dirname(os.path.abspath(__file__))
SCRIPT = json.load(open(os.path.join(HERE, "script.json")))
PEOPLE = json.load(open(os.path.join(HERE, "people.json")))
W, H, FPS = SCRIPT["width"], SCRIPT["height"], SCRIPT["fps"]
FEATHER = 10
LICENSE = "CC0-1.0 (rendered, nobody real is shown)"


def smooth(x):
    x = min(1.0, max(0.0, x))
    return x * x * (3 - 2 * x)


class Track:
    """Where one person is at a time: position, heading, gait phase, head turn."""

    def __init__(self, item):
        self.item, self.path = item, item["path"]
        self.h = human.Human(item["person"], PEOPLE[item["person"]])
        self.t0, self.t1 = self.path[0][0], self.path[-1][0]
        seed = zlib.crc32(item["person"].encode()) % 97
        self.ph = seed / 97 * 6.28
        age = self.h.p["age"]
        self.style = dict(stoop=.16 if age > 65 else .02, swing=.36 if age > 65 else .42, arm=.30 + .02 * (seed % 7))
        # distance walked, sampled at the frame rate, with soft starts and stops
        self.stride = 4 * self.h.leg_length() * math.sin(self.style["swing"]) * .93

    def raw(self, t):
        p = self.path
        for a, b in zip(p, p[1:]):
            if t <= b[0]:
                u = (t - a[0]) / (b[0] - a[0])
                return np.array([a[1] + (b[1] - a[1]) * u, a[2] + (b[2] - a[2]) * u])
        return np.array(p[-1][1:3])

    def pos(self, t):
        k = np.linspace(-.45, .45, 13)                # round the corners of the path
        return np.mean([self.raw(min(self.t1, max(self.t0, t)) + d) if self.t0 <= t + d <= self.t1 else
                        self.raw(min(self.t1, max(self.t0, t + d))) + (t + d - min(self.t1, max(self.t0, t + d))) * self.end_speed(t + d) for d in k], axis=0)

    def end_speed(self, t):
        p = self.path
        a, b = (p[0], p[1]) if t < self.t0 else (p[-2], p[-1])
        return np.array([b[1] - a[1], b[2] - a[2]]) / (b[0] - a[0])

    def speed(self, t):
        return (self.pos(t + .05) - self.pos(t - .05)) / .1

    def heading(self, t):
        turn = self.item.get("turn_away")
        v = self.speed(t)
        if turn:
            if turn[0] - 1.2 < t < turn[1] + .4:
                a0, a1 = self.dir_angle(self.speed(turn[0] - 1.8)), self.dir_angle(self.end_speed(self.t1 + 1))
                d = (a1 - a0 + math.pi) % (2 * math.pi) - math.pi
                return a0 + d * smooth((t - turn[0]) / (turn[1] - turn[0]))
        while np.linalg.norm(v) < .15 and t > self.t0:   # standing: keep the last direction
            t -= .1
            v = self.speed(t)
        return self.dir_angle(v)

    @staticmethod
    def dir_angle(v):
        return math.atan2(v[0], -v[1])

    def state(self, t):
        if not self.t0 <= t <= self.t1:
            return None
        steps = np.arange(self.t0, t + 1e-6, 1 / 60)
        key = int(round((t - self.t0) * 60))
        if not hasattr(self, "dist"):
            ts = np.arange(self.t0, self.t1 + .1, 1 / 60)
            sp = np.array([np.linalg.norm(self.speed(x)) for x in ts])
            self.dist = np.cumsum(sp) / 60
        del steps
        d = self.dist[min(key, len(self.dist) - 1)]
        v = np.linalg.norm(self.speed(t))
        amount = smooth(v / .8)
        turn = self.item.get("turn_away")
        if turn and turn[0] < t < turn[1]:
            amount = max(amount, .35)
        phase = self.ph + d / self.stride * 2 * math.pi
        look = self.item.get("look", [0, 0])
        yaw = look[0] + .12 * math.sin(.9 * t + self.ph) + .05 * math.sin(2.3 * t + 2 * self.ph)
        pitch = look[1] + .04 * math.sin(1.3 * t + 3 * self.ph)
        roll = .02 * math.sin(1.1 * t + self.ph)
        return dict(pos=self.pos(t), heading=self.heading(t), phase=phase, amount=amount, head=(yaw, pitch, roll))

    def mesh(self, t):
        s = self.state(t)
        if s is None:
            return None
        v, m = self.h.pose(human.walk_pose(s["phase"], s["amount"], s["head"], self.style))
        a = s["heading"]
        c, q = math.cos(a), math.sin(a)
        v[:, 2] -= v[:, 2].min()
        x = v[:, 0] * c - v[:, 1] * q + s["pos"][0]
        y = v[:, 0] * q + v[:, 1] * c + s["pos"][1]
        v = np.stack([x, y, v[:, 2]], 1)
        f = m[:3, :3] @ np.array([0, 0, 1.0])        # head forward, MakeHuman axes
        f = np.array([f[0], -f[2], f[1]])
        f = np.array([f[0] * c - f[1] * q, f[0] * q + f[1] * c, f[2]])
        return v, f


def frames_of(c):
    return int(round(c["seconds"] * FPS))


def setup(name, samples, threads):
    c = SCRIPT["clips"][name]
    s = blend.reset(W, H, samples, threads)
    info = scenes.build(c["scene"], s)
    cam = blend.Camera(c["camera"]["pos"], c["camera"]["target"], c["camera"]["hfov"], W, H)
    return c, s, info, cam


def rect_of(cam, v, sun, pad=14):
    pts = [cam.project(v)]
    d = np.array(sun)
    g = v - d[None] * (v[:, 2:3] / d[2])              # the shadow on the ground
    pts.append(cam.project(g[::7]))
    p = np.concatenate(pts)
    p = p[p[:, 2] > .25]
    x0, y0 = np.floor(np.clip(p[:, :2].min(0) - pad, 0, [W, H]))
    x1, y1 = np.ceil(np.clip(p[:, :2].max(0) + pad, 0, [W, H]))
    return int(x0), int(y0), int(x1), int(y1)


def render_rect(s, rect, path):
    x0, y0, x1, y1 = rect
    r = s.render
    r.use_border = r.use_crop_to_border = True
    e = .02                                           # keeps the truncation to whole pixels on our side
    r.border_min_x, r.border_max_x = (x0 + e) / W, (x1 + e) / W
    r.border_min_y, r.border_max_y = (H - y1 + e) / H, (H - y0 + e) / H
    r.filepath = path[:-4] + ".tmp.png"
    bpy.ops.render.render(write_still=True)
    os.replace(r.filepath, path)


def plate(name, work):
    c, s, info, cam = setup(name, 18, 2)
    s.cycles.adaptive_threshold = .04
    s.render.filepath = os.path.join(work, name, "plate.png")
    bpy.ops.render.render(write_still=True)


def frames(name, work, shard, shards):
    c, s, info, cam = setup(name, 16, 1)
    s.cycles.use_adaptive_sampling = False
    folder = os.path.join(work, name)
    os.makedirs(folder, exist_ok=True)
    if c.get("sway"):
        sway(c, s, info, cam, folder, shard, shards)
    tracks = [Track(i) for i in c["people"]]
    objs = [blend.person_object(t.h) for t in tracks]
    for n in range(shard, frames_of(c), shards):
        out = os.path.join(folder, "%04d.png" % n)
        if os.path.exists(out):
            continue
        t = n / FPS
        rect = None
        for tr, o in zip(tracks, objs):
            m = tr.mesh(t)
            o.hide_render = m is None
            if m is None:
                continue
            blend.set_vertices(o, m[0])
            r = rect_of(cam, m[0], info["sun_dir"])
            rect = r if rect is None else (min(r[0], rect[0]), min(r[1], rect[1]), max(r[2], rect[2]), max(r[3], rect[3]))
        if rect is None or rect[2] - rect[0] < 4 or rect[3] - rect[1] < 4:
            continue
        area = (rect[2] - rect[0]) * (rect[3] - rect[1])
        s.cycles.samples = int(np.clip(0.9e6 / area, 4, 14)) + (3 if c["scene"] == "gate" else 0)
        start = time.time()
        render_rect(s, rect, out)
        json.dump(rect, open(out[:-4] + ".json", "w"))
        print("FRAME %s %d rect %s spp %d %.2fs" % (name, n, rect, s.cycles.samples, time.time() - start), flush=True)


def sway(c, s, info, cam, folder, shard, shards):
    """A plant in the wind: a loop of small patches."""
    o = info["plant"]
    v0 = np.empty(len(o.data.vertices) * 3, np.float32)
    o.data.vertices.foreach_get("co", v0)
    v0 = v0.reshape(-1, 3)
    big = np.concatenate([v0 + [dx, 0, 0] for dx in (-.2, .2)])
    rect = rect_of(cam, big, info["sun_dir"], 6)
    s.cycles.samples = 20
    k = np.clip(v0[:, 2:3] - .5, 0, 1.2)
    for n in range(c["sway"]):
        a = 2 * math.pi * n / c["sway"]
        d = .10 * math.sin(a) + .05 * math.sin(3 * a + 1)
        v = v0 + np.hstack([d * k, .3 * d * k, 0 * k]) + .012 * np.sin(5 * a + v0[:, [1, 2, 0]] * 9)
        out = os.path.join(folder, "sway%03d.png" % n)
        if n % shards == shard and not os.path.exists(out):
            o.data.vertices.foreach_set("co", np.ascontiguousarray(v, np.float32).ravel())
            o.data.update()
            render_rect(s, rect, out)
            json.dump(rect, open(out[:-4] + ".json", "w"))
    o.data.vertices.foreach_set("co", v0.ravel())
    o.data.update()


def paste(im, folder, stem):
    p = os.path.join(folder, stem + ".png")
    if not os.path.exists(p):
        return False
    x0, y0, x1, y1 = json.load(open(p[:-4] + ".json"))
    patch = cv2.imread(p).astype(np.float32)
    h, w = patch.shape[:2]
    y0 += max(0, (y1 - y0) - h)                       # a row lost to truncation is lost at the top
    a = np.ones((h, w), np.float32)
    ramp = lambda n: np.minimum(1, (np.arange(n) + .5) / FEATHER)
    if x0 > 0:
        a *= ramp(w)[None]
    if x1 < W:
        a *= ramp(w)[::-1][None]
    if y0 > 0:
        a *= ramp(h)[:, None]
    if y1 < H:
        a *= ramp(h)[::-1][:, None]
    a = a[:, :, None]
    a, patch = a[:H - y0], patch[:H - y0]
    h = len(patch)
    im[y0:y0 + h, x0:x0 + w] = im[y0:y0 + h, x0:x0 + w] * (1 - a) + patch * a
    return True


def make(name, work, out):
    import imageio_ffmpeg
    c, s, info, cam = setup(name, 4, 1)
    folder = os.path.join(work, name)
    base = cv2.imread(os.path.join(folder, "plate.png")).astype(np.float32)
    n = frames_of(c)
    os.makedirs(out, exist_ok=True)
    path = os.path.join(out, name + ".mp4")
    cmd = [imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-v", "error", "-f", "rawvideo", "-pix_fmt", "bgr24", "-s", "%dx%d" % (W, H), "-r", str(FPS), "-i", "-",
           "-an", "-c:v", "libx264", "-preset", "slow", "-crf", str(c.get("crf", 23)), "-pix_fmt", "yuv420p", "-bf", "0", "-g", "30", "-keyint_min", "30", "-sc_threshold", "0",
           "-threads", "1", "-fps_mode", "cfr", "-movflags", "+faststart", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", path]
    pipe = subprocess.Popen(cmd, stdin=subprocess.PIPE)
    missing = 0
    tracks = [Track(i) for i in c["people"]]
    for i in range(n):
        im = base.copy()
        if c.get("sway"):
            paste(im, folder, "sway%03d" % (i % c["sway"]))
        paste(im, folder, "%04d" % i)
        t = i / FPS
        if any(tr.t0 <= t <= tr.t1 for tr in tracks) and not os.path.exists(os.path.join(folder, "%04d.png" % i)):
            missing += 1
        if c.get("drift"):                            # a cloud goes by
            g = 1 - .20 * smooth((t - 2) / 9) + .14 * smooth((t - 15) / 8)
            im *= np.array([g ** .85, g, g ** 1.06], np.float32)
        rng = np.random.RandomState(SCRIPT["seed"] * 1000003 % 65521 + i * 31 + zlib.crc32(name.encode()) % 10007)
        sig = c["noise"]
        small = rng.normal(0, 1, (H, W, 1)).astype(np.float32)
        chroma = cv2.resize(rng.normal(0, 1, (H // 2, W // 2, 3)).astype(np.float32), (W, H), interpolation=cv2.INTER_LINEAR)
        im += sig * small + sig * .5 * chroma
        pipe.stdin.write(np.clip(im + .5, 0, 255).astype(np.uint8).tobytes())
    pipe.stdin.close()
    if pipe.wait():
        raise SystemExit("ffmpeg failed")
    truth(name, c, cam, tracks, n, os.path.join(out, name + ".truth.json"))
    print("MADE %s %.2f MB, frames without a patch: %d" % (path, os.path.getsize(path) / 1e6, missing))


def truth(name, c, cam, tracks, n, path):
    rows = {tr.item["person"]: [] for tr in tracks}
    for i in range(n):
        t = i / FPS
        here = []
        for tr in tracks:
            m = tr.mesh(t)
            if m is None:
                continue
            v, fwd = m
            p = cam.project(v[tr.h.face_local])
            body = cam.project(v[::5])
            if p[:, 2].min() < .3:
                continue
            x0, y0, x1, y1 = p[:, 0].min(), p[:, 1].min(), p[:, 0].max(), p[:, 1].max()
            vis = max(0, min(x1, W) - max(x0, 0)) * max(0, min(y1, H) - max(y0, 0)) / ((x1 - x0) * (y1 - y0))
            centre = v[tr.h.face_local].mean(0)
            to = cam.pos - centre
            yaw = math.degrees(math.acos(np.clip(np.dot(fwd[:2], to[:2]) / (np.linalg.norm(fwd[:2]) * np.linalg.norm(to[:2])), -1, 1)))
            b = body[body[:, 2] > .3]
            here.append(dict(who=tr.item["person"], box=(x0, y0, x1, y1), vis=vis, yaw=yaw, d=float(np.linalg.norm(to)), body=(b[:, 0].min(), b[:, 1].min(), b[:, 0].max(), b[:, 1].max())))
        for a in here:
            if a["vis"] < .6:
                continue
            hidden = 0
            for o in here:
                if o is not a and o["d"] < a["d"]:
                    ax0, ay0, ax1, ay1 = a["box"]
                    # narrow the nearer body: arms swing, the outline is not a box
                    mid, half = (o["body"][0] + o["body"][2]) / 2, (o["body"][2] - o["body"][0]) * .36
                    ix = max(0, min(ax1, mid + half) - max(ax0, mid - half))
                    iy = max(0, min(ay1, o["body"][3]) - max(ay0, o["body"][1]))
                    hidden = max(hidden, ix * iy / ((ax1 - ax0) * (ay1 - ay0)))
            x0, y0, x1, y1 = max(0, a["box"][0]), max(0, a["box"][1]), min(W, a["box"][2]), min(H, a["box"][3])
            rows[a["who"]].append({"frame": i, "x": round(x0, 1), "y": round(y0, 1), "w": round(x1 - x0, 1), "h": round(y1 - y0, 1),
                                   "facing": bool(a["yaw"] < 60 and hidden < .35), "yaw": round(a["yaw"], 1), "distanceM": round(a["d"], 2)})
    out = {"clip": name + ".mp4", "camera": name, "place": c["place"], "width": W, "height": H, "fps": FPS, "frames": n, "license": LICENSE, "people": [], "approaches": [], "passes": []}
    for tr in tracks:
        who = tr.item["person"]
        role = PEOPLE[who]["role"]
        boxes = rows[who]
        out["people"].append({"person": who, "role": role, "boxes": boxes})
        if role == "respondent" and boxes:
            facing = [b for b in boxes if b["facing"]]
            big = [b for b in facing if b["h"] >= 48]
            e = {"person": who, "from": round(boxes[0]["frame"] / FPS, 2), "to": round(boxes[-1]["frame"] / FPS, 2),
                 "faceMaxPx": max([b["h"] for b in facing], default=0), "faceFirst48px": round(big[0]["frame"] / FPS, 2) if big else None, "alertExpected": bool(big)}
            out["approaches" if big else "passes"].append(e)
    json.dump(out, open(path, "w"), separators=(",", ":"))


if __name__ == "__main__":
    a = sys.argv
    os.makedirs(os.path.join(a[3], a[2]), exist_ok=True)
    if a[1] == "plate":
        plate(a[2], a[3])
    elif a[1] == "frames":
        frames(a[2], a[3], int(a[4]), int(a[5]))
    else:
        make(a[2], a[3], a[4])
