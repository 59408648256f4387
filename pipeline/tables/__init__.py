"""Tables: found on pages, read as grids of cells, joined over pages."""

from pipeline.tables.finding import find_tables, tables_of_sheet
from pipeline.tables.joining import continues, join_tables

__all__ = ["continues", "find_tables", "join_tables", "tables_of_sheet"]
