"""Words and the borders of fields stand out in both themes (WCAG 2.2: 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "static/css/tokens.css"

TEXT = [
    *[
        (ink, ground)
        for ink in ("ink", "ink-soft", "link", "danger", "success", "warning", "info")
        for ground in ("ground", "surface", "sunken")
    ],
    *[
        (tone, f"{tone}-tint")
        for tone in ("danger", "success", "warning", "info", "clean", "circular", "digital", "cluster", "neutral")
    ],
    *[(ink, f"{tone}-tint") for ink in ("ink", "link") for tone in ("danger", "success", "warning", "info")],
    ("on-action", "action"),
    ("on-action", "action-hover"),
    ("action", "ground"),
    ("action-hover", "tint"),
    ("ink", "tint"),
    ("link", "tint"),
    ("link-hover", "ground"),
    ("ink-soft", "tint"),
    ("sky-ink", "sky"),
    ("sky-soft", "sky"),
    ("sky-soft", "sky-deep"),
]
SHAPES = [
    *[("border-input", ground) for ground in ("ground", "surface", "sunken")],
    *[("focus-outer", ground) for ground in ("ground", "surface", "sunken", "tint")],
    ("focus-outer", "focus-inner"),
    ("map-lit", "map-land"),
    ("map-lit", "surface"),
    *[(f"light-{tone}", "sky") for tone in ("clean", "circular", "digital", "cluster", "neutral")],
]


def palettes() -> dict[str, dict[str, str]]:
    """Colours by token name, for the light and the dark theme."""
    light_text, dark_text = TOKENS.read_text().split("@media (prefers-color-scheme: dark)")
    light, dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", text)) for text in (light_text, dark_text))
    return {"light": light, "dark": light | dark}


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def too_weak(pairs: list[tuple[str, str]], palette: dict[str, str], least: float) -> list[str]:
    measured = [(f"{one} on {other}", contrast(palette[one], palette[other])) for one, other in pairs]
    return [f"{pair}: {ratio:.2f}" for pair, ratio in measured if ratio < least]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_has_a_contrast_of_at_least_four_and_a_half(theme: str) -> None:
    assert too_weak(TEXT, palettes()[theme], 4.5) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_borders_focus_and_drawings_have_a_contrast_of_at_least_three(theme: str) -> None:
    assert too_weak(SHAPES, palettes()[theme], 3) == []


def test_the_measure_itself_tells_weak_from_strong() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert too_weak([("a", "b")], {"a": "#777777", "b": "#ffffff"}, 4.5) == ["a on b: 4.48"]
