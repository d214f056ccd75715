"""The four places: plain procedural outdoor scenes.  The camera stands at y = 0 and looks along +y."""
import math
import random

import bpy
from mathutils import Vector

import blend


def mat(name, a, b=None, scale=4.0, rough=.85, spec=.15, emit=0.0, brick=None, detail=2):
    m, nt, bsdf = blend.node_material(name)
    bsdf.inputs["Roughness"].default_value = rough
    bsdf.inputs["Specular IOR Level"].default_value = spec
    if emit:
        bsdf.inputs["Emission Color"].default_value = (*a, 1)
        bsdf.inputs["Emission Strength"].default_value = emit
        bsdf.inputs["Base Color"].default_value = (*a, 1)
        return m
    b = b or tuple(x * .72 for x in a)
    geo = nt.nodes.new("ShaderNodeNewGeometry")
    if brick:
        t = nt.nodes.new("ShaderNodeTexBrick")
        t.inputs["Scale"].default_value = brick[0]
        t.inputs["Mortar Size"].default_value = brick[1]
        t.inputs["Color1"].default_value = (*a, 1)
        t.inputs["Color2"].default_value = (*b, 1)
        t.inputs["Mortar"].default_value = (*[x * .55 for x in a], 1)
        if len(brick) > 2 and brick[2] == "wall":
            sep = nt.nodes.new("ShaderNodeSeparateXYZ")
            com = nt.nodes.new("ShaderNodeCombineXYZ")
            nt.links.new(geo.outputs["Position"], sep.inputs[0])
            add = nt.nodes.new("ShaderNodeMath")
            nt.links.new(sep.outputs["X"], add.inputs[0])
            nt.links.new(sep.outputs["Y"], add.inputs[1])
            nt.links.new(add.outputs[0], com.inputs["X"])
            nt.links.new(sep.outputs["Z"], com.inputs["Y"])
            nt.links.new(com.outputs[0], t.inputs["Vector"])
        else:
            nt.links.new(geo.outputs["Position"], t.inputs["Vector"])
        base = t.outputs["Color"]
    else:
        base = None
    n = nt.nodes.new("ShaderNodeTexNoise")
    n.inputs["Scale"].default_value = scale
    n.inputs["Detail"].default_value = detail
    nt.links.new(geo.outputs["Position"], n.inputs["Vector"])
    ramp = nt.nodes.new("ShaderNodeValToRGB")
    ramp.color_ramp.elements[0].position = .3
    ramp.color_ramp.elements[1].position = .7
    if base:
        ramp.color_ramp.elements[0].color = (.78, .78, .78, 1)
        ramp.color_ramp.elements[1].color = (1.1, 1.1, 1.1, 1)
        mix = nt.nodes.new("ShaderNodeMix")
        mix.data_type, mix.blend_type = "RGBA", "MULTIPLY"
        mix.inputs["Factor"].default_value = 1
        nt.links.new(n.outputs["Fac"], ramp.inputs[0])
        nt.links.new(base, mix.inputs["A"])
        nt.links.new(ramp.outputs[0], mix.inputs["B"])
        nt.links.new(mix.outputs["Result"], bsdf.inputs["Base Color"])
    else:
        ramp.color_ramp.elements[0].color = (*b, 1)
        ramp.color_ramp.elements[1].color = (*a, 1)
        nt.links.new(n.outputs["Fac"], ramp.inputs[0])
        nt.links.new(ramp.outputs[0], bsdf.inputs["Base Color"])
    return m


def box(x0, x1, y0, y1, z0, z1, m, bevel=0):
    v = [(x, y, z) for x in (x0, x1) for y in (y0, y1) for z in (z0, z1)]
    f = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    me = bpy.data.meshes.new("box")
    me.from_pydata(v, [], f)
    me.materials.append(m)
    o = bpy.data.objects.new("box", me)
    bpy.context.scene.collection.objects.link(o)
    return o


def cylinder(x, y, z0, z1, r, m, r2=None):
    n = 16
    r2 = r if r2 is None else r2
    v = [(x + q * math.cos(2 * math.pi * i / n), y + q * math.sin(2 * math.pi * i / n), z) for z, q in ((z0, r), (z1, r2)) for i in range(n)]
    f = [(i, (i + 1) % n, n + (i + 1) % n, n + i) for i in range(n)] + [tuple(range(n, 2 * n))]
    me = bpy.data.meshes.new("cyl")
    me.from_pydata(v, [], f)
    me.materials.append(m)
    me.polygons.foreach_set("use_smooth", [True] * n + [False])
    o = bpy.data.objects.new("cyl", me)
    bpy.context.scene.collection.objects.link(o)
    return o


