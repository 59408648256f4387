"""Inspection: pages drawn with what a stage made of them, for people who want to see why."""

from pipeline.inspection.inspect import STAGES, Stage, inspect_page, inspect_report

__all__ = ["STAGES", "Stage", "inspect_page", "inspect_report"]
