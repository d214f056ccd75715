"""Derives further clips from the rendered ones: other codecs and sizes, quiet and bad pictures.

usage: derive.py make  CLIPS [NAME ...]   makes the clips named, or all, beside their sources in CLIPS
       derive.py check CLIPS [NAME ...]   prints and verifies what was made: codec, key frames, noise, size

Needs Python >= 3.11 and ffmpeg 5.1 with libx264 and libx265 (Debian 12's package), nothing else.
"""
import json
import os
import subprocess
import sys

W, H, FPS = 1280, 720, 15
LICENSE = "CC0-1.0 (rendered, nobody real is shown)"

# late-approach: LEAD quiet frames, then home-door from the first frame with the respondent, FROM
LATE, LEAD, FROM = 360, 206, 165
RESPONDENT = "respondent-han"

# one thread each: then the same build of ffmpeg gives the same bytes
BARE = ["-an", "-pix_fmt", "yuv420p", "-fps_mode", "cfr", "-movflags", "+faststart", "-map_metadata", "-1",
        "-fflags", "+bitexact", "-flags:v", "+bitexact"]


def h264(gop, *rate):
    return ["-c:v", "libx264", "-profile:v", "main", "-preset", "slow", "-bf", "0", "-refs", "1", "-g", str(gop), "-keyint_min", str(gop),
            "-sc_threshold", "0", "-flags", "+cgop", "-threads", "1", *rate, *BARE]


def h265(gop, crf):
    params = "keyint=%d:min-keyint=%d:scenecut=0:bframes=0:open-gop=0:frame-threads=1:pools=1:info=0:log-level=error" % (gop, gop)
    return ["-c:v", "libx265", "-preset", "slow", "-crf", str(crf), "-x265-params", params, "-tag:v", "hvc1", *BARE]


