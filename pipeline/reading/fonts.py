"""What a font's name and descriptor say of how its letters look."""

from __future__ import annotations

import re
from functools import cache

from pipeline.model.pages import Font

_SUBSET = re.compile(r"^[A-Z]{6}\+")  # ISO 32000-1, 9.6.4: six capitals and a plus sign
# Abbreviations of weights as foundries form them (Adobe technical note 5088, "Font naming issues"); URW names the bold
# cut of its Times "Medi", which is not "Medium"; compositors' fonts end in a letter (-B, .BI).
_BOLD = re.compile(
    r"(?<![a-z])(demi(bold)?|bd|bx|blk|hv|medi|semi(?= ?(it\w*)?$))(?![a-z])|bold|black(?!letter)|heavy|[-.,]BI?$",
    re.IGNORECASE,
)
_ITALIC = re.compile(r"italic|oblique|slant|(?<![a-z])(it|obl|ital|sl)(?![a-z])", re.IGNORECASE)
_STYLE_WORDS = re.compile(
    r"[-_, ]*(extra|semi|demi|ultra)?[-_, ]*(bold|black|heavy|italic|oblique|regular|roman|book|medium|light|thin)"
    r"(mt|ps)?(?![a-z])",
    re.IGNORECASE,
)
# TeX's Computer Modern names its styles in the first letters: cmbx10 (bold extended), cmti10 (text italic).
# The Libertine families end in letters: format (O, T), weight (B bold, Z semi-bold), slope (I).
_LIBERTINE = r"^lin(libertine|biolinum)"
_TEX_BOLD = re.compile(
    rf"^(cm|ec|lm|sf|nimbus\w*-?)?(bx|b|ssbx|cssc-?bx)\d+$|{_LIBERTINE}[OT]?[BZ][IO]?$", re.IGNORECASE
)
_TEX_ITALIC = re.compile(rf"^(cm|ec|lm|sf)(ti|sl|bxti|ssi|mi|it)\d+$|{_LIBERTINE}[OT]?[BZ]?I$", re.IGNORECASE)
_BOLD_FLAG = 1 << 18  # ForceBold, ISO 32000-1, table 123
_ITALIC_FLAG = 1 << 6
_FIXED_FLAG = 1
# Type of one width by name, since TeX's and URW's descriptors do not flag it: Courier (one of the 14 fonts that need no
# descriptor; ISO 32000-1, 9.6.2.2) and its clones, typewriter cuts, and what calls itself mono, console or code.
_FIXED = re.compile(
    r"courier|nimbusmon|typewriter|mono(?!type)|consol|menlo|source ?code|^(cm|ec|lm|sf)(sl|it|v|cs)?tt\d",
    re.IGNORECASE,
)
_BOLD_WEIGHT = 600  # CSS and OpenType: 600 is semi-bold


@cache
def font_of(name: str, flags: int = 0, weight: float = 0.0) -> Font:
    """The font of a PostScript name, its descriptor's flags and its weight (100 to 900, 0 where not said)."""
    bare = _SUBSET.sub("", name)
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", bare)
    family = _STYLE_WORDS.sub("", bare).strip("-_, ") or bare
    bold = bool(_BOLD.search(spaced) or _TEX_BOLD.match(bare) or flags & _BOLD_FLAG or weight >= _BOLD_WEIGHT)
    italic = bool(_ITALIC.search(spaced) or _TEX_ITALIC.match(bare) or flags & _ITALIC_FLAG)
    return Font(bare, family, bold, italic, bool(flags & _FIXED_FLAG or _FIXED.search(bare)))