def leaves(x, y, z, rx, rz, m, n=700, size=.09, seed=1):
    """A bush or a crown: a cloud of small leaf triangles."""
    r = random.Random(seed)
    v, f = [], []
    for i in range(n):
        a, u, q = r.uniform(0, 2 * math.pi), r.uniform(-1, 1), r.uniform(.55, 1) ** .5
        lump = 1 + .22 * math.sin(3 * a + seed) * math.cos(4 * u)
        s = math.sqrt(1 - u * u)
        c = Vector((x + rx * q * lump * s * math.cos(a), y + rx * q * lump * s * math.sin(a), z + rz * q * lump * u))
        d1 = Vector((r.gauss(0, 1), r.gauss(0, 1), r.gauss(0, .6))).normalized() * size
        d2 = Vector((r.gauss(0, 1), r.gauss(0, 1), r.gauss(0, .6))).normalized() * size * .6
        k = len(v)
        v += [tuple(c - d1), tuple(c + d2), tuple(c + d1), tuple(c - d2)]
        f.append((k, k + 1, k + 2, k + 3))
    me = bpy.data.meshes.new("leaves")
    me.from_pydata(v, [], f)
    me.materials.append(m)
    o = bpy.data.objects.new("leaves", me)
    bpy.context.scene.collection.objects.link(o)
    return o


def tree(x, y, h, m_leaf, m_bark, seed):
    cylinder(x, y, 0, h * .6, .13, m_bark, .07)
    leaves(x, y, h * .72, h * .3, h * .3, m_leaf, 2600, .13, seed)


def house(x0, x1, y0, y1, h, wall, roof, glass, frame, windows):
    box(x0, x1, y0, y1, 0, h, wall)
    box(x0 - .3, x1 + .3, y0 - .35, y1 + .3, h, h + .25, roof)
    for wx, wz, ww, wh in windows:
        box(wx - ww / 2 - .07, wx + ww / 2 + .07, y0 - .05, y0, wz - wh / 2 - .07, wz + wh / 2 + .07, frame)
        box(wx - ww / 2, wx + ww / 2, y0 - .07, y0, wz - wh / 2, wz + wh / 2, glass)
        box(wx - .025, wx + .025, y0 - .09, y0, wz - wh / 2, wz + wh / 2, frame)


def fence(x0, x1, y, h, m, step=.16):
    x = x0
    while x < x1:
        box(x, x + .03, y, y + .03, 0, h, m)
        x += step
    box(x0, x1, y - .01, y + .04, h - .12, h - .07, m)
    box(x0, x1, y - .01, y + .04, .12, .17, m)


def common():
    return dict(
        paving=mat("paving", (.33, .31, .29), (.27, .26, .25), 3, brick=(1.7, .012)),
        asphalt=mat("asphalt", (.085, .085, .09), (.055, .055, .06), 18),
        concrete=mat("concrete", (.42, .41, .39), (.33, .32, .31), 2.2),
        plaster=mat("plaster", (.62, .56, .47), (.55, .50, .42), 1.6),
        brickwall=mat("brickwall", (.36, .16, .11), (.27, .12, .085), 5, brick=(3.2, .014, "wall")),
        metal=mat("metal", (.10, .11, .12), rough=.45, spec=.5),
        rust=mat("rust", (.30, .13, .07), (.16, .08, .06), 5),
        blue=mat("blue", (.05, .13, .25), (.04, .10, .2), 3, rough=.5),
        wood=mat("wood", (.34, .21, .11), (.22, .13, .07), 7),
        leaf=mat("leaf", (.09, .17, .045), (.045, .10, .025), 9),
        grass=mat("grass", (.12, .19, .06), (.07, .12, .035), 14),
        glass=mat("glass", (.05, .07, .09), rough=.08, spec=.8),
        white=mat("white", (.7, .7, .68), rough=.6),
        card=mat("card", (.40, .28, .16), (.34, .23, .13), 3))


