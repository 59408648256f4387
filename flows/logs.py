"""Prefect's log without tracebacks for errors that have already been put in one line."""

from __future__ import annotations

import logging

from pipeline.errors import PipelineError

LOGGERS = ("prefect.flow_runs", "prefect.task_runs", "prefect.engine", "prefect.flow_engine", "prefect.task_engine")


class OneLine(logging.Filter):
    """Turn a logged PipelineError into its own line; what is not foreseen keeps its traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Every record passes, some shorter."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, PipelineError):
            record.msg, record.args, record.exc_info, record.exc_text = str(error), (), None, None
        return True


def without_tracebacks() -> None:
    """Filter what flow and task runs log."""
    for name in LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(f, OneLine) for f in logger.filters):
            logger.addFilter(OneLine())
