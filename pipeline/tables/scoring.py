"""How well a grid explains what stands in its region: the one score by which methods compete."""

from __future__ import annotations

from pipeline.tables.grids import Frame, Grid

MIN_SCORE = 0.5


def score(frame: Frame, grid: Grid) -> float:
    """Between 0 and 1."""
    height, width = len(grid.rows) - 1, len(grid.columns) - 1
    if height < 2 or width < 2:
        return 0.0
    filled = sum(bool(c.words) for c in grid.cells)
    if filled < 4:
        return 0.0
    return min(1.0, 0.5 + 0.5 * filled / max(1, len(grid.cells)))