def budget(kbit):
    """A camera's rate control: a steady bit rate, whatever is to be seen."""
    return ["-b:v", "%dk" % kbit, "-maxrate", "%dk" % (kbit * 5 // 4), "-bufsize", "%dk" % (2 * kbit)]


def ffmpeg(inputs, graph, encoder, out):
    sources = [a for i in inputs for a in i]
    subprocess.run(["ffmpeg", "-y", "-v", "error", "-filter_complex_threads", "1", *sources, "-filter_complex", graph, "-map", "[out]", *encoder, out], check=True)


def sensor(strength, seed, seconds):
    """What is left of a sensor's noise after a camera's own denoising, to be added to [clean].

    White noise of `strength` / sqrt(3) grey levels, half of it in the colours, smeared over neighbours (demosaicing)
    and over three frames (temporal denoising), weaker in bright places (shot noise behind a gamma curve).
    """
    grey = "color=c=gray:s=%dx%d:r=%d:d=%s,format=yuv420p,lutyuv=y=128:u=128:v=128" % (W, H, FPS, seconds + 1)
    return (grey + ",noise=all_seed=%d:c0s=%d:c0f=t:c1s=%d:c1f=t:c2s=%d:c2f=t,gblur=sigma=0.5,tmix=frames=3:weights='4 2 1',"
            "trim=start_frame=3,setpts=PTS-STARTPTS[noise];"
            "[clean]split=3[c0][c1][c2];[c0][noise]blend=all_mode=grainmerge:shortest=1[noisy];"
            "[c1]lutyuv=y='255-150*(val-16)/219':u=180:v=180,gblur=sigma=4[amount];[c2][noisy][amount]maskedmerge") % (
                seed, strength, strength // 2, strength // 2)


def still(label, frames):
    """The only frame of a stream, held."""
    return "loop=loop=%d:size=1:start=0,setpts=N/(%d*TB),fps=%d[%s]" % (frames - 1, FPS, FPS, label)


def yard(frames):
    """The empty yard before the cloud and the stranger: a mean of two seconds, but one frame of the swaying plant."""
    return ("[0:v]trim=end_frame=30,split[a][b];[a]tmix=frames=30,trim=start_frame=29,setpts=0[mean];[b]trim=end_frame=1,setpts=0,split[first][p];"
            "[p]geq=lum='255*clip((X-1110)/20,0,1)*clip((Y-290)/20,0,1)':cb='255*clip((X-555)/10,0,1)*clip((Y-145)/10,0,1)'"
            ":cr='255*clip((X-555)/10,0,1)*clip((Y-145)/10,0,1)'[plant];[mean][first][plant]maskedmerge," + still("clean", frames) + ";")


def door(label, frames):
    """The empty place before the door: a mean of the first two seconds."""
    return "[0:v]trim=end_frame=30,tmix=frames=30,trim=start_frame=29,setpts=0," + still(label, frames) + ";"


def quiet_yard(clips, out):
    ffmpeg([["-i", clips + "/work-yard.mp4"]], yard(240) + sensor(7, 601, 16) + "[out]", h264(60, "-crf", "20.6"), out)


def quiet_yard_clean(clips, out):
    ffmpeg([["-i", clips + "/work-yard.mp4"]], yard(240).rstrip(";").replace("[clean]", "[out]"), h264(60, "-crf", "26"), out)


def quiet_yard_sub(clips, out):
    """The middle of three turns: an encoder that has only just begun spends more, which no camera does every 16 s."""
    three = out[:-4] + ".three.mp4"
    ffmpeg([["-stream_loop", "2", "-i", clips + "/quiet-yard.mp4"]], "[0:v]scale=640:360:flags=area[out]", h264(60, "-crf", "26"), three)
    subprocess.run(["ffmpeg", "-y", "-v", "error", "-ss", "16", "-i", three, "-frames:v", "240", "-c", "copy", *BARE, out], check=True)
    os.remove(three)


def late_approach(clips, out):
    """Only the person and his shadow are taken over from home-door: all else is the held plate with new noise.

    So nothing but the noise changes before his first frame, and no key frame of home-door shows through.
    """
    graph = (door("plate", LATE) + "[plate]split=3[p0][p1][p2];"
             "[1:v]trim=start_frame=%d:end_frame=%d,setpts=N/(%d*TB),split[d0][d1];" % (FROM, FROM + LATE - LEAD, FPS) +
             "[p2]trim=start_frame=%d,setpts=N/(%d*TB),split[q0][q1];" % (LEAD, FPS) +
             "[q0][d0]blend=all_mode=difference,gblur=sigma=1.5,split=3[y][u][v];"
             "[y]extractplanes=y,lut=c0='if(gt(val,4),255,0)'[ym];[u]extractplanes=u,scale=%d:%d,lut=c0='if(gt(val,4),255,0)'[um];" % (W, H) +
             "[v]extractplanes=v,scale=%d:%d,lut=c0='if(gt(val,4),255,0)'[vm];" % (W, H) +
             "[ym][um]blend=all_mode=lighten[yu];[yu][vm]blend=all_mode=lighten,erosion,dilation,dilation,dilation,dilation,dilation,gblur=sigma=2,split=3[m0][m1][m2];"
             "[m1]scale=%d:%d[mu];[m2]scale=%d:%d[mv];[m0][mu][mv]mergeplanes=0x001020:yuv420p[mask];" % (W // 2, H // 2, W // 2, H // 2) +
             "[q1][d1][mask]maskedmerge[tail];[p1]trim=end_frame=%d[lead];[p0]nullsink;" % LEAD +
             "[lead][tail]concat=n=2:v=1[clean];" + sensor(7, 602, LATE // FPS) + "[out]")
    source = ["-i", clips + "/home-door.mp4"]
    ffmpeg([source, source], graph, h264(60, "-crf", "20.6"), out)
    late_truth(clips, out)


def late_truth(clips, out):
    truth = json.load(open(clips + "/home-door.truth.json"))
    name = os.path.basename(out)
    shift = LEAD - FROM
    person = next(p for p in truth["people"] if p["person"] == RESPONDENT)
    boxes = [b | {"frame": b["frame"] + shift} for b in person["boxes"] if FROM <= b["frame"] < FROM + LATE - LEAD]
    facing = [b for b in boxes if b["facing"]]
    first = next(b["frame"] for b in facing if b["h"] >= 48)
    approach = {"person": RESPONDENT, "from": round(boxes[0]["frame"] / FPS, 2), "to": round(boxes[-1]["frame"] / FPS, 2),
                "faceMaxPx": max(b["h"] for b in facing), "faceFirst48px": round(first / FPS, 2), "alertExpected": True,
                "firstVisibleFrame": LEAD}
    truth |= {"clip": name, "camera": name[:-4], "frames": LATE, "license": LICENSE,
              "people": [person | {"boxes": boxes}], "approaches": [approach], "passes": []}
    with open(out[:-4] + ".truth.json", "w") as f:
        json.dump(truth, f, separators=(",", ":"))


def door_sub(clips, out):
    ffmpeg([["-i", clips + "/home-door.mp4"]], "[0:v]scale=640:360:flags=area[out]", h264(30, "-crf", "26"), out)


def door_h265(clips, out):
    ffmpeg([["-i", clips + "/home-door.mp4"]], "[0:v]null[out]", h265(30, 30), out)


def large(source, gop):
    """A full-HD camera's stream of the same scene; there is no more detail in it than in its source."""
    def made(clips, out):
        ffmpeg([["-i", "%s/%s.mp4" % (clips, source)]], "[0:v]scale=1920:1080:flags=lanczos[out]", h264(gop, *budget(1500)), out)
    return made


def black(clips, out):
    """A covered lens: black (16) with what little the sensor makes of it, never below it."""
    graph = ("color=c=black:s=%dx%d:r=%d:d=4,format=yuv420p,lutyuv=y=19,noise=all_seed=603:c0s=6:c0f=t:c1s=2:c1f=t:c2s=2:c2f=t,"
             "gblur=sigma=0.8,lutyuv=y='max(val,16)'[out]") % (W, H, FPS)
    ffmpeg([], graph, h264(60, "-crf", "23"), out)


def blurred_door(clips, out):
    """home-door's first eight seconds out of focus: lenses blur the scene, not the sensor's noise, which is added after."""
    ffmpeg([["-i", clips + "/home-door.mp4"]], "[0:v]trim=end_frame=120,avgblur=13,avgblur=9[clean];" + sensor(7, 604, 8) + "[out]", h264(30, *budget(500)), out)


# name: (how, codec, width, height, frames, group of pictures)
MADE = {
    "home-door.sub": (door_sub, "h264", 640, 360, 390, 30),
    "home-door.h265": (door_h265, "hevc", W, H, 390, 30),
    "home-door.1080p": (large("home-door", 60), "h264", 1920, 1080, 390, 60),
    "quiet-yard.1080p": (large("quiet-yard", 60), "h264", 1920, 1080, 240, 60),
    "black": (black, "h264", W, H, 60, 60),
    "blurred-door": (blurred_door, "h264", W, H, 120, 30),
    "quiet-yard": (quiet_yard, "h264", W, H, 240, 60),
    "quiet-yard-clean": (quiet_yard_clean, "h264", W, H, 240, 60),
    "quiet-yard.sub": (quiet_yard_sub, "h264", 640, 360, 240, 60),
    "late-approach": (late_approach, "h264", W, H, LATE, 60),
}


def probe(path, *what):
    return json.loads(subprocess.run(["ffprobe", "-v", "error", "-select_streams", "v", "-of", "json", *what, path], check=True, stdout=subprocess.PIPE).stdout)


def grey(path, width, height, frames):
    """The luma planes."""
    raw = subprocess.run(["ffmpeg", "-v", "error", "-i", path, "-frames:v", str(frames), "-vf", "extractplanes=y", "-f", "rawvideo", "-"], check=True, stdout=subprocess.PIPE).stdout
    n = width * height
    return [raw[i * n:(i + 1) * n] for i in range(frames)]


def noise(planes):
    """Standard deviation over time of one pixel, root mean square over every 97th pixel, in grey levels."""
    total, count = 0.0, 0
    for i in range(0, len(planes[0]), 97):
        v = [p[i] for p in planes]
        m = sum(v) / len(v)
        total += sum((x - m) ** 2 for x in v) / (len(v) - 1)
        count += 1
    return (total / count) ** .5


def check(clips, name):
    how, codec, w, h, frames, gop = MADE[name]
    path = "%s/%s.mp4" % (clips, name)
    s = probe(path, "-show_entries", "stream=codec_name,profile,width,height,r_frame_rate,pix_fmt,has_b_frames,bit_rate")["streams"][0]
    types = [f["pict_type"] for f in probe(path, "-show_entries", "frame=pict_type")["frames"]]
    packets = probe(path, "-show_entries", "packet=pts,dts,flags,size")["packets"]
    keys = [i for i, p in enumerate(packets) if "K" in p["flags"]]
    good = ((s["codec_name"], s["width"], s["height"], s["r_frame_rate"], s["pix_fmt"], s["has_b_frames"]) == (codec, w, h, "15/1", "yuv420p", 0)
            and len(types) == frames and keys == list(range(0, frames, gop)) and [i for i, t in enumerate(types) if t == "I"] == keys
            and "B" not in types and all(p["pts"] == p["dts"] for p in packets))
    sizes = [int(p["size"]) for i, p in enumerate(packets) if i not in keys]
    quiet = min(frames, gop, 45)                      # one group, in which nobody is to be seen yet
    print("%s %-16s %s %s, %d frames, key every %d, %.2f MB, %.0f kbit/s, P frames %.1f kB, noise %.2f" % (
        "ok " if good else "BAD", name, s["codec_name"], s["profile"], frames, gop, os.path.getsize(path) / 1e6, int(s["bit_rate"]) / 1e3,
        sum(sizes) / len(sizes) / 1e3, noise(grey(path, w, h, quiet))))
    return good


if __name__ == "__main__":
    verb, folder, names = sys.argv[1], sys.argv[2].rstrip("/"), sys.argv[3:] or list(MADE)
    if verb == "make":
        for n in names:
            MADE[n][0](folder, "%s/%s.mp4" % (folder, n))
    elif not all([check(folder, n) for n in names]):
        sys.exit(1)
