#!/usr/bin/env python3
"""Cuts the fonts of the statements out of Liberation 2.1.5, and writes them for the program to embed.

    python3 Tools/cut-fonts.py FOLDER-OF-LIBERATION

Needs fontTools; run it only to change what the fonts hold. It writes Sources/Documents/Fonts/*.ttf,
under names of ours as their licence asks, and Embedded.swift beside them: each font compressed once,
with the characters of its glyphs in order, so that the program never reads a font's tables.
"""

import base64
import pathlib
import struct
import sys
import zlib

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

HERE = pathlib.Path(__file__).resolve().parent.parent / "Sources/Documents/Fonts"
LATIN = [
    *range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x180), 0x192, 0x1A0, 0x1A1, 0x1AF, 0x1B0,
    *range(0x218, 0x21C), *range(0x1E80, 0x1E86), 0x1E9E, *range(0x1EA0, 0x1EFA), 0x2010, 0x2013,
    0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2020, 0x2022, 0x2026, 0x202F, 0x2030,
    0x2039, 0x203A, 0x20AC, 0x2122, 0x2212,
]
# What nearly all statements are written with, names of France's neighbours included; others carry LATIN.
FRENCH = sorted(map(ord, set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,;:!?'()/-+%&@\"\u00a0\u202f"
    "àâæçèéêëîïôœùûüÿÀÂÆÇÈÉÊËÎÏÔŒÙÛÜáãäíñóõöúßÁÄÍÑÓÖÚ«»°º§·–—‘’“”…€−")))
FACES = [
    ("regular", "LiberationSans-Regular.ttf", "Soleil Sans", "SoleilSans", FRENCH, 80),
    ("bold", "LiberationSans-Bold.ttf", "Soleil Sans Bold", "SoleilSans-Bold", FRENCH, 140),
    ("latinRegular", "LiberationSans-Regular.ttf", "Soleil Sans Latin", "SoleilSansLatin", LATIN, 80),
    ("latinBold", "LiberationSans-Bold.ttf", "Soleil Sans Latin Bold", "SoleilSansLatin-Bold", LATIN, 140),
    ("fixed", "LiberationMono-Regular.ttf", "Soleil Mono", "SoleilMono", list(range(0x20, 0x7F)), 80),
]


def cut(path, name, postscript, characters):
    """The font with these characters alone, one glyph each, in their order after glyph 0."""
    font = TTFont(path)
    cmap = font.getBestCmap()
    # A blank that does not break has a glyph of its own, so that it is read back as what it is.
    for character in (0xA0, 0x202F):
        if character in characters:
            twin = f"blank{character:X}"
            glyph = Glyph()
            glyph.numberOfContours = 0
            font["glyf"][twin] = glyph
            font["hmtx"][twin] = font["hmtx"][cmap.get(character, "space")]
            for table in font["cmap"].tables:
                if table.isUnicode():
                    table.cmap[character] = twin
    options = subset.Options(
        hinting=False, layout_features=[], glyph_names=False, notdef_outline=True,
        drop_tables=["GPOS", "GSUB", "GDEF", "kern", "FFTM", "DSIG", "gasp", "meta", "OS/2"],
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], legacy_cmap=False, recalc_bounds=True)
    one = subset.Subsetter(options)
    one.populate(unicodes=characters)
    one.subset(font)
    cmap = font.getBestCmap()
    first = [".notdef"] + [cmap[character] for character in sorted(characters)]
    assert len(set(first)) == len(first), "two characters share a glyph"
    # What only stands within accented letters comes after them.
    order = first + [glyph for glyph in font.getGlyphOrder() if glyph not in set(first)]
    for glyph in order:
        font["glyf"][glyph].expand(font["glyf"])
    font["glyf"].setGlyphOrder(order)
    font.setGlyphOrder(order)
    for entry in font["name"].names:
        words = {1: name.removesuffix(" Bold"), 3: f"{postscript} 1", 4: name, 6: postscript}
        if entry.nameID in words:
            entry.string = words[entry.nameID]
    font["head"].created = font["head"].modified = 0
    font.recalcTimestamp = False
    out = HERE / f"{postscript}.ttf"
    font.save(out, reorderTables=True)
    return out.read_bytes(), TTFont(out), len(first)


