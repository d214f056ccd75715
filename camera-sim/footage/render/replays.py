"""Renders attacks on a door camera: somebody holds a phone, a tablet, a large screen or a print before it.

usage: replays.py OUT [FROM STEP]            only every STEP-th person from FROM on
       replays.py OUT FROM STEP PHOTOGRAPHS  attacks with PHOTOGRAPHS/<person>/*.jpg, two of each, faces in their middle

OUT/<person>/<what>-<pixels>.jpg, where what is `live` (the person stands there), `phone`, `tablet`, `monitor` or
`print`, and pixels is about how high the face is in the picture. The people are the first of every group of the panel.
One person's pictures share place and light; who holds what at which angle, how bright a screen is and whether a print is
glossy follow from a hash of the name. Each picture is the part of a camera's picture around the face, 3.2 faces wide.

A medium is as large as it is in life and as far from the camera as it must be for its face to be that high; the face on
it is a still of the person, rendered in another place and light. A hand or a holder behind it isn't shown.
"""
import itertools
import math
import os
import sys
import time
import zlib

import bpy
import cv2
import numpy as np
from mathutils import Euler

import blend
import human
import panel
import scenes
import stills

PIXELS = ((48, 96), (72, 120))                       # of people in turn
FOCAL = 800                                          # pixels: a door camera of 1280 pixels and 77 degrees
AROUND = 3.2
SOURCE, SOURCE_FACE = 640, 200                       # the still on the medium and its face, in pixels
MIDDLE = (0, 0, 1.6)
# width and height in metres, the part of the still shown (pixels), border around it in metres
MEDIA = {"phone": (.068, .148, (184, 400), .004), "tablet": (.162, .216, (300, 400), .012),
         "monitor": (.530, .300, (1130, 640), .015), "print": (.198, .285, (278, 400), .006)}


def draws(*name):
    return np.random.RandomState(zlib.crc32(" ".join(map(str, name)).encode()) & 0x7fffffff)


def source(pid, p):
    """The still that is held up, as from a profile on the net."""
    path = os.path.join(blend.CACHE, "replay-%s.png" % pid)
    if not os.path.exists(path):
        job = dict(stills.jobs_for("replay-" + pid, p, "enrolment")[0], person=pid, hair=p["hair"], face_px=SOURCE_FACE, shift=[0, 0])
        stills.SIZE = SOURCE
        stills.render(job, p, path, samples=16)
    return path


def photograph(path, name):
    """A photograph whose face is half as high as itself, such as those of Labeled Faces in the Wild, made wider by its mirrored edges."""
    im = cv2.resize(cv2.imread(path), (2 * SOURCE_FACE, 2 * SOURCE_FACE), interpolation=cv2.INTER_CUBIC)
    edge = (SOURCE - im.shape[0]) // 2
    out = os.path.join(blend.CACHE, "replay-%s.png" % name)
    cv2.imwrite(out, cv2.copyMakeBorder(im, edge, edge, edge, edge, cv2.BORDER_REFLECT))
    return out


