"""Running matter is known by repetition, never by place alone; page numbers keep step with the pages."""

from __future__ import annotations

from pipeline.model.blocks import Blocks
from tests.layout.sheets import PROSE, Piece, laid_out, rows, sheet


def document(heads: list[str], feet: list[str]) -> Blocks:
    return laid_out(
        *(
            sheet(
                *([Piece(head, 30.0)] if head else []),
                *rows(*[f"{PROSE} {n}"] * 20, top=100.0),
                *([Piece(foot, 760.0)] if foot else []),
                number=n,
            )
            for n, (head, foot) in enumerate(zip(heads, feet, strict=True), start=1)
        )
    )


def reasons(blocks: Blocks) -> set[tuple[str, str]]:
    return {(d.reason, d.text) for d in blocks.discards}


def test_a_line_repeated_at_one_height_is_a_running_header_whatever_its_digits() -> None:
    blocks = document([f"Harbour report, part {n}" for n in range(1, 6)], [""] * 5)
    assert {r for r, _ in reasons(blocks)} == {"running header"}


def test_a_line_that_stands_once_at_the_head_of_a_page_stays() -> None:
    blocks = document(["", "A heading of its own", "", "", ""], [""] * 5)
    assert not blocks.discards


def test_numbers_that_keep_step_with_the_pages_are_page_numbers_and_labels() -> None:
    blocks = document([""] * 5, [f"– {n + 10} –" for n in range(1, 6)])
    assert {r for r, _ in reasons(blocks)} == {"page number"}
    assert [p.label for p in blocks.pages] == ["11", "12", "13", "14", "15"]


def test_left_and_right_pages_may_differ() -> None:
    heads = ["Harbour report", "The authority"] * 4
    assert len(document(heads, [""] * 8).discards) == 8
