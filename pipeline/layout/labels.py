"""Labels of list items: bullets and enumerators at the start of a row, and where the text behind them begins."""

from __future__ import annotations

import re

from pipeline.model.lines import Line

BULLETS = "•◦▪▫‣·●○■□➢➤►▶✓✔–—-*∙⁃❖◆◇★☐\uf0b7\uf0a7\uf0d8"
DASHES = "–—-"
SPOKEN = "©®™§¶€£$¥%&@#№+=~<>/"  # signs that are read out as words, which another font may lend
TAB = 0.6  # of the font size: more white than a word space

_ENUMERATOR = (
    r"\d{1,3}[.)]|[A-Za-z][.)]|[ivxlcIVXLC]{1,6}[.)]|\((?:\d{1,3}|[A-Za-z]|[ivxlc]{1,6})\)"
    r"|\d{1,3}[°º](?:\.|\))?"  # statutes of Romance languages count in ordinals: 1°, 2°
)
_NAMELESS = r"[\ue000-\uf8ff\ufffd]{1,3}"  # figures and bullets that the file gives no meaning
_LABEL = re.compile(rf"(?:[{re.escape(BULLETS)}]|{_ENUMERATOR}|{_NAMELESS})(?=\s|$)")
IN_BRACKETS = re.compile(r"\[(\d{1,3})\]\s")  # counts references and a judgment's paragraphs
_DASHES = re.compile(rf"[{DASHES}]{{1,2}}(?=\w)")
_INITIAL = re.compile(r"[A-Z]\.\s+(?:[A-Z]\.[\s-]*)*(?:and\s+)?[A-Z][^\W\d_]")


def label_end(line: Line) -> int:
    """How many characters a line's list label takes, the space behind included; 0 where it has none.

    Word processors set bullets in fonts of symbols, whose codes may stand for anything: one sign in a font of its own,
    with a tab's white behind it, is a bullet, too, and so is a dash in another font right before a word.
    """
    match = _LABEL.match(line.text) or _of_other_font(line)
    if not match:
        return 0
    end = match.end()
    if line.text[end : end + 1].isspace():
        end += 1
    return end if end < len(line.text) else 0


def may_be_initial(line: Line) -> bool:
    """Whether a label may be the first letter of a person's name: "A. Baker"."""
    return bool(_INITIAL.match(line.text))


def _of_other_font(line: Line) -> re.Match[str] | None:
    match = _DASHES.match(line.text) or re.match(r"[^\w\s\"'“”‘’«»(\[¿¡]", line.text)
    if match is None or match.end() >= len(line.text):
        return None
    behind = next((i for i in range(match.end(), len(line.text)) if not line.text[i].isspace()), None)
    if behind is None or line.style_at(0).family == line.style_at(behind).family:
        return None
    tab = line.x0[behind] - line.x1[match.end() - 1] > TAB * line.size and match[0] not in SPOKEN
    return match if tab or match[0][0] in DASHES else None
