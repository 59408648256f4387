"""What a record holds several of, as tables of their own: authors, printings of quotes, members, cells of tables."""

from __future__ import annotations

from pipeline.exporting.any_record import as_json
from pipeline.exporting.folder import Output
from pipeline.exporting.relation import Column, ForeignKey, Relation, Value
from pipeline.model.records import Network, Quote, Report, TableRecord


def authors(report: Report) -> Relation:
    """The report's authors."""
    rows = tuple((report.id, i, a.name, a.role, a.affiliation) for i, a in enumerate(report.authors, 1))
    columns = (Column("report_id"), Column("number", "integer"), Column("name"), Column("role"), Column("affiliation"))
    return Relation(
        "report_authors", columns, rows, ("report_id", "number"), (ForeignKey(("report_id",), "report", ("id",)),),
        "The report's authors, in printed order.",
    )  # fmt: skip


def printings(output: Output) -> Relation:
    """Each printing of each quote."""
    rows = tuple(
        (quote.id, i, o.place, o.text, as_json([d.model_dump(by_alias=True) for d in o.difference]))
        for quote in output.records["quotes"]
        if isinstance(quote, Quote)
        for i, o in enumerate(quote.occurrences, 1)
    )
    columns = (Column("quote_id"), Column("number", "integer"), Column("place"), Column("text"), Column("difference"))
    return Relation(
        "quote_occurrences", columns, rows, ("quote_id", "number"), (ForeignKey(("quote_id",), "quotes", ("id",)),),
        "Each printing of a quote, with its difference by words from the canonical text as JSON.",
    )  # fmt: skip


def members(output: Output) -> Relation:
    """The members of each network."""
    rows = tuple(
        (network.id, i, name, organization)
        for network in output.records["networks"]
        if isinstance(network, Network)
        for i, (name, organization) in enumerate(zip(network.members, network.member_ids, strict=True), 1)
    )
    columns = (Column("network_id"), Column("number", "integer"), Column("name"), Column("organization_id"))
    foreign = (
        ForeignKey(("network_id",), "networks", ("id",)),
        ForeignKey(("organization_id",), "organizations", ("id",)),
    )
    return Relation("network_members", columns, rows, ("network_id", "number"), foreign, "Members of networks.")


def cells(output: Output) -> Relation:
    """Each body cell of each table."""
    rows: list[tuple[Value, ...]] = []
    for table in output.records["tables"]:
        assert isinstance(table, TableRecord)
        spans = {(r, c): (h, w) for r, c, h, w in table.spans}
        for r, row in enumerate(table.rows):
            for c, text in enumerate(row):
                if text is not None:
                    column = table.columns[c] if c < len(table.columns) else None
                    rows.append((table.id, r, c, column, text, *spans.get((r, c), (1, 1))))
    columns = (
        Column("table_id"),
        Column("row", "integer", "From 0, the first body row."),
        Column("column", "integer", "From 0."),
        Column("heading", description="The column's heading."),
        Column("text"),
        Column("row_span", "integer"),
        Column("column_span", "integer"),
    )
    return Relation(
        "table_cells", columns, tuple(rows), ("table_id", "row", "column"),
        (ForeignKey(("table_id",), "tables", ("id",)),), "The body cells of all tables.",
    )  # fmt: skip
