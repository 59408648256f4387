"""Differences: what changed between two outputs, record by record and word by word."""

from pipeline.differences.comparing import compare, diff_outputs
from pipeline.differences.model import Differences
from pipeline.differences.outputs import former_output, read_output
from pipeline.differences.page import render_html
from pipeline.differences.plain import render_json, render_text, summary_lines

__all__ = [
    "Differences",
    "compare",
    "diff_outputs",
    "former_output",
    "read_output",
    "render_html",
    "render_json",
    "render_text",
    "summary_lines",
]