def door():
    m = common()
    box(-30, 30, -3, 10.4, -.2, 0, m["paving"])
    box(-30, 30, 10.4, 17, -.25, -.02, m["asphalt"])
    box(-30, 30, 17, 40, -.2, .0, m["concrete"])
    box(-30, -2.6, 5.2, 10, -.1, .03, m["grass"])
    box(-30, -1.0, 10.1, 10.4, 0, 1.15, m["brickwall"])
    box(2.6, 30, 10.1, 10.4, 0, 1.15, m["brickwall"])
    for x in (-1.0, 2.6):
        box(x - .2, x + .2, 10.05, 10.45, 0, 1.7, m["concrete"])
    house(-14, -1, 19, 26, 5.2, m["plaster"], m["rust"], m["glass"], m["white"], [(-10.5, 3.6, 1.4, 1.3), (-6.5, 3.6, 1.4, 1.3), (-3, 3.6, 1.3, 1.3), (-10, 1.3, 1.4, 1.2), (-3.4, 1.3, 1.5, 1.2)])
    house(1.5, 15, 20, 27, 6.0, m["brickwall"], m["metal"], m["glass"], m["white"], [(4, 3.8, 1.3, 1.4), (8, 3.8, 1.3, 1.4), (4, 1.4, 1.4, 1.3), (8.5, 1.4, 1.4, 1.3), (12, 3.8, 1.3, 1.4)])
    tree(-5.2, 8.2, 4.6, m["leaf"], m["wood"], 3)
    tree(9.5, 17.6, 5.5, m["leaf"], m["wood"], 5)
    leaves(-2.9, 5.6, .35, .5, .4, m["leaf"], 900, .06, 7)
    leaves(-3.4, 7.0, .4, .6, .45, m["leaf"], 900, .06, 8)
    box(-1.9, -1.45, 3.2, 3.6, 0, .35, m["card"])
    box(-1.85, -1.5, 3.25, 3.55, .35, .6, m["card"])
    cylinder(3.2, 6.2, 0, .55, .24, m["rust"], .3)
    leaves(3.2, 6.2, .95, .42, .5, m["leaf"], 700, .06, 9)
    box(3.9, 4.6, 9.4, 10.0, 0, 1.05, m["blue"])
    return dict(sun=((-.24, -.46, .85), 2.6, (1, .95, .87)), world=((.60, .66, .74), .75, (.26, .42, .72)), exposure=.55)


def street():
    m = common()
    box(-3.4, 3.4, -3, 60, -.2, 0, m["paving"])
    box(3.4, 3.6, -3, 60, -.2, .02, m["concrete"])
    box(3.6, 30, -3, 60, -.3, -.06, m["asphalt"])
    box(-30, -3.4, -3, 60, -.2, -.01, m["grass"])
    box(-30, 30, 14.2, 60, -.3, -.004, m["asphalt"])
    box(-30, 30, 19.6, 60, -.2, .02, m["paving"])
    fence(-3.6, -3.5, 0, 1.2, m["metal"])
    for y in range(3, 14, 2):
        box(-3.62, -3.5, y, y + .12, 0, 1.25, m["wood"])
    box(-3.6, -3.52, 1, 14, .9, 1.05, m["wood"])
    box(-3.6, -3.52, 1, 14, .45, .6, m["wood"])
    house(-16, -2, 22, 30, 6.5, m["brickwall"], m["metal"], m["glass"], m["white"], [(-12, 4.4, 1.5, 1.5), (-8, 4.4, 1.5, 1.5), (-4.5, 4.4, 1.5, 1.5), (-12, 1.5, 1.5, 1.5), (-7, 1.5, 2.4, 1.6)])
    house(.5, 16, 23, 30, 5.4, m["plaster"], m["rust"], m["glass"], m["white"], [(3, 3.8, 1.5, 1.4), (7, 3.8, 1.5, 1.4), (11, 3.8, 1.5, 1.4), (3, 1.4, 1.5, 1.4), (11, 1.4, 1.5, 1.4)])
    tree(-6.5, 10.5, 5.2, m["leaf"], m["wood"], 13)
    tree(6.2, 20.6, 5.4, m["leaf"], m["wood"], 15)
    leaves(-4.4, 6, .5, .6, .5, m["leaf"], 900, .07, 17)
    cylinder(3.1, 9.6, 0, 4.5, .06, m["metal"])
    # a parked van
    box(4.4, 6.2, 9.5, 13.6, .35, 1.9, m["white"])
    box(4.35, 6.25, 9.45, 9.6, 1.15, 1.75, m["glass"])
    box(4.38, 4.42, 10.2, 12.4, 1.15, 1.7, m["glass"])
    for y in (10.2, 12.8):
        box(4.33, 4.6, y - .32, y + .32, -.05, .6, m["metal"])
    cylinder(-2.9, 5.0, 0, .8, .26, m["blue"])
    return dict(sun=((.24, -.42, .85), 2.4, (1, .93, .83)), world=((.58, .64, .72), .8, (.26, .42, .70)), exposure=.55)