def shown(pid, still, what, pixels, rng):
    """The still as the medium gives it back: cut to its shape, with its own tones and, on screens, a faint moire."""
    width, height, (w, h), _ = MEDIA[what]
    im = cv2.imread(still).astype(np.float32) / 255
    face = 200 / h * height
    if w > SOURCE:                                   # a window in the middle of a wide screen
        side = (w - SOURCE) // 2
        im = cv2.copyMakeBorder(im, 0, 0, side, side, cv2.BORDER_CONSTANT, value=(.03, .03, .03))
    else:
        x, y = (SOURCE - w) // 2, (SOURCE - h) // 2
        im = im[y:y + h, x:x + w]
    im = cv2.resize(im, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    if what == "print":
        im = .05 + .83 * np.clip(im, 0, 1) ** rng.uniform(.9, 1.15)
        im *= np.array([.95, .99, 1.0], np.float32)  # paper is warmer than a screen
        im *= 1 + .02 * rng.normal(0, 1, im.shape).astype(np.float32)
    else:
        im = np.clip(im, 0, 1) ** rng.uniform(.92, 1.2)
        im *= np.array([1.06, 1.0, rng.uniform(.9, .98)], np.float32)
        # Screen pixels are far smaller than the camera's; what is left of both grids is a slow beat.
        step = im.shape[0] / height * face / pixels  # texture pixels in one of the camera's
        y, x = np.mgrid[0:im.shape[0], 0:im.shape[1]] / step
        for _ in range(2):
            a, period = rng.uniform(0, math.pi), rng.uniform(2.5, 9)
            beat = np.sin((x * math.cos(a) + y * math.sin(a)) * 2 * math.pi / period)
            im *= (1 + rng.uniform(0, .035) * beat)[:, :, None] * np.ones(3, np.float32)
    path = os.path.join(blend.CACHE, "shown-%s-%s-%d.png" % (pid, what, pixels))
    cv2.imwrite(path, (np.clip(im, 0, 1) * 255).astype(np.uint8))
    return path, face


def sheet(width, height, bend):
    """A grid in the x-z plane, bent about its upright axis; its picture side looks at the camera."""
    n = 12
    at = np.linspace(-.5, .5, n + 1)
    v = [(x * width, bend * (x * x * 4 - .33) * width, z) for z in (-height / 2, height / 2) for x in at]
    f = [(i, i + 1, n + 2 + i, n + 1 + i) for i in range(n)]
    me = bpy.data.meshes.new("sheet")
    me.from_pydata(v, [], f)
    uv = me.uv_layers.new(name="uv")
    for poly in me.polygons:
        poly.use_smooth = True
        for loop in poly.loop_indices:
            i = me.loops[loop].vertex_index
            uv.data[loop].uv = (at[i % (n + 1)] + .5, float(i > n))
    o = bpy.data.objects.new("sheet", me)
    bpy.context.scene.collection.objects.link(o)
    return o


def medium(pid, still, what, pixels):
    rng = draws("replay", pid, what, pixels)
    path, face = shown(pid, still, what, pixels, rng)
    width, height, _, border = MEDIA[what]
    bend = rng.uniform(.01, .05) if what == "print" else 0
    turn = Euler([math.radians(rng.uniform(-a, a)) for a in (10, 6, 18)])
    front = sheet(width, height, bend)
    m, nt, bsdf = blend.node_material(what)
    t = nt.nodes.new("ShaderNodeTexImage")
    t.image = blend.image(path)
    if what == "print":
        nt.links.new(t.outputs["Color"], bsdf.inputs["Base Color"])
        bsdf.inputs["Roughness"].default_value = .28 if rng.rand() < .5 else .8
    else:
        bsdf.inputs["Base Color"].default_value = (.01, .01, .01, 1)
        bsdf.inputs["Roughness"].default_value = .05 if what != "monitor" else .3
        nt.links.new(t.outputs["Color"], bsdf.inputs["Emission Color"])
        bsdf.inputs["Emission Strength"].default_value = rng.uniform(.8, 1.9)
    front.data.materials.append(m)
    back = sheet(width + 2 * border, height + 2 * border, bend)
    paper = what == "print"
    back.data.materials.append(scenes.mat("border", (.8, .79, .76) if paper else (.012, .012, .013), rough=.8 if paper else .15, spec=.2 if paper else .5))
    for o, behind in ((front, 0), (back, .0006)):
        o.rotation_euler = turn
        o.location = (MIDDLE[0], MIDDLE[1] + behind, MIDDLE[2])
    return face


def person(pid, p, pixels):
    rng = draws("replay", pid, "live", pixels)
    h = human.Human(pid, p, hair=p["hair"], expression=stills.EXPRESSIONS[rng.randint(len(stills.EXPRESSIONS))])
    o = blend.person_object(h)
    head = [math.radians(rng.uniform(-a, a)) for a in (20, 8, 5)]
    v, _ = h.pose(human.walk_pose(0, 0, head=tuple(head)))
    f = v[h.face_local]
    low, high = f.min(0), f.max(0)
    blend.set_vertices(o, v - (low + high) / 2 + np.array(MIDDLE))
    return high[2] - low[2]


def place(pid, camera_y):
    """A porch: wall, door, floor, and what lies behind the camera, which glass mirrors."""
    rng = draws("replay", pid)
    tone = rng.uniform(.3, .75)
    scenes.box(-5, 5, 2.6, 2.8, 0, 4, scenes.mat("wall", tuple(tone * rng.uniform(.85, 1.1, 3)), scale=6, brick=(3.2, .02, "wall") if rng.rand() < .5 else None))
    x = rng.uniform(-1.1, .3)
    scenes.box(x, x + .95, 2.5, 2.62, 0, 2.1, scenes.mat("door", tuple(rng.uniform(.08, .4, 3)), scale=9, rough=.5))
    scenes.box(-5, 5, -6, 2.7, -.1, 0, scenes.mat("floor", (.32, .31, .3), scale=3))
    scenes.box(-5, 5, -6.2, -6, 0, 2.2 + rng.uniform(0, 1.2), scenes.mat("opposite", tuple(rng.uniform(.15, .5, 3)), scale=5))
    colour, energy = stills.KEYS[rng.randint(len(stills.KEYS))]
    a = math.radians(rng.uniform(-65, 65))
    blend.light("AREA", "key", energy * .34, colour, (2.6 * math.sin(a), -2.6 * math.cos(a), 1.6 + rng.uniform(.4, 1.6)), MIDDLE, .9)
    sky = rng.uniform(.35, .6) * rng.uniform(.9, 1.15, 3)
    blend.world(tuple(sky * .8), rng.uniform(.5, .95), top=tuple(np.minimum(1, sky * 1.3)))


def picture(pid, p, still, what, pixels, out):
    side = 2 * round(AROUND * pixels / 2)
    s = blend.reset(side, side, 16, threads=1)
    face = person(pid, p, pixels) if what == "live" else medium(pid, still, what, pixels)
    far = FOCAL * face / pixels
    place(pid, -far)
    rng = draws("camera", pid, what, pixels)
    shift = [rng.uniform(-.12, .12) * face for _ in range(2)]
    target = (MIDDLE[0] + shift[0], MIDDLE[1], MIDDLE[2] + shift[1])
    blend.Camera((target[0], -far, target[2] + .04 * far), target, math.degrees(2 * math.atan(side / 2 / FOCAL)), side, side)
    s.render.filepath = os.path.join(blend.CACHE, "replay-%d.png" % os.getpid())
    bpy.ops.render.render(write_still=True)
    im = cv2.GaussianBlur(cv2.imread(s.render.filepath).astype(np.float32), (0, 0), .45)
    im += rng.normal(0, 2.0, im.shape[:2] + (1,)) + rng.normal(0, 1.1, im.shape)
    os.makedirs(os.path.dirname(out), exist_ok=True)
    cv2.imwrite(out, np.clip(im, 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, 80])


def jobs(photographs):
    """For every person: name, parameters, what is shown, how high, and from which still it is made when it is made."""
    if photographs:
        for i, pid in enumerate(sorted(os.listdir(photographs))):
            files = sorted(f for f in os.listdir(os.path.join(photographs, pid)) if f.endswith(".jpg"))
            yield [(pid, None, what, pixels, lambda f=f, n=n: photograph(os.path.join(photographs, pid, f), "%s-%d" % (pid, n)))
                   for what in MEDIA for n, (f, pixels) in enumerate(zip(files, PIXELS[i % len(PIXELS)]))]
        return
    people = [(pid, p) for pid, p in panel.everybody().items() if pid.endswith("-1")]
    for i, (pid, p) in enumerate(people):
        yield [(pid, p, what, pixels, lambda: source(pid, p)) for what in ("live", *MEDIA) for pixels in PIXELS[i % len(PIXELS)]]


def main():
    out, start, step = sys.argv[1], int((sys.argv + ["", ""])[2] or 0), int((sys.argv + ["", "", ""])[3] or 1)
    everything = jobs(sys.argv[4] if len(sys.argv) > 4 else None)
    for of_one in itertools.islice(everything, start, None, step):
        for pid, p, what, pixels, still in of_one:
            path = os.path.join(out, pid, "%s-%03d.jpg" % (what, pixels))
            if os.path.exists(path):
                continue
            t = time.time()
            picture(pid, p, still(), what, pixels, path)
            print("%s %s %d %.1fs" % (pid, what, pixels, time.time() - t), flush=True)


if __name__ == "__main__":
    main()
