"""Blender side: materials, person objects, render settings, projection. Used by stills.py and clips.py."""
import math
import os

import bpy
import cv2
import numpy as np
from mathutils import Matrix, Vector

import human

CACHE = os.environ.get("FOOTAGE_CACHE", "cache")


def reset(width, height, samples, threads=2, look="AgX - Medium High Contrast"):
    bpy.ops.wm.read_factory_settings(use_empty=True)
    s = bpy.context.scene
    s.render.engine = "CYCLES"
    c = s.cycles
    c.device = "CPU"
    c.samples = samples
    c.use_adaptive_sampling = True
    c.adaptive_threshold = 0.04
    c.adaptive_min_samples = max(4, samples // 3)
    c.use_denoising = True
    c.denoiser = "OPENIMAGEDENOISE"
    c.denoising_prefilter = "FAST"
    c.denoising_input_passes = "RGB_ALBEDO_NORMAL"
    c.seed = 7
    c.max_bounces = 2
    c.diffuse_bounces = 1
    c.glossy_bounces = 1
    c.transmission_bounces = 2
    c.transparent_max_bounces = 7
    c.caustics_reflective = c.caustics_refractive = False
    c.sample_clamp_indirect = 3
    c.blur_glossy = 1
    s.render.use_persistent_data = True
    s.render.threads_mode = "FIXED"
    s.render.threads = threads
    s.render.resolution_x, s.render.resolution_y = width, height
    s.render.resolution_percentage = 100
    s.render.image_settings.file_format = "PNG"
    s.render.image_settings.color_mode = "RGB"
    s.render.image_settings.compression = 15
    s.render.dither_intensity = 0
    s.view_settings.view_transform = "AgX"
    try:
        s.view_settings.look = look
    except TypeError:
        pass
    w = bpy.data.worlds.new("w")
    s.world = w
    w.use_nodes = True
    w.cycles.sampling_method = "NONE"                # a smooth sky needs no importance map
    c.use_light_tree = False
    return s


def image(path):
    im = bpy.data.images.load(path, check_existing=True)
    return im


def write(path, arr):
    if not os.path.exists(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        tmp = path[:-4] + ".%d.tmp.png" % os.getpid()
        cv2.imwrite(tmp, arr)
        os.replace(tmp, path)
    return path


def key(*a):
    import hashlib
    return hashlib.sha1(repr(a).encode()).hexdigest()[:12]


def recolour(src, colour, contrast=1.0, name="x", inpaint_logo=False, region=None):
    """Luminance of a texture times a colour (sRGB 0..1); alpha is kept. region: None or 'shirt'."""
    path = os.path.join(CACHE, "tex", "%s-%s.png" % (name, key(src, colour, contrast, inpaint_logo, region, 4)))
    if os.path.exists(path):
        return path
    im = cv2.imread(src, cv2.IMREAD_UNCHANGED)
    if im.ndim == 2:
        im = cv2.cvtColor(im, cv2.COLOR_GRAY2BGR)
    a = im[:, :, 3:] if im.shape[2] == 4 else None
    rgb = im[:, :, :3]
    if inpaint_logo:
        # flat cloth instead of a printed picture
        hsv = cv2.cvtColor(rgb, cv2.COLOR_BGR2HSV)
        jeans = cv2.medianBlur((((hsv[:, :, 1] > 22) & (hsv[:, :, 0] > 92) & (hsv[:, :, 0] < 130)) * 255).astype(np.uint8), 9)
        jeans = (cv2.GaussianBlur(jeans, (0, 0), 2).astype(np.float32) / 255)[:, :, None]
        original = rgb.copy()
        rgb = cv2.GaussianBlur(cv2.medianBlur(rgb, 41), (0, 0), 4)
    f = rgb.astype(np.float32) / 255
    lum = f @ np.array([.11, .59, .3], np.float32)
    w = np.ones_like(lum) if a is None else (a[:, :, 0] > 60).astype(np.float32)
    mean = (lum * w).sum() / max(1, w.sum())
    rel = np.clip(((lum / max(mean, .02)) - 1) * contrast + 1, 0, 2.2)
    out = np.clip(rel[:, :, None] * np.array(colour, np.float32)[::-1], 0, 1) * 255
    if inpaint_logo:
        out = out * (1 - jeans) + original * jeans      # the trousers keep their own colour
    out = out.astype(np.uint8)
    if a is not None:
        out = np.dstack([out, a])
    return write(path, out)


def skin_texture(h):
    p = h.p
    name = p["skin"]
    folder = os.path.join(human.MH, "skins", name, "textures")
    files = sorted(f for f in os.listdir(folder) if "suit" not in f)
    src = os.path.join(folder, files[p.get("skin_variant", 0) % len(files)])
    tone, gamma, seed = p.get("tone", [1, 1, 1]), p.get("gamma", 1.0), p.get("skin_seed", 1)
    path = os.path.join(CACHE, "tex", "skin-%s-%s.png" % (h.id, key(src, tone, gamma, seed, p.get("moles", 0), p.get("freckles", 0), 3)))
    if os.path.exists(path):
        return path
    im = cv2.imread(src)[:, :, :3]
    im = cv2.resize(im, (2048, 2048), interpolation=cv2.INTER_CUBIC).astype(np.float32) / 255
    soft = cv2.GaussianBlur(im, (0, 0), 3)
    im = np.clip(im + .7 * (im - soft), 0, 1)
    im = np.clip(im, 1e-3, 1) ** gamma * np.array(tone, np.float32)[::-1]
    rng = np.random.RandomState(seed * 7 + 3)
    n = rng.normal(0, 1, (2048, 2048)).astype(np.float32)
    fine = cv2.GaussianBlur(n, (0, 0), 1.2) * 2.2
    mid = cv2.GaussianBlur(n, (0, 0), 7) * 12
    big = cv2.GaussianBlur(rng.normal(0, 1, (256, 256)).astype(np.float32), (0, 0), 4) * 8
    big = cv2.resize(big, (2048, 2048), interpolation=cv2.INTER_CUBIC)
    im *= (1 + .030 * fine + .022 * mid + .018 * big)[:, :, None]
    im[:, :, 2] *= 1 + .012 * mid
    fuv = h.base_face_uv()
    for _ in range(p.get("moles", 0)):
        u = fuv[rng.randint(len(fuv))]
        c = (int(u[0] * 2048), int((1 - u[1]) * 2048))
        blob = np.zeros((2048, 2048), np.float32)
        cv2.circle(blob, c, rng.randint(3, 6), 1, -1)
        blob = cv2.GaussianBlur(blob, (0, 0), 1.6)[:, :, None]
        im = im * (1 - .6 * blob) + np.array([.12, .16, .25], np.float32) * .6 * blob
    if p.get("freckles"):
        blob = np.zeros((2048, 2048), np.float32)
        for _ in range(int(p["freckles"])):
            u = fuv[rng.randint(len(fuv))] + rng.normal(0, .004, 2)
            cv2.circle(blob, (int(u[0] * 2048), int((1 - u[1]) * 2048)), rng.randint(1, 4), float(rng.uniform(.3, 1)), -1)
        blob = cv2.GaussianBlur(blob, (0, 0), 1.3)[:, :, None]
        im = im * (1 - .38 * blob * np.array([1.0, .8, .5], np.float32))
    return write(path, np.clip(im * 255, 0, 255).astype(np.uint8))


def tints(h):
    """Vertex colours: lips, stubble, eye shadow, cheeks, scalp (multipliers of the skin texture)."""
    b, p = h.base, h.p
    n = len(b.verts)
    mag = lambda t: (lambda iv: np.bincount(iv[0], np.linalg.norm(iv[1], axis=1), n) / np.linalg.norm(iv[1], axis=1).max())(b.target(t))
    lips = np.clip((np.maximum(mag("mouth/mouth-lowerlip-volume-incr"), mag("mouth/mouth-upperlip-volume-incr")) - .25) * 3, 0, 1)
    nose_i, nose_d = b.target("nose/nose-base-down")
    nose_y = b.verts[nose_i[np.linalg.norm(nose_d, axis=1).argmax()]][1]
    v = b.verts
    chin = h.landmarks["chin_y"]
    e = h.landmarks["eye"]
    t = np.ones((n, 3))
    up = np.clip((nose_y - .02 - v[:, 1]) / .10, 0, 1)
    up = np.maximum(up, np.clip((np.abs(v[:, 0]) - .45) / .12, 0, 1) * np.clip((e[1] - .2 - v[:, 1]) / .2, 0, 1))
    low = np.clip((v[:, 1] - (chin - .75)) / .4, 0, 1)
    front = np.clip((v[:, 2] - .25) / .35, 0, 1)
    cheek_hole = 1 - .75 * np.clip(1 - np.hypot((np.abs(v[:, 0]) - .38) / .16, (v[:, 1] - (nose_y - .05)) / .22), 0, 1)
    stub = up * low * front * (1 - lips) * cheek_hole
    h.stub = stub
    s = p.get("stubble", 0)
    t *= 1 - (s * stub)[:, None] * (1 - np.array([.36, .38, .44]))
    lc = np.array(p.get("lips", [1, 1, 1]))
    t *= 1 - lips[:, None] * (1 - lc)
    eye = np.clip(1.25 - np.hypot((np.abs(v[:, 0]) - e[0]) / .22, (v[:, 1] - e[1] - .06) / .14), 0, 1) * (v[:, 2] > .8)
    t *= 1 - (eye * p.get("eyeshadow", 0))[:, None] * (1 - np.array([.55, .5, .55]))
    under = np.clip(1 - np.hypot((np.abs(v[:, 0]) - e[0]) / .2, (v[:, 1] - e[1] + .16) / .09), 0, 1) * (v[:, 2] > .8)
    t *= 1 - (under * p.get("eyebags", 0))[:, None] * (1 - np.array([.6, .55, .62]))
    blush = np.clip(1 - np.hypot((np.abs(v[:, 0]) - .42) / .22, (v[:, 1] - (nose_y + .12)) / .2), 0, 1) * (v[:, 2] > .6)
    t *= 1 - (blush * p.get("blush", 0))[:, None] * (1 - np.array([1.0, .74, .74]))
    sc = p.get("scalp")
    if sc:                                           # shaved or thin hair: colour of the scalp
        hairline = np.clip((v[:, 1] - (e[1] + .78 - .5 * np.clip((.35 - v[:, 2]) / .8, 0, 1.5))) / .08, 0, 1)
        hairline *= np.clip((1.25 - v[:, 2]) / .1, 0, 1)
        t *= 1 - hairline[:, None] * (1 - np.array(sc))
    return t


def base_face_uv(h):
    ids = set(h.face_ids.tolist())
    out = [h.base.uvs[u] for f, fu in zip(h.body_faces, h.body_fuv) for k, u in zip(f, fu)
           if k in ids and h.base.verts[k][2] > .9]
    return np.array(out)


human.Human.base_face_uv = base_face_uv


def node_material(name):
    m = bpy.data.materials.new(name)
    m.use_nodes = True
    nt = m.node_tree
    bsdf = nt.nodes["Principled BSDF"]
    return m, nt, bsdf


def tex_material(name, path, rough=.6, spec=.3, alpha=False, alpha_power=1.0, sheen=0.0):
    m, nt, bsdf = node_material(name)
    t = nt.nodes.new("ShaderNodeTexImage")
    t.image = image(path)
    nt.links.new(t.outputs["Color"], bsdf.inputs["Base Color"])
    if alpha:
        a = t.outputs["Alpha"]
        if alpha_power != 1.0:
            g = nt.nodes.new("ShaderNodeMath")
            g.operation = "MULTIPLY"
            g.use_clamp = True
            g.inputs[1].default_value = alpha_power
            nt.links.new(a, g.inputs[0])
            a = g.outputs[0]
        nt.links.new(a, bsdf.inputs["Alpha"])
    bsdf.inputs["Roughness"].default_value = rough
    bsdf.inputs["Specular IOR Level"].default_value = spec
    return m


def skin_material(h, sss=0.0):
    m, nt, bsdf = node_material("skin-" + h.id)
    t = nt.nodes.new("ShaderNodeTexImage")
    t.image = image(skin_texture(h))
    c = nt.nodes.new("ShaderNodeVertexColor")
    c.layer_name = "tint"
    mix = nt.nodes.new("ShaderNodeMix")
    mix.data_type = "RGBA"
    mix.blend_type = "MULTIPLY"
    mix.inputs["Factor"].default_value = 1
    nt.links.new(t.outputs["Color"], mix.inputs["A"])
    nt.links.new(c.outputs["Color"], mix.inputs["B"])
    nt.links.new(mix.outputs["Result"], bsdf.inputs["Base Color"])
    bsdf.inputs["Roughness"].default_value = h.p.get("rough", .48)
    bsdf.inputs["Specular IOR Level"].default_value = .38
    if sss:
        bsdf.inputs["Subsurface Weight"].default_value = sss
        bsdf.inputs["Subsurface Radius"].default_value = (1.0, .35, .2)
        bsdf.inputs["Subsurface Scale"].default_value = .006
    b = nt.nodes.new("ShaderNodeBump")
    b.inputs["Strength"].default_value = .12
    b.inputs["Distance"].default_value = .002
    nt.links.new(t.outputs["Color"], b.inputs["Height"])
    nt.links.new(b.outputs["Normal"], bsdf.inputs["Normal"])
    return m


def person_object(h, hair_colour=None, sss=0.0, expression=None):
    p = h.p
    mesh = bpy.data.meshes.new(h.id)
    v = human.to_blender(h.rest)
    mesh.from_pydata(v.tolist(), [], h.faces)
    uv = mesh.uv_layers.new(name="uv")
    uv.data.foreach_set("uv", h.loop_uv.ravel())
    mesh.polygons.foreach_set("material_index", np.array(h.face_mat, np.int32))
    mesh.polygons.foreach_set("use_smooth", np.ones(len(h.faces), bool))
    attr = mesh.color_attributes.new("tint", "FLOAT_COLOR", "POINT")
    t = np.ones((h.nverts, 4), np.float32)
    t[:len(h.body_used), :3] = tints(h)[h.body_used]
    attr.data.foreach_set("color", t.ravel())
    hc = hair_colour or p.get("hair_colour", [.06, .05, .045])
    for slot in h.materials:
        tex = h.textures[slot]
        if slot == "skin":
            m = skin_material(h, sss)
        elif slot == "eyes":
            m = tex_material("eyes-" + h.id, tex[p.get("eyes", "brown")], .12, .5, alpha=True)
        elif slot == "brow":
            path = recolour(list(tex.values())[0], p.get("brow_colour", hc), .35, "brow")
            m = tex_material("brow-" + h.id, path, .8, .1, alpha=True, alpha_power=p.get("brow_density", 1.2))
        elif slot == "lash":
            path = recolour(list(tex.values())[0], [.03, .03, .03], .3, "lash")
            m = tex_material("lash-" + h.id, path, .8, .1, alpha=True, alpha_power=p.get("lash_density", 1.0))
        elif slot == "teeth":
            m = tex_material("teeth-" + h.id, list(tex.values())[0], .25, .4)
        elif slot == "hair":
            path = recolour(list(tex.values())[0], hc, .8, "hair")
            m = tex_material("hair-" + h.id, path, .5, .25, alpha=True, alpha_power=p.get("hair_density", 1.5))
        else:
            cname = slot.split(":")[1]
            c = [c for c in p["clothes"] if c["name"] == cname][0]
            src = list(tex.values())[0]
            im = cv2.imread(src, cv2.IMREAD_UNCHANGED)
            path = src
            if c.get("colour"):
                path = recolour(src, c["colour"], c.get("contrast", .8), cname, c.get("logo", False))
            m = tex_material(cname + "-" + h.id, path, c.get("rough", .85), .15, alpha=im.ndim == 3 and im.shape[2] == 4)
        mesh.materials.append(m)
    obj = bpy.data.objects.new(h.id, mesh)
    bpy.context.scene.collection.objects.link(obj)
    return obj


def set_vertices(obj, v):
    obj.data.vertices.foreach_set("co", np.ascontiguousarray(v, np.float32).ravel())
    obj.data.update()


class Camera:
    def __init__(self, pos, target, hfov_deg, width, height):
        self.w, self.h = width, height
        cam = bpy.data.cameras.new("cam")
        cam.sensor_fit = "HORIZONTAL"
        cam.angle = math.radians(hfov_deg)
        cam.clip_start = .05
        o = bpy.data.objects.new("cam", cam)
        bpy.context.scene.collection.objects.link(o)
        bpy.context.scene.camera = o
        self.obj, self.cam = o, cam
        o.location = pos
        o.rotation_euler = (Vector(target) - Vector(pos)).to_track_quat("-Z", "Y").to_euler()
        bpy.context.view_layer.update()
        self.inv = np.array(o.matrix_world.inverted())
        self.pos = np.array(pos, float)
        self.f = width / 2 / math.tan(math.radians(hfov_deg) / 2)

    def project(self, p):
        q = p @ self.inv[:3, :3].T + self.inv[:3, 3]
        z = np.maximum(-q[:, 2], 1e-3)
        return np.stack([self.w / 2 + self.f * q[:, 0] / z, self.h / 2 - self.f * q[:, 1] / z, -q[:, 2]], 1)


def light(kind, name, energy, colour, loc=(0, 0, 0), target=(0, 0, 0), size=1.0):
    d = bpy.data.lights.new(name, kind)
    d.energy = energy
    d.color = colour
    if kind == "AREA":
        d.size = size
    elif kind == "SUN":
        d.angle = math.radians(size)
    else:
        d.shadow_soft_size = size
    o = bpy.data.objects.new(name, d)
    bpy.context.scene.collection.objects.link(o)
    o.location = loc
    o.rotation_euler = (Vector(target) - Vector(loc)).to_track_quat("-Z", "Y").to_euler()
    return o


def world(colour, strength=1.0, top=None):
    nt = bpy.context.scene.world.node_tree
    nt.nodes.clear()
    out = nt.nodes.new("ShaderNodeOutputWorld")
    bg = nt.nodes.new("ShaderNodeBackground")
    bg.inputs["Strength"].default_value = strength
    nt.links.new(bg.outputs[0], out.inputs[0])
    if top is None:
        bg.inputs["Color"].default_value = (*colour, 1)
        return
    geo = nt.nodes.new("ShaderNodeTexCoord")
    sep = nt.nodes.new("ShaderNodeSeparateXYZ")
    ramp = nt.nodes.new("ShaderNodeValToRGB")
    ramp.color_ramp.elements[0].color = (*colour, 1)
    ramp.color_ramp.elements[0].position = .0
    ramp.color_ramp.elements[1].color = (*top, 1)
    ramp.color_ramp.elements[1].position = .5
    nt.links.new(geo.outputs["Generated"], sep.inputs[0])
    nt.links.new(sep.outputs["Z"], ramp.inputs[0])
    nt.links.new(ramp.outputs[0], bg.inputs["Color"])
