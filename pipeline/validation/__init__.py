"""Validation: whether the datasets can be trusted, and what the source itself gets wrong."""

from pipeline.validation.checks import CHECKS
from pipeline.validation.conformity import Problem, schema_violations
from pipeline.validation.folder import validate_folder
from pipeline.validation.registry import Check
from pipeline.validation.validate import Validation, validate

__all__ = ["CHECKS", "Check", "Problem", "Validation", "schema_violations", "validate", "validate_folder"]
