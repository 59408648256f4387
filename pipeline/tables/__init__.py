"""Tables: found on pages, read as grids of cells, joined over pages."""

from pipeline.tables.carrying import carried, ends_open
from pipeline.tables.finding import find_tables, tables_of_sheet, tables_of_sheets
from pipeline.tables.formats import to_csv, to_html, to_json, to_markdown, to_xlsx
from pipeline.tables.joining import continues, join_linked, join_tables, link_parts
from pipeline.tables.numbers import Number, decimal_sign, read_number
from pipeline.tables.values import says_continued

__all__ = [
    "Number",
    "carried",
    "continues",
    "decimal_sign",
    "ends_open",
    "find_tables",
    "join_linked",
    "join_tables",
    "link_parts",
    "read_number",
    "says_continued",
    "tables_of_sheet",
    "tables_of_sheets",
    "to_csv",
    "to_html",
    "to_json",
    "to_markdown",
    "to_xlsx",
]