def gate():
    m = common()
    box(-30, 30, -3, 9.5, -.2, 0, m["concrete"])
    box(-30, 30, 9.5, 40, -.2, -.01, m["asphalt"])
    for x in (-2.3, 2.6):
        box(x - .28, x + .28, 7.0, 7.5, 0, 2.3, m["brickwall"])
    fence(-9, -2.5, 7.2, 1.9, m["metal"])
    fence(2.9, 9, 7.2, 1.9, m["metal"])
    house(-18, 3, 22, 32, 6.0, m["concrete"], m["metal"], mat("lit", (1.0, .72, .38), emit=1.6), m["metal"], [(-12, 4.2, 2, 1), (-8, 4.2, 2, 1), (-1, 4.2, 2, 1)])
    house(4.5, 16, 17, 26, 4.2, m["rust"], m["metal"], m["glass"], m["metal"], [(8, 2.5, 2, 1.2)])
    for i, (x, y) in enumerate(((-4.2, 5.2), (-4.9, 5.0), (-4.4, 5.1))):
        box(x, x + .62, y, y + .6, .6 * (i == 2), .6 + .5 * (i == 2), m["wood"])
    tree(-8, 12, 5, m["leaf"], m["wood"], 23)
    cylinder(3.4, 4.6, 0, .85, .3, m["blue"])
    lamp = mat("lamp", (1.0, .7, .36), emit=14)
    for x, y, z in ((-2.3, 6.9, 2.42), (2.6, 6.9, 2.42), (-6, 14, 4.4)):
        box(x - .1, x + .1, y - .08, y + .08, z, z + .16, lamp)
        blend.light("POINT", "l", 85 if z < 4 else 160, (1.0, .68, .36), (x, y - .25, z + .05), (x, y - 1, 0), .12)
    cylinder(-6, 14.1, 0, 4.5, .06, m["metal"])
    # the lamp over the camera: it lights whoever stands at the gate
    blend.light("AREA", "door", 62, (1.0, .80, .56), (.7, -.2, 2.9), (0, 4.2, 1.2), .45)
    return dict(sun=((-.1, -.5, .85), .10, (.62, .72, 1.0)), world=((.20, .20, .27), .50, (.06, .09, .18)), exposure=.75, look="AgX - Medium High Contrast")


def yard():
    m = common()
    box(-30, 30, -3, 40, -.2, 0, m["concrete"])
    box(-9.5, -4.2, 4, 22, 0, 4.8, m["plaster"])
    for y in (7, 11, 15):
        box(-4.22, -4.15, y - .8, y + .8, .05, 2.4, m["metal"])
    box(2.4, 4.9, 11.5, 17.5, 0, 2.5, m["blue"])
    box(5.1, 7.6, 9.5, 15.5, 0, 2.5, m["rust"])
    for i in range(14):
        box(2.37, 2.4, 11.7 + i * .42, 11.8 + i * .42, .1, 2.4, m["metal"])
    box(-14, 14, 24, 24.3, 0, 2.4, m["brickwall"])
    tree(-1.5, 26, 6.5, m["leaf"], m["wood"], 33)
    tree(6, 27, 7, m["leaf"], m["wood"], 35)
    for x, y, z in ((-3.6, 5.4, 0), (-3.5, 6.3, 0), (-3.6, 5.7, .62)):
        box(x, x + .6, y, y + .7, z, z + .6, m["wood"])
    cylinder(3.0, 6.6, 0, .5, .26, m["rust"], .33)
    plant = leaves(3.0, 6.6, 1.0, .5, .62, m["leaf"], 800, .075, 39)
    for x in (-1.9, 2.0):
        box(x - .05, x + .05, 2, 22, 0, .004, m["white"])
    return dict(sun=((-.26, -.34, .85), 2.3, (1, .93, .82)), world=((.58, .63, .70), .75, (.28, .42, .68)), exposure=.55, plant=plant)


SCENES = dict(door=door, street=street, gate=gate, yard=yard)


def build(name, s):
    info = SCENES[name]()
    d, e, c = info["sun"]
    d = Vector(d).normalized()
    info["sun_dir"] = d
    blend.light("SUN", "sun", e, c, tuple(d * 20), (0, 0, 0), 2.0)
    w = info["world"]
    blend.world(w[0], w[1], top=w[2])
    s.view_settings.exposure = info.get("exposure", 0)
    return info
