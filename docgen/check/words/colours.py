"""What a colour is called: “đỏ”, “xanh dương đậm”."""

from __future__ import annotations

import colorsys

_HUES = (
    (15, "đỏ"), (45, "cam"), (70, "vàng"), (165, "xanh lá cây"), (200, "xanh lơ"),
    (260, "xanh dương"), (310, "tím"), (345, "hồng"), (361, "đỏ"),
)  # fmt: skip
_GREY = 0.12
_WHITE, _LIGHT, _DEEP = 0.97, 0.75, 0.3


def colour_name(rgb: str) -> str:
    """Return what people call the colour RRGGBB."""
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if light > _WHITE:
        return "trắng"
    name = next(name for edge, name in _HUES if hue * 360 < edge)
    name = "xám" if saturation < _GREY else name
    shade = " đậm" if light < _DEEP else " nhạt" if light > _LIGHT else ""
    return name + shade
