"""Every pair of colours on each other can be read (WCAG 2.2 AA): by day, by night, for any gemeente.

Source of the arithmetic: WCAG 2.2 (luminance, contrast); CSS Color 4 and 5 (LCH, OKLCH, relative colours).
"""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

CSS = Path(__file__).parents[2] / "src/vliegwiel/ui/css"
TEXT, EDGE = 4.5, 3.0
Rgb = tuple[float, float, float]
PAPER = ("papier", "vlak", "vlak-zacht")
QUARTERS = ("koers", "opdracht", "ondersteuning", "effect")
PAIRS: list[tuple[str, str, float]] = [
    *[
        (ink, paper, TEXT)
        for ink in ("inkt", "inkt-zacht", "merk-inkt", "merk-diep", "accent-inkt")
        for paper in PAPER
    ],
    *[("inkt", f"{soft}-zacht", TEXT) for soft in ("merk", "accent", *QUARTERS)],
    *[("inkt-zacht", f"{soft}-zacht", TEXT) for soft in ("merk", "accent", "opdracht")],
    ("inkt", "nieuw", TEXT),
    ("op-merk", "merk-inkt", TEXT),
    ("op-merk", "merk-diep", TEXT),
    ("merk-inkt", "merk-zacht", TEXT),
    ("merk-diep", "merk-zacht", TEXT),
    ("accent-inkt", "accent-zacht", TEXT),
    ("papier", "inkt", TEXT),
    *[(quarter, f"{quarter}-zacht", TEXT) for quarter in QUARTERS],
    *[(quarter, paper, TEXT) for quarter in QUARTERS for paper in ("papier", "vlak")],
    *[(edge, paper, EDGE) for edge in ("rand-sterk", "focus", "merk-inkt") for paper in PAPER],
    *[(f"reeks-{n}", paper, EDGE) for n in (1, 2, 3) for paper in ("papier", "vlak")],
    ("nieuw-lijn", "vlak", EDGE),
    ("focus", "merk-zacht", EDGE),
]


def tokens() -> dict[str, str]:
    text = re.sub(
        r"/\*.*?\*/", "", (CSS / "tokens.css").read_text() + (CSS / "dark.css").read_text(), flags=re.S
    )
    return {
        name: " ".join(value.split()) for name, value in re.findall(r"--vliegwiel-([\w-]+):([^;]+);", text)
    }


def arguments(text: str) -> list[str]:
    """The arguments between the outer brackets, split at commas that are not inside brackets."""
    inner, depth, parts = text[text.index("(") + 1 : text.rindex(")")], 0, [""]
    for char in inner:
        depth += (char == "(") - (char == ")")
        if char == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts]


def colour(value: str, night: bool, known: dict[str, str]) -> Rgb:
    """What a browser makes of a value of tokens.css, as sRGB 0-1."""
    value = value.strip()
    if value.startswith("#"):
        return (int(value[1:3], 16) / 255, int(value[3:5], 16) / 255, int(value[5:7], 16) / 255)
    if value.startswith("var("):
        return colour(known[arguments(value)[0].removeprefix("--vliegwiel-")], night, known)
    if value.startswith("light-dark("):
        return colour(arguments(value)[night], night, known)
    if value.startswith("oklch(from"):
        found = re.fullmatch(r"oklch\(from (var\(.+?\)) (\S+|min\(.+?\)) (\S+|min\(.+?\)) h\)", value)
        assert found, value
        light, chroma, hue = to_oklch(colour(found[1], night, known))
        return from_oklch(channel(found[2], light), channel(found[3], chroma), hue)
    if value.startswith("lch(from"):
        found = re.fullmatch(r"lch\(from (var\(.+?\)) (min\(.+?\)) (min\(.+?\)) h\)", value)
        assert found, value
        light, a, b = to_lab(colour(found[1], night, known))
        chroma = math.hypot(a, b)
        share = channel(found[3], chroma) / chroma if chroma else 1.0
        return from_lab(channel(found[2], light), a * share, b * share)
    raise AssertionError(f"a kind of colour this test does not know: {value}")


def channel(text: str, own: float) -> float:
    if text.startswith("min("):
        return min(own, float(arguments(text)[1]))
    return own if text in ("l", "c") else float(text)


def linear(channel_: float) -> float:
    return channel_ / 12.92 if channel_ <= 0.04045 else ((channel_ + 0.055) / 1.055) ** 2.4


