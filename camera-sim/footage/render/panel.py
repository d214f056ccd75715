"""Renders the panel: invented people of every skin, sex and age, to see whom the networks see worse.

usage: panel.py OUT [FROM STEP]      only every STEP-th person from FROM on

OUT/<skin>-<sex>-<age>-<n>/NN.jpg: four stills a person, the first of them as for an enrolment. Skins, sexes and ages
are MakeHuman's own; each of the 18 groups has the same number of people, the same poses, expressions and lights,
so that nothing but the group differs between one group and the next. Who somebody is follows from a hash of the name.
"""
import os
import sys
import time
import zlib

import cv2
import numpy as np

import stills

SKINS = {"asian": {"asian": 1.0}, "caucasian": {"caucasian": 1.0}, "african": {"african": 1.0}}
SEXES = {"female": 0, "male": 1}
AGES = {"young": (22, 34), "middleage": (42, 54), "old": (64, 78)}
EACH = 3
SIZE = 256
FEATURES = [
    "chin/chin-bones", "chin/chin-height", "chin/chin-prominent", "chin/chin-width", "eyes/eye-corner2", "eyes/eye-height2",
    "eyes/eye-scale", "forehead/forehead-scale-vert", "head/head-fat", "head/head-scale-horiz", "head/head-scale-vert",
    "mouth/mouth-lowerlip-volume", "mouth/mouth-scale-horiz", "mouth/mouth-scale-vert", "mouth/mouth-upperlip-volume",
    "nose/nose-base", "nose/nose-hump", "nose/nose-point", "nose/nose-scale-depth", "nose/nose-scale-horiz",
    "nose/nose-scale-vert", "nose/nose-width2", "nose/nose-width3"]
SHAPES = ["head/head-oval", "head/head-round", "head/head-square", "head/head-rectangular", "head/head-diamond", "head/head-triangular"]
HAIR = {"female": ["ponytail01", "long01", "short02"], "male": ["short01", "short02", "short04"]}
HAIR_COLOURS = {"asian": [(.07, .065, .065), (.12, .07, .05)], "caucasian": [(.42, .29, .16), (.2, .13, .08), (.36, .27, .18)],
                "african": [(.04, .035, .03), (.06, .05, .045)]}
GREY = (.52, .51, .5)


def person(skin, sex, age, number):
    rng = np.random.RandomState(zlib.crc32(("panel %s %s %s %d" % (skin, sex, age, number)).encode()) & 0x7fffffff)
    chosen = rng.choice(len(FEATURES), 9, replace=False)
    face = {FEATURES[i]: float(rng.choice([-1, 1]) * rng.uniform(.35, .8)) for i in chosen}
    face[SHAPES[rng.randint(len(SHAPES))]] = float(rng.uniform(.3, .8))
    colours = HAIR_COLOURS[skin]
    colour = GREY if age == "old" else colours[rng.randint(len(colours))]
    hair = HAIR[sex][rng.randint(3)]
    low, high = AGES[age]
    tone = float(rng.uniform(.92, 1.06))
    made = dict(role="panel", gender=SEXES[sex], age=float(rng.uniform(low, high)), race=SKINS[skin], weight=float(rng.uniform(.3, .65)),
                muscle=float(rng.uniform(.35, .6)), height=.5, skin="%s_%s_%s" % (age, skin, sex), tone=[tone, tone * .98, tone * .96],
                gamma=float(rng.uniform(.92, 1.08)), eyes="brown" if skin != "caucasian" else str(rng.choice(["brown", "grey", "lightblue"])),
                eyebrows="eyebrow%03d" % rng.randint(1, 13), brow_density=float(rng.uniform(.9, 1.6)), hair=hair, hair_alt=hair,
                hair_colour=list(colour), stubble=float(rng.choice([0, 0, .3, .5])) if sex == "male" else 0.0, random=.45, face=face,
                clothes=[{"name": "male_casualsuit03", "colour": [float(c) for c in rng.uniform(.2, .5, 3)]}])
    if sex == "female":
        made["lips"] = [.92, .68, .7]
    if age == "old":
        made["eyebags"] = .6
        made["brow_colour"] = [.4, .39, .38]
    return made


def everybody():
    return {"%s-%s-%s-%d" % (skin, sex, age, n): person(skin, sex, age, n)
            for n in range(1, EACH + 1) for skin in SKINS for sex in SEXES for age in AGES}


def shots(pid, p, number):
    """The same four for the n-th of every group: one as for an enrolment, three as a camera might have them."""
    plan = "panel-%s" % number
    first = stills.jobs_for(plan, p, "enrolment")[0]
    rest = stills.jobs_for(plan, p, "stills")
    return [dict(job, person=pid, hair=p["hair"]) for job in (first, rest[1], rest[3], rest[6])]


def shrink(path):
    """Faces of 70 to 130 pixels are enough, and take a third of the room."""
    cv2.imwrite(path, cv2.resize(cv2.imread(path), (SIZE, SIZE), interpolation=cv2.INTER_AREA), [cv2.IMWRITE_JPEG_QUALITY, 88])


def main():
    out, start, step = sys.argv[1], int((sys.argv + ["", ""])[2] or 0), int((sys.argv + ["", "", ""])[3] or 1)
    for pid, p in list(everybody().items())[start::step]:
        for i, job in enumerate(shots(pid, p, pid.rsplit("-", 1)[1])):
            path = os.path.join(out, pid, "%02d.jpg" % (i + 1))
            if os.path.exists(path):
                continue
            t = time.time()
            stills.render(job, p, path, samples=16)
            shrink(path)
            print("%s %d %.1fs" % (pid, i + 1, time.time() - t), flush=True)


if __name__ == "__main__":
    main()
