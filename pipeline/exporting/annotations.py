"""W3C Web Annotations (Recommendation of 23 February 2017): each printing of each value, for annotation tools.

A target has two selectors for the same spot: the words with what stands around them (TextQuoteSelector), and the page
with a rectangle in points from its top left corner (FragmentSelector after RFC 8118: `page=7&viewrect=x,y,w,h`).
"""

from __future__ import annotations

from typing import Any

from pipeline.exporting.any_record import evidence_of, id_of, label
from pipeline.exporting.folder import Output
from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box, union
from pipeline.publishing.serial import to_json

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc8118"


def web_annotations(output: Output) -> bytes:
    """An AnnotationCollection with one page that holds every annotation."""
    report = output.report
    base = f"urn:report-pipeline:{report.source_file.sha256}"
    source = {"id": f"hash://sha256/{report.source_file.sha256}", "type": "Text", "format": "application/pdf"}
    items = [
        _annotation(f"{base}:{name}/{id_of(record)}:{i}", name, label(name, record), entry, source)
        for name, records in output.records.items()
        for record in records
        for i, entry in enumerate(evidence_of(record), 1)
    ]
    page = {"id": f"{base}:page", "type": "AnnotationPage", "partOf": base, "startIndex": 0, "items": items}
    collection = {
        "@context": CONTEXT,
        "id": base,
        "type": "AnnotationCollection",
        "label": f"Values read from “{report.title}” ({report.source_file.name})",
        "total": len(items),
        "first": page,
    }
    return to_json(collection).encode()


def _annotation(name: str, dataset: str, said: str, evidence: Evidence, source: dict[str, str]) -> dict[str, Any]:
    tags = [dataset, *([f"{dataset}.{evidence.field}"] if evidence.field else [])]
    return {
        "id": name,
        "type": "Annotation",
        "motivation": "tagging",
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": said},
            *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
        ],
        "target": {
            "source": source,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": evidence.exact,
                    "prefix": evidence.prefix,
                    "suffix": evidence.suffix,
                },
                {"type": "FragmentSelector", "conformsTo": PDF_FRAGMENTS, "value": _fragment(evidence)},
            ],
        },
    }


def _fragment(evidence: Evidence) -> str:
    box = union(Box(*values) for values in evidence.boxes)
    rectangle = ",".join(f"{value:g}" for value in (box.x0, box.top, round(box.width, 2), round(box.height, 2)))
    return f"page={evidence.page}&viewrect={rectangle}"