def curved(channel_: float) -> float:
    clipped = min(max(channel_, 0.0), 1.0)
    return clipped * 12.92 if clipped <= 0.0031308 else 1.055 * clipped ** (1 / 2.4) - 0.055


def to_oklch(rgb: Rgb) -> Rgb:
    r, g, b = (linear(c) for c in rgb)
    l_ = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    m_ = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    s_ = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    a = 1.9779984951 * l_ - 2.4285922050 * m_ + 0.4505937099 * s_
    b_ = 0.0259040371 * l_ + 0.7827717662 * m_ - 0.8086757660 * s_
    return (0.2104542553 * l_ + 0.7936177850 * m_ - 0.0040720468 * s_, math.hypot(a, b_), math.atan2(b_, a))


def from_oklch(light: float, chroma: float, hue: float) -> Rgb:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    l_ = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m_ = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s_ = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        curved(4.0767416621 * l_ - 3.3077115913 * m_ + 0.2309699292 * s_),
        curved(-1.2684380046 * l_ + 2.6097574011 * m_ - 0.3413193965 * s_),
        curved(-0.0041960863 * l_ - 0.7034186147 * m_ + 1.7076147010 * s_),
    )


# CSS reads lab() with white D50: linear sRGB to XYZ (D50, Bradford) and back.
TO_XYZ = (
    (0.43606574, 0.38515151, 0.14307841),
    (0.22249317, 0.71688701, 0.06061980),
    (0.01392392, 0.09708132, 0.71409937),
)
TO_RGB = (
    (3.13411234, -1.61739246, -0.49063359),
    (-0.97878729, 1.91613029, 0.03345478),
    (0.07198304, -0.22898544, 1.40537860),
)
WHITE = (0.96429567, 1.0, 0.82510460)


def times(matrix: tuple[Rgb, ...], vector: Rgb) -> Rgb:
    x, y, z = (sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix)
    return (x, y, z)


def to_lab(rgb: Rgb) -> Rgb:
    def f(t: float) -> float:
        return math.cbrt(t) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116

    xyz = times(TO_XYZ, (linear(rgb[0]), linear(rgb[1]), linear(rgb[2])))
    x, y, z = (f(v / w) for v, w in zip(xyz, WHITE, strict=True))
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def from_lab(light: float, a: float, b: float) -> Rgb:
    def g(t: float) -> float:
        return t**3 if t > 6 / 29 else (116 * t - 16) * 27 / 24389

    y = (light + 16) / 116
    x, y, z = (g(t) * w for t, w in zip((y + a / 500, y, y - b / 200), WHITE, strict=True))
    r, g_, b_ = times(TO_RGB, (x, y, z))
    return (curved(r), curved(g_), curved(b_))


def contrast(one: Rgb, other: Rgb) -> float:
    def luminance(rgb: Rgb) -> float:
        r, g, b = (linear(c) for c in rgb)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def too_faint(known: dict[str, str], night: bool) -> list[str]:
    return [
        f"{front} on {back}: {ratio:.2f} < {least}"
        for front, back, least in PAIRS
        if (ratio := contrast(colour(known[front], night, known), colour(known[back], night, known))) < least
    ]


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_every_pair_can_be_read(night: bool) -> None:
    assert too_faint(tokens(), night) == []


colours = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")


@given(merk=colours, accent=colours, night=st.booleans())
def test_whatever_colours_a_gemeente_picks(merk: str, accent: str, night: bool) -> None:
    assert too_faint({**tokens(), "merk": merk, "accent": accent}, night) == []


def test_the_arithmetic_is_the_browsers() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    for code in ("#12564f", "#a8471f", "#80590a"):
        rgb = colour(code, False, {})
        assert from_oklch(*to_oklch(rgb)) == pytest.approx(rgb, abs=1e-4)
        assert from_lab(*to_lab(rgb)) == pytest.approx(rgb, abs=1e-4)
    assert too_faint({**tokens(), "inkt-zacht": "#999999"}, False) != []


def test_pages_take_their_colours_from_tokens() -> None:
    """Outside the tokens no stylesheet names a colour (the drawn faces and the favicon are pictures)."""
    sheets = [*CSS.glob("*.css"), *CSS.parent.glob("jinja2/ui/components/*/*.css")]
    named = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(")
    bare = {re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.S): sheet.name for sheet in sheets}
    assert [
        name for text, name in bare.items() if name not in ("tokens.css", "print.css") and named.search(text)
    ] == []
