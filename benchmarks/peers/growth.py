"""The rounds of `match` as a Markdown table and a picture with logarithmic axes."""

import json
import math
import sys
from pathlib import Path

WIDTH, HEIGHT = 720, 430
LEFT, RIGHT, TOP, BOTTOM = 76, 190, 46, 52
COLOURS = {
    "faiss": "#b3541e",
    "Haetae, plain pass": "#7a8794",
    "Haetae, bytes first": "#1f6feb",
    "sum of the rows": "#a0a0a0",
}


def colour(who: str) -> str:
    return next(value for key, value in COLOURS.items() if who.startswith(key))


def name(micros: float) -> str:
    return f"{micros:g} µs" if micros < 1000 else f"{micros / 1000:g} ms"


def short(rows: int) -> str:
    return f"{rows // 1000}k" if rows < 1_000_000 else f"{rows // 1_000_000}M"


def read(file: Path) -> dict:
    """{who: {rows: the best of the rounds}}: other work on the machine only ever makes them worse."""
    rounds = {}
    for text in file.read_text().splitlines():
        row = json.loads(text)
        rounds.setdefault(row["who"], {}).setdefault(row["rows"], []).append(row)
    keys = ("medianUs", "p99Us", "p99ProcessorUs", "gigabytesASecond")
    return {
        who: {
            rows: {
                key: (max if key == "gigabytesASecond" else min)(each[key] for each in turns)
                for key in keys
            }
            for rows, turns in by_rows.items()
        }
        for who, by_rows in rounds.items()
    }


def table(data: dict) -> None:
    names = list(data)
    print("| faces | " + " | ".join(names) + " |")
    print("|---|" + "---|" * len(names))
    for rows in sorted(data[names[0]]):
        cells = []
        for who in names:
            row = data[who][rows]
            cells.append(
                f"{row['medianUs']:,.0f} / {row['p99Us']:,.0f} / {row['p99ProcessorUs']:,.0f}"
                f" ({row['gigabytesASecond']:.0f} GB/s)"
            )
        print(f"| {rows:,} | " + " | ".join(cells) + " |")


def picture(data: dict) -> str:
    rows = sorted({count for each in data.values() for count in each})
    micros = [row["medianUs"] for each in data.values() for row in each.values()]
    low, high = math.floor(math.log10(min(micros))), math.ceil(math.log10(max(micros)))
    first, last = math.log10(rows[0]), math.log10(rows[-1])

    def x(count):
        return LEFT + (math.log10(count) - first) / ((last - first) or 1) * (WIDTH - LEFT - RIGHT)

    def y(value):
        return HEIGHT - BOTTOM - (math.log10(value) - low) / (high - low) * (HEIGHT - TOP - BOTTOM)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        ' font-family="sans-serif" font-size="12" role="img">',
        "<title>Median time of one exact search, 512 numbers a face, one core</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="24" font-size="15" fill="#1c2430">Median time of one exact search,'
        " 512 numbers a face, one core</text>",
    ]
    for power in range(low, high + 1):
        at = y(10**power)
        out.append(
            f'<path d="M{LEFT} {at:.1f}H{WIDTH - RIGHT}" stroke="#e4e7eb"/>'
            f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end" fill="#4a5560">'
            f"{name(10**power)}</text>"
        )
    for count in rows:
        out.append(
            f'<text x="{x(count):.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle"'
            f' fill="#4a5560">{short(count)}</text>'
        )
    out.append(
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 10}" text-anchor="middle"'
        ' fill="#4a5560">faces in the gallery</text>'
    )
    ends = []
    for who, by_rows in data.items():
        points = " ".join(f"{x(n):.1f},{y(row['medianUs']):.1f}" for n, row in sorted(by_rows.items()))
        dash = ' stroke-dasharray="3 4"' if who.startswith("sum") else ""
        out.append(
            f'<polyline points="{points}" fill="none" stroke="{colour(who)}" stroke-width="2"{dash}/>'
        )
        ends.append((y(by_rows[rows[-1]]["medianUs"]), who))
    below = -math.inf
    for at, who in sorted(ends):
        below = max(at, below + 16)
        label = "one sum: what memory gives" if who.startswith("sum") else who
        out.append(
            f'<text x="{WIDTH - RIGHT + 8}" y="{below + 4:.1f}" fill="{colour(who)}">{label}</text>'
        )
    return "\n".join([*out, "</svg>", ""])


def main() -> None:
    data = read(Path(sys.argv[1]))
    table(data)
    Path(sys.argv[2]).write_text(picture(data))


main()
