"""Differences: what changed between two outputs, record by record and word by word."""

from pipeline.differences.comparing import diff_outputs
from pipeline.differences.model import Differences
from pipeline.differences.page import render_html
from pipeline.differences.plain import render_json, render_text, summary_lines

__all__ = ["Differences", "diff_outputs", "render_html", "render_json", "render_text", "summary_lines"]
