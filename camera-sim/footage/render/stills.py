"""Renders still pictures of the invented people: stills/<person>/NN.jpg and enrolment/<respondent>/N.jpg.

usage: stills.py OUT [stills|enrolment|probe] [person ...]
"""
import json
import math
import os
import sys
import time
import zlib

import bpy
import cv2
import numpy as np

import blend
import human

HERE = os.path.dirname(os.path.abspath(__file__))
SIZE = 400
EXPRESSIONS = [
    {}, {"mouth-corner-puller": .8}, {"mouth-corner-puller": .9, "mouth-open": .25, "eye-left-slit": .3, "eye-right-slit": .3},
    {"eyebrows-left-up": .8, "eyebrows-right-up": .8}, {"eyebrows-left-down": .9, "eyebrows-right-down": .9, "mouth-compression": .6},
    {"mouth-depression": .6, "eyebrows-left-inner-up": .5, "eyebrows-right-inner-up": .5}, {"mouth-parling": .6},
    {"mouth-open": .45}, {"eye-left-slit": .6, "eye-right-slit": .6}, {"mouth-elevation": .5}]
KEYS = [((1.0, .96, .9), 230), ((1.0, .86, .7), 200), ((.86, .93, 1.0), 230), ((1.0, 1.0, 1.0), 260), ((1.0, .78, .58), 170)]


def jobs_for(pid, p, kind):
    rng = np.random.RandomState(zlib.crc32((kind + pid).encode()) & 0x7fffffff)
    out = []
    if kind == "enrolment":
        yaws, n = [0, -16, 15, 4, -7], 5
    else:
        yaws, n = [0, -34, 33, -18, 20, 8, -27, 26, -8, 13], 10
    for i in range(n):
        if kind == "enrolment":
            e = [{}, {"mouth-corner-puller": .35}, {}, {"mouth-compression": .4}, {"eyebrows-left-up": .4, "eyebrows-right-up": .4}][i]
            hair = p.get("hair_alt") if i == 3 else p["hair"]
            face_px = 200
        else:
            e = EXPRESSIONS[(i + rng.randint(0, 2)) % len(EXPRESSIONS)]
            hair = p.get("hair_alt") if i in (4, 9) else p["hair"]
            face_px = [150, 170, 130, 190, 110, 160, 140, 180, 120, 165][i]
        out.append(dict(person=pid, kind=kind, index=i, yaw=yaws[i] + rng.uniform(-3, 3), pitch=rng.uniform(-12, 14) if kind == "stills" else rng.uniform(-4, 5),
                        roll=rng.uniform(-6, 6) * (1 if kind == "stills" else .4), hair=hair, expression=e, face_px=face_px,
                        key_angle=rng.uniform(-70, 70) if kind == "stills" else rng.uniform(-35, 35), key_height=rng.uniform(.3, 1.6),
                        key=int(rng.randint(0, len(KEYS))) if kind == "stills" else int(rng.choice([0, 2, 3])), fill=rng.uniform(.3, .8) if kind == "stills" else rng.uniform(.55, .85),
                        back=[float(x) for x in (rng.uniform(.12, .55) * np.array(rng.uniform(.8, 1.25, 3)) if kind == "stills" else np.array([.55, .57, .6]) * rng.uniform(.8, 1.15))],
                        shift=[rng.uniform(-25, 25), rng.uniform(-20, 20)]))
    return out


def render(job, p, out, samples=20, sss=0):
    s = blend.reset(SIZE, SIZE, samples)
    h = human.Human(job["person"], p, hair=job["hair"], expression=job["expression"])
    o = blend.person_object(h, sss=sss)
    r = math.radians
    pose = human.walk_pose(0, 0, head=(r(job["yaw"]), r(job["pitch"]), r(job["roll"])))
    v, _ = h.pose(pose)
    blend.set_vertices(o, v)
    f = v[h.face_local]
    lo, hi = f.min(0), f.max(0)
    c = (lo + hi) / 2
    dist = 3.0
    fov = math.degrees(2 * math.atan((hi[2] - lo[2]) * SIZE / job["face_px"] / 2 / dist))
    px = (hi[2] - lo[2]) / job["face_px"]
    t = (c[0] + job["shift"][0] * px, c[1], c[2] + job["shift"][1] * px)
    cam = blend.Camera((t[0], t[1] - dist, t[2] + .05), t, fov, SIZE, SIZE)
    kc, ke = KEYS[job["key"]]
    a = r(job["key_angle"])
    blend.light("AREA", "key", ke * .30, kc, (c[0] + 2.4 * math.sin(a), c[1] - 2.4 * math.cos(a), c[2] + job["key_height"]), tuple(c), .9)
    blend.light("AREA", "rim", 30, (1, 1, 1), (c[0] - 1.5 * math.sin(a), c[1] + 1.6, c[2] + .9), tuple(c), .6)
    b = job["back"]
    blend.world([x * .8 for x in b], job["fill"], top=[min(1, x * 1.3) for x in b])
    bpy.ops.mesh.primitive_plane_add(size=14, location=(c[0], c[1] + 3.5, c[2]), rotation=(math.pi / 2, 0, 0))
    m, nt, bsdf = blend.node_material("wall")
    n = nt.nodes.new("ShaderNodeTexNoise")
    n.inputs["Scale"].default_value = 2.3
    ramp = nt.nodes.new("ShaderNodeValToRGB")
    ramp.color_ramp.elements[0].color = (b[0] * .4, b[1] * .4, b[2] * .4, 1)
    ramp.color_ramp.elements[1].color = (min(1, b[0] * 1.3), min(1, b[1] * 1.3), min(1, b[2] * 1.3), 1)
    nt.links.new(n.outputs["Fac"], ramp.inputs[0])
    nt.links.new(ramp.outputs[0], bsdf.inputs["Base Color"])
    bpy.context.object.data.materials.append(m)
    path = os.path.join(blend.CACHE, "still-%d.png" % os.getpid())
    s.render.filepath = path
    bpy.ops.render.render(write_still=True)
    im = cv2.imread(path).astype(np.float32)
    rng = np.random.RandomState(job["index"] + zlib.crc32(job["person"].encode()) % 1000)
    im += rng.normal(0, 2.2, im.shape[:2] + (1,)) + rng.normal(0, 1.2, im.shape)
    os.makedirs(os.path.dirname(out), exist_ok=True)
    cv2.imwrite(out, np.clip(im, 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, 90])


def main():
    out, kind, only = sys.argv[1], sys.argv[2], sys.argv[3:]
    people = json.load(open(os.path.join(HERE, "people.json")))
    for pid, p in people.items():
        if only and pid not in only:
            continue
        if kind == "enrolment" and p["role"] != "respondent":
            continue
        jobs = jobs_for(pid, p, "stills" if kind == "probe" else kind)
        if kind == "probe":
            jobs = [jobs[0], jobs[2]]
        for j in jobs:
            t = time.time()
            name = "%02d.jpg" % (j["index"] + 1)
            render(j, p, os.path.join(out, pid, name), samples=24 if kind == "probe" else 20)
            print("%s %s %.1fs" % (pid, name, time.time() - t), flush=True)


if __name__ == "__main__":
    main()