def embedded(key, postscript, data, font, count, stem):
    scale = lambda units: round(units * 1000 / font["head"].unitsPerEm)
    order, cmap = font.getGlyphOrder(), font.getBestCmap()
    names = {glyph: character for character, glyph in cmap.items()}
    runs = []
    for character in [names[glyph] for glyph in order[1:count]]:
        if runs and runs[-1][1] + 1 == character:
            runs[-1][1] = character
        else:
            runs.append([character, character])
    head, hhea = font["head"], font["hhea"]
    box = [scale(value) for value in (head.xMin, head.yMin, head.xMax, head.yMax)]
    widths = [scale(font["hmtx"][glyph][0]) for glyph in order]
    ink = font["glyf"][cmap[ord("H")]]
    packed = base64.b64encode(zlib.compress(data, 9)).decode("ascii")
    return f"""
  static let {key} = CutFont(
    name: "{postscript}", box: {box}, ascent: {scale(hhea.ascent)}, descent: {scale(hhea.descent)},
    capitals: {scale(ink.yMax)}, stem: {stem}, isFixed: {"true" if key == "fixed" else "false"},
    length: {len(data)},
    runs: {[(a, b) for a, b in runs]},
    widths: {widths},
    packed: "{packed}")
"""


def profile():
    """The colours of screens, IEC 61966-2-1, as a profile of ICC.1:2001-04 with its 1D curve in points."""
    fixed = lambda value: struct.pack(">i", round(value * 65536))
    xyz = lambda x, y, z: b"XYZ \0\0\0\0" + fixed(x) + fixed(y) + fixed(z)
    linear = lambda v: v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4
    points = [round(linear(i / 63) * 65535) for i in range(64)]
    curve = b"curv\0\0\0\0" + struct.pack(">I", 64) + struct.pack(">64H", *points)
    words = b"sRGB\0"
    desc = b"desc\0\0\0\0" + struct.pack(">I", len(words)) + words + bytes(4 + 4 + 2 + 1 + 67)
    tags = [
        (b"desc", desc), (b"cprt", b"text\0\0\0\0No copyright, use freely\0"),
        (b"wtpt", xyz(0.9642, 1, 0.8249)), (b"rXYZ", xyz(0.43607, 0.22249, 0.01392)),
        (b"gXYZ", xyz(0.38515, 0.71687, 0.09708)), (b"bXYZ", xyz(0.14307, 0.06061, 0.7141)),
        (b"rTRC", curve), (b"gTRC", curve), (b"bTRC", curve),
    ]
    start, places, body, table = 128 + 4 + 12 * len(tags), {}, b"", b""
    for name, data in tags:
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += name + struct.pack(">II", places[data], len(data))
    size = start + len(body)
    head = (struct.pack(">I", size) + bytes(4) + b"\x02\x10\0\0mntrRGB XYZ "
            + struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
            + fixed(0.9642) + fixed(1) + fixed(0.8249) + bytes(48))
    return head + struct.pack(">I", len(tags)) + table + body


def main(folder):
    HERE.mkdir(exist_ok=True)
    text = "// Written by Tools/cut-fonts.py. Do not edit.\n// swift-format-ignore-file\n\nenum Embedded {"
    for key, file, name, postscript, characters, stem in FACES:
        data, font, count = cut(pathlib.Path(folder) / file, name, postscript, characters)
        text += embedded(key, postscript, data, font, count, stem)
    data = profile()
    packed = base64.b64encode(data).decode("ascii")
    text += f'\n  /// The colours of screens, as an ICC profile.\n  static let colours: StaticString = "{packed}"\n}}\n'
    (HERE / "Embedded.swift").write_text(text)


if __name__ == "__main__":
    main(*sys.argv[1:2])
