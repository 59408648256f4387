"""Prefect's log without what is said elsewhere, or does not hold here."""

from __future__ import annotations

import logging

from pipeline.errors import PipelineError

LOGGERS = ("prefect.flow_runs", "prefect.task_runs", "prefect.engine", "prefect.flow_engine", "prefect.task_engine")


# Prefect can't end a task in a thread when its time is over, and warns of it. Our tasks only wait for a process, which
# has a time limit of its own and is ended before.
NEEDLESS = "but the task is running in a worker thread"


class OneLine(logging.Filter):
    """Turn a logged PipelineError into its own line; what is not foreseen keeps its traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record passes; some are made shorter."""
        if NEEDLESS in record.getMessage():
            return False
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, PipelineError):
            record.msg, record.args, record.exc_info, record.exc_text = str(error), (), None, None
        return True


class OnlyCritical(logging.Filter):
    """Keep back what is said elsewhere."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record passes."""
        return record.levelno >= logging.CRITICAL


def leave_errors_to_the_caller() -> None:
    """Keep runs' errors out of the log, where the caller says each in one line; the server has them in the states."""
    for name in LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(f, OnlyCritical) for f in logger.filters):
            logger.addFilter(OnlyCritical())


def without_tracebacks() -> None:
    """Filter what flow and task runs log."""
    for name in LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(f, OneLine) for f in logger.filters):
            logger.addFilter(OneLine())
