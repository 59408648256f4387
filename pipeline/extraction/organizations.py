"""Organizations: the rows of the report's table of them, and the proper names of bodies in its prose."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.acronyms import split_brackets
from pipeline.extraction.names import fold_name, without_article
from pipeline.extraction.organization_mentions import Mention, NamedBody, named_bodies
from pipeline.extraction.organization_table import OrganizationRow, organization_rows
from pipeline.extraction.prose import Prose
from pipeline.model.document import Document
from pipeline.model.evidence import Evidence
from pipeline.model.ids import identifiers
from pipeline.model.profile import Profile
from pipeline.model.records import Organization
from pipeline.model.text import Text


def extract_organizations(document: Document, prose: Prose, profile: Profile) -> list[Organization]:
    """Rows of the table first, in order, then names of the prose by first naming.

    Each spelling is a record of its own: one that differs from a row's name by more than an article or the form of an
    apostrophe stands as found in the text.
    """
    rows = list(organization_rows(document, profile))
    brackets = [split_brackets(row.name.content) for row in rows]
    table_names = [row.name.content[:end] for row, (end, _, _) in zip(rows, brackets, strict=True)]
    acronyms = [row.name.content[slice(*at)] if at else None for row, (_, at, _) in zip(rows, brackets, strict=True)]
    bodies = named_bodies(prose, dict(zip(table_names, acronyms, strict=True)))
    by_key = {fold_name(without_article(b.name)): b for b in bodies}
    keys = [fold_name(without_article(name)) for name in table_names]
    drafts = [_from_row(document, prose, row, by_key.get(key)) for row, key in zip(rows, keys, strict=True)]
    drafts += [_from_text(document, prose, b) for b in bodies if fold_name(without_article(b.name)) not in set(keys)]
    ids = identifiers([(d.name, f"{d.printed_name}\x1f{d.website or ''}\x1f{d.source}") for d in drafts])
    return [draft.model_copy(update={"id": own}) for own, draft in zip(ids, drafts, strict=True)]


def _from_row(document: Document, prose: Prose, row: OrganizationRow, named: NamedBody | None) -> Organization:
    printed = row.name.content
    end, acronym, note = split_brackets(printed)
    evidence = document.evidence(row.name)
    evidence += document.evidence(row.name, 0, end, field="name")
    for field, span in (("acronym", acronym), ("note", note)):
        if span:
            evidence += document.evidence(row.name, *span, field=field)
    evidence += _whole(document, row.description, "description") + _whole(document, row.website, "website")
    mentions = named.mentions if named else ()
    return Organization(
        id="x",
        name=printed[:end],
        printed_name=printed,
        acronym=printed[slice(*acronym)] if acronym else named.acronym if named else None,
        note=printed[slice(*note)] if note else None,
        description=row.description.content or None,
        website=row.website.content or None,
        source="table",
        mentions=len(mentions),
        evidence=evidence + _of_mentions(document, prose, mentions),
    )


def _from_text(document: Document, prose: Prose, body: NamedBody) -> Organization:
    evidence = _of_mentions(document, prose, body.mentions)
    if body.definition:
        at = body.definition
        evidence += document.evidence(prose.passages[at.passage].text, at.start, at.end, field="acronym")
    return Organization(
        id="x",
        name=body.name,
        printed_name=f"{body.name} ({body.acronym})" if body.acronym else body.name,
        acronym=body.acronym,
        note=None,
        description=None,
        website=None,
        source="text",
        mentions=len(body.mentions),
        evidence=evidence,
    )


def _of_mentions(document: Document, prose: Prose, mentions: Sequence[Mention]) -> list[Evidence]:
    return [e for m in mentions for e in document.evidence(prose.passages[m.passage].text, m.start, m.end)]


def _whole(document: Document, text: Text, field: str) -> list[Evidence]:
    return document.evidence(text, field=field) if text else []
