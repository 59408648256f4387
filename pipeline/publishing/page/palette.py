"""Words and colours for what is drawn on a page: one table for the evidence page and for the drawings of `inspect`."""

from __future__ import annotations

# On white paper each keeps a contrast of 4.5 to 1 and more, so that it also serves as ground for white letters. Hues of
# neighbours in a text (paragraph, heading, list item, quote) lie far apart; labels say the same for who can't see them.
KIND_COLORS = {
    "title": "#6d28d9",
    "heading": "#9333ea",
    "paragraph": "#1d4ed8",
    "list item": "#0e7490",
    "block quote": "#15803d",
    "pull quote": "#a16207",
    "box": "#be185d",
    "note": "#9a3412",
    "contents entry": "#4d7c0f",
    "caption": "#a21caf",
    "table": "#b91c1c",
    "figure": "#475569",
}
# Accounts of the ledger that are no kind of element: lighter than the kind that they go with.
ACCOUNT_COLORS = KIND_COLORS | {"pull quote copy": "#ca8a04", "repeated table header": "#ef4444"}
DISCARD_COLOR = "#6b7280"

DISCARD_REASONS = {
    "running header": "Printed at the head of page after page; no part of the text.",
    "running footer": "Printed at the foot of page after page; no part of the text.",
    "page number": "The page's printed number; it is kept as the page's label.",
    "margin stamp": "Printed sideways down the outer margin, outside the text.",
    "duplicate print": "The same letter drawn twice in one place to make it look bold or shadowed.",
    "repeated table header": "A table's header printed again where the table goes on over a page.",
    "contents leader": "Dots between a contents entry and its page number.",
    "invisible": "Drawn so that nobody sees it.",
    "clipped": "Drawn outside the visible part of a picture or frame.",
    "off-page": "Drawn outside the page.",
    "background-coloured": "Drawn in the colour of its ground.",
    "watermark": "Printed across the page behind the text.",
    "blank": "Spaces that stand in no line.",
    "decoration": "An ornament or bullet without meaning of its own.",
    "list label": "The number or bullet of a list item; it is kept as the item's label.",
    "note marker": "A note's number; it is kept as the note's label.",
}

SEVERITIES = {
    "error": ("Error", "the data can't be trusted"),
    "warning": ("Warning", "look at it"),
    "source": ("Mistake in the report", "printed so; the data keeps what is printed"),
}
