"""Holds a peer's alerts against the truths that the renderer wrote beside the clips."""

import json
from pathlib import Path

# As in the demo's referee: tracks may begin a little before the script's first frame.
SLACK_SECONDS = 0.5

# One person in front of one camera is one alert, however many frames say so.
SAME_ALERT_SECONDS = 10.0


def truth(clip: Path) -> dict:
    """The truth of a clip; nobody is to be seen where none was written."""
    file = clip.with_name(clip.stem + ".truth.json")
    if not file.is_file():
        return {"approaches": [], "passes": []}
    return json.loads(file.read_text())


def merged(hits: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """Frames with a recognised person become alerts: a new one only after ten quiet seconds."""
    alerts, last = [], {}
    for seconds, person in sorted(hits):
        if person not in last or seconds - last[person] > SAME_ALERT_SECONDS:
            alerts.append((seconds, person))
        last[person] = seconds
    return alerts


def judge(clip: Path, hits: list[tuple[float, str]]) -> dict:
    """Found approaches, how long after a face of 48 pixels, and alerts for whom nobody sent.

    A respondent who is there but too far away for an alert to be due is neither found nor false.
    """
    script = truth(clip)
    there = script["approaches"] + script["passes"]
    due = [way for way in script["approaches"] if way["alertExpected"]]
    found, late = 0, []
    for way in due:
        times = [seconds for seconds, person in hits if _fits(way, seconds, person)]
        if times:
            found += 1
            late.append(round(min(times) - way["faceFirst48px"], 2))
    wrong = [hit for hit in hits if not any(_fits(way, *hit) for way in there)]
    return {"expected": len(due), "found": found, "late": late, "false": len(merged(wrong))}


def _fits(way: dict, seconds: float, person: str) -> bool:
    return (
        way["person"] == person
        and way["from"] - SLACK_SECONDS <= seconds <= way["to"] + SLACK_SECONDS
    )
