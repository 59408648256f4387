"""Profiles: what is particular to a report's form, as small YAML files beside the code."""

from pipeline.profiles.loading import load_profile

__all__ = ["load_profile"]
