"""A list of findings is worth reading only if nothing in it is false: sound reports and plain prose give none."""

from __future__ import annotations

import pytest

from pipeline.extraction import extract
from pipeline.model.findings import Finding
from pipeline.profiles import load_profile
from pipeline.validation import CHECKS
from pipeline.validation.findings import findings_of
from pipeline.validation.material import Material
from tests.markdown_document import from_markdown
from tests.validation.samples import NO_LEDGER

PROSE = """\
The river had been rising for three days. On the fourth, Ada Okafor, who keeps the lock at Aldby, opened both gates and
walked home along the dyke. “Nobody asked me to,” she said later. “Somebody had to.” The town council of Aldby thanked
her twice, once in writing and once in the pub.

Her neighbour Bo Lind, a teacher, had counted the herons on the meadow that morning. There were 41 of them, more than
in any spring since 1998, and four more came before noon. He wrote the number into a blue book, as his mother had done,
and as her aunt had done before that. Three reasons come to mind, he says: the mild winter, the new reed beds, and
chance. Two of the three are out of anybody's hands.

What the flood left behind was mostly mud. It took the volunteers of the Aldby Rowing Club, the fire brigade and two
classes of the North School eleven days to clear it; the South School sent soup. When the meadow was dry again, the
herons were still there. Nobody could say why, and few had asked.
"""

REPORT = """\
# Reeds and Rivers: A Report on Wetlands

Ada Okafor, Director
Heron Society

© 2020 by the Heron Society. Reeds and Rivers is licensed under a Creative Commons Attribution 4.0 International
License.

<!-- page -->

## Contents

- Overview 3
- Findings 3
- Appendix 4

<!-- page -->

## Overview

The Heron Society (HS) asked 30 towns about their wetlands. Reeds are the cheapest of all filters.[^1] The Otter Fund
and the Beaver Alliance helped, and so did Northern Waters and Southern Waters.

> “Nobody plants reeds for the birds alone. A town plants them for its drains, and the birds come.”

## Findings

Three findings stand out:

1. **Reeds pay.** They save a town a tenth of its costs.
2. **Reeds last.** The oldest beds are 60 years old.
3. **Reeds need care.** Beds that nobody cuts dry out.

“Beds that nobody cuts dry out within ten years,” said Bo Lind, warden at the Otter Fund.[^2]

>> “A town plants them for its drains, and the birds come.”

<!-- page -->

## Appendix

**Table A: Organizations that Keep Wetlands**

| Organization | Description | Website |
| --- | --- | --- |
| Heron Society (HS) | HS counts birds. | www.heronsociety.org |
| Otter Fund | The Otter Fund pays for boats. | www.otterfund.org |
| Beaver Alliance | The alliance builds dams. | www.beavers.org |

**Table B: Costs**

| Town | 2018 | 2019 |
| --- | --- | --- |
| Aldby | 1,200 | 800 |
| Brook | 300 | 250 |
| Total | 1,500 | 1,050 |

[^1]: Osei, A. (2001). *Reeds*. Aldby: Heron Society.
[^2]: Lind, B. (2004). *Cutting Reeds*. Aldby: Otter Fund.
"""


def findings(source: str) -> list[Finding]:
    document = from_markdown(source)
    material = Material(document, extract(document, load_profile("none")), NO_LEDGER)
    return findings_of((check, o) for check in CHECKS for o in check.find(material))


@pytest.mark.parametrize("source", [PROSE, REPORT], ids=["plain prose", "a sound report"])
def test_nothing_is_found_where_nothing_is_wrong(source: str) -> None:
    assert [(f.code, f.values) for f in findings(source)] == []


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("the Beaver Alliance helped", "the Beaver Aliance helped", "name-variant"),
        ("www.otterfund.org", "www.heronsociety.org", "shared-url"),
        (">> “A town plants them for", ">> “A city plants them for", "pull-quote-differs"),
        (
            "“Beds that nobody cuts dry out within ten years,”",
            '"Beds that nobody cuts dry out,"',
            "mixed-quotation-marks",
        ),
        ("- Appendix 4", "- Appendix 5", "contents-page-differs"),
        ("Three findings", "Four findings", "list-count-differs"),
        ("| Total | 1,500", "| Total | 1,400", "total-does-not-add-up"),
    ],
)
def test_each_mistake_put_into_a_sound_report_is_found_alone(right: str, wrong: str, code: str) -> None:
    assert right in REPORT
    assert [f.code for f in findings(REPORT.replace(right, wrong))] == [code]
