"""The pages that are made from the code: `make docs` writes them, a test fails when they differ."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import typer.main

from docs.schema_pages import datasets_markdown, files_markdown
from pipeline.cli.commands import HELP, app
from pipeline.validation.catalogue import checks_markdown

FOLDER = Path(__file__).parent


def pages() -> dict[Path, str]:
    """Each page's text by its file."""
    return {
        FOLDER / "checks.md": checks_markdown(),
        FOLDER / "cli.md": cli_markdown(),
        FOLDER / "datasets.md": datasets_markdown(),
        FOLDER / "files.md": files_markdown(),
    }


def cli_markdown() -> str:
    """The page `docs/cli.md`: every command with its arguments and options."""
    return "\n".join(_cli_lines()) + "\n"


def _cli_lines() -> Iterator[str]:
    group: Any = typer.main.get_command(app)
    yield "# The command line\n"
    yield "This page is made from the commands themselves by `make docs`; `--help` says the same.\n"
    yield HELP.strip() + "\n"
    yield "`python -m pipeline` is the same command. For every command:\n"
    yield from _table(group.params)
    for name, command in _commands(group):
        yield f"\n## report-pipeline {name}\n"
        yield f"    {_usage(name, command)}\n"
        yield (command.help or "").strip() + "\n"
        yield from _table(command.params)


def _commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every command with its full name, those of sub-groups in their place."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{before}{name} ")
        else:
            yield before + name, command


def _usage(name: str, command: Any) -> str:
    arguments = [_argument(p) for p in command.params if p.param_type_name == "argument"]
    return " ".join(["report-pipeline", name, *arguments, "[OPTIONS]"])


def _argument(parameter: Any) -> str:
    shown = str(parameter.metavar or parameter.name.upper())
    return shown if parameter.required or shown.startswith("[") else f"[{shown}]"


def _table(parameters: list[Any]) -> Iterator[str]:
    yield "| argument or option | meaning |"
    yield "|---|---|"
    for parameter in parameters:
        if not getattr(parameter, "hidden", False) and parameter.help:
            yield f"| {_name(parameter)} | {parameter.help}{_default(parameter)} |"


def _name(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{_argument(parameter)}`".replace("|", "\\|")
    names = sorted((*parameter.opts, *parameter.secondary_opts), key=lambda o: (len(o) > 2, o))
    choices = "|".join(type(parameter.default)) if isinstance(parameter.default, StrEnum) else ""
    value = "" if parameter.is_flag else f" {choices or parameter.metavar or parameter.name.upper()}"
    return ", ".join(f"`{n}{value}`" for n in names).replace("|", "\\|")


def _default(parameter: Any) -> str:
    default = parameter.default
    if default is None or isinstance(default, bool) or callable(default) or default is Ellipsis:
        return ""
    return f" Default: `{getattr(default, 'value', default)}`."


def main() -> None:
    """Write every page."""
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
