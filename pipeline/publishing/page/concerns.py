"""Findings as they are shown: with pictures of the spot, what differs, and the records that stand there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.evidence import Evidence
from pipeline.model.findings import Finding
from pipeline.model.geometry import Box
from pipeline.model.records import DATASETS, Records
from pipeline.publishing.page.cards import Place, places, records_of
from pipeline.publishing.page.pictures import Picture, Pictures
from pipeline.publishing.page.printings import Piece, compare
from pipeline.publishing.page.spots import Spots

CROPS_A_FINDING = 3  # two differing spots and one more; the others are links
CROPS_IN_ALL = 150  # about 1.5 MB: a report with more findings shows the first ones' pictures, and says so
RECORDS_A_FINDING = 12
SHARED = 0.5  # of the smaller box: below, two boxes only touch


@dataclass(frozen=True, slots=True)
class Crop:
    """A picture of a spot."""

    picture: Picture
    page: int
    spot: str
    exact: str


@dataclass(frozen=True, slots=True)
class Concern:
    """A finding as it is shown. `values` are the differing spans in pieces; `related` addresses of records there."""

    finding: Finding
    values: tuple[tuple[Piece, ...], ...]
    crops: tuple[Crop, ...]
    places: tuple[Place, ...]
    related: tuple[tuple[str, str], ...]  # dataset, id
    related_total: int

    @property
    def datasets(self) -> str:
        """The datasets that it is about, separated by spaces."""
        return " ".join(dict.fromkeys(dataset for dataset, _ in self.related))


def concerns(
    findings: Sequence[Finding], records: Records, spots: Spots, pictures: Pictures
) -> tuple[list[Concern], int]:
    """All findings as they are shown, and how many spots have no picture because there are too many."""
    index = _records_by_page(records)
    left, cut = CROPS_IN_ALL, 0
    shown = []
    for finding in findings:
        names = [(e, spots.add(f"findings/{finding.id}", e)) for e in finding.evidence]
        wanted = names[:CROPS_A_FINDING]
        crops = tuple(_crops(wanted[:left], pictures))
        cut += len(wanted) - len(wanted[:left])
        left -= len(crops)
        related = _related(finding.evidence, index)
        shown.append(
            Concern(
                finding, _values(finding.values), crops, places(names), tuple(related[:RECORDS_A_FINDING]), len(related)
            )
        )
    return shown, cut


def _crops(names: Sequence[tuple[Evidence, str]], pictures: Pictures) -> Iterator[Crop]:
    for entry, name in names:
        picture = pictures.spot(entry.page, entry.boxes)
        if picture:
            yield Crop(picture, entry.page, name, entry.exact)


def _values(values: Sequence[str]) -> tuple[tuple[Piece, ...], ...]:
    """The spans; where there are two, the words that differ between them are told apart."""
    if len(values) != 2:
        return tuple((Piece(value, False),) for value in values)
    comparison = compare(values[0], values[1])
    return comparison.canonical, comparison.other


Indexed = Mapping[int, Sequence[tuple[Box, tuple[str, str]]]]


def _records_by_page(records: Records) -> Indexed:
    index: dict[int, list[tuple[Box, tuple[str, str]]]] = {}
    for dataset in DATASETS:
        for record in records_of(records, dataset):
            for entry in record.evidence:
                for box in entry.boxes:
                    index.setdefault(entry.page, []).append((Box(*box), (dataset, record.id)))
    return index


def _related(evidence: Sequence[Evidence], index: Indexed) -> list[tuple[str, str]]:
    """Records printed where the finding points to, in the datasets' order."""
    found: dict[tuple[str, str], None] = {}
    for entry in evidence:
        boxes = [Box(*box) for box in entry.boxes]
        for place, record in index.get(entry.page, ()):
            if any(_shares(place, box) for box in boxes):
                found[record] = None
    order = {dataset: i for i, dataset in enumerate(DATASETS)}
    return sorted(found, key=lambda r: (order[r[0]], r[1]))


def _shares(one: Box, other: Box) -> bool:
    common = one.intersection(other)
    return common is not None and common.area >= SHARED * min(one.area, other.area)
