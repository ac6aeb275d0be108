"""The line of a plan's progress as coordinates: breaks found so far above, what is proven below."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

WIDTH, HEIGHT, MARGIN = 640, 200, 8


@dataclass(frozen=True)
class Chart:
    """`found` and `proven` are the points of SVG polylines; the numbers are the ends of the axes."""

    found: str
    proven: str
    most: int
    seconds: float
    rows: Sequence[dict[str, Any]]
    width: int = WIDTH
    height: int = HEIGHT


def chart_of(progress: Sequence[dict[str, Any]]) -> Chart | None:
    """None while there is nothing to draw."""
    rows = [point for point in progress if point["breaks"] is not None]
    if not rows:
        return None
    most = max(1, *(point["breaks"] for point in rows))
    seconds = max(rows[-1]["seconds"], 0.1)

    def line(name: str) -> str:
        points: list[str] = []
        last: float | None = None
        for point in rows:
            if (value := point[name]) is None:
                continue
            x = MARGIN + (WIDTH - 2 * MARGIN) * point["seconds"] / seconds
            y = HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * min(value, most) / most
            if last is not None:
                points.append(f"{x:.1f},{last:.1f}")
            points.append(f"{x:.1f},{y:.1f}")
            last = y
        return " ".join(points)

    return Chart(line("breaks"), line("bound"), most, seconds, _turning_points(rows))


def _turning_points(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """For the table: where a number changed, the newest first."""
    kept: list[dict[str, Any]] = []
    for row in rows:
        if not kept or any(row[name] != kept[-1][name] for name in ("breaks", "bound", "held", "step")):
            kept.append(row)
    return kept[::-1][:24]
