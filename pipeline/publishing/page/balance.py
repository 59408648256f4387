"""The ledger as bars and sentences: what became of every character that is printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.model.blocks import Discard
from pipeline.model.ledger import Account, Ledger, PageBalance
from pipeline.publishing.page.palette import ACCOUNT_COLORS, DISCARD_COLOR, DISCARD_REASONS
from pipeline.publishing.page.spots import Spots, shortened

BLANK = "blank"
SHOWN_DISCARDS = 60  # of one reason: more would only be scrolled past; the rest is counted


@dataclass(frozen=True, slots=True)
class Share:
    """One account's part of a bar: `width` in percent of the page's (or the report's) characters."""

    account: str
    discarded: bool
    glyphs: int
    width: float
    color: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A page's balance, or (page None) the whole report's."""

    page: int | None
    glyphs: int
    shares: tuple[Share, ...]
    lost: int
    doubled: int

    @property
    def words(self) -> str:
        """The bar for those who can't see it."""
        parts = [f"{share.account} {share.glyphs:,}" for share in self.shares]
        parts += [f"lost {self.lost:,}"] if self.lost else []
        parts += [f"counted twice {self.doubled:,}"] if self.doubled else []
        return ", ".join(parts) or "no text"


@dataclass(frozen=True, slots=True)
class SetAside:
    """All discards of one reason. `items` may be cut; `total` is the true number."""

    reason: str
    explanation: str
    total: int
    glyphs: int
    items: tuple[tuple[str, int, str], ...]  # text, page, spot


def bars(ledger: Ledger) -> tuple[Bar, list[Bar]]:
    """The whole report's bar, and each page's."""
    whole: dict[tuple[bool, str], int] = {}
    for page in ledger.pages:
        for account in page.accounts:
            key = account.discarded, account.account
            whole[key] = whole.get(key, 0) + account.glyphs
    accounts = [Account(account=name, discarded=d, glyphs=n, boxes=[]) for (d, name), n in whole.items()]
    lost, doubled = sum(p.lost for p in ledger.pages), sum(p.doubled for p in ledger.pages)
    return Bar(None, ledger.glyphs, _shares(accounts, ledger.glyphs), lost, doubled), [_bar(p) for p in ledger.pages]


def _bar(page: PageBalance) -> Bar:
    return Bar(page.page, page.glyphs, _shares(page.accounts, page.glyphs), page.lost, page.doubled)


def _shares(accounts: Iterable[Account], glyphs: int) -> tuple[Share, ...]:
    """Kept text in the order of the palette, then what was set aside."""
    return tuple(
        Share(
            a.account,
            a.discarded,
            a.glyphs,
            round(100 * a.glyphs / max(1, glyphs), 2),
            DISCARD_COLOR if a.discarded else ACCOUNT_COLORS.get(a.account, DISCARD_COLOR),
        )
        for a in sorted(accounts, key=_place)
        if a.glyphs
    )


def _place(account: Account) -> tuple[bool, int, str]:
    """Where an account stands in a bar."""
    order = list(ACCOUNT_COLORS)
    known = order.index(account.account) if account.account in ACCOUNT_COLORS else len(order)
    return account.discarded, known, account.account


def conservation(ledger: Ledger) -> str:
    """In one sentence, what share of the report's text is accounted for."""
    if not ledger.glyphs:
        return "No text is printed in this file."
    if ledger.balanced:
        aside = sum(a.glyphs for page in ledger.pages for a in page.accounts if a.discarded)
        return (
            f"All of the report's text is accounted for: of {ledger.glyphs:,} printed characters, "
            f"{_percent(ledger.glyphs - aside, ledger.glyphs)} stand in the document and "
            f"{_percent(aside, ledger.glyphs)} were set aside, each with a reason."
        )
    missing = ledger.glyphs - ledger.accounted
    pages = [str(page.page) for page in ledger.pages if page.lost or page.doubled]
    where = f" (page {pages[0]})" if len(pages) == 1 else f" (pages {', '.join(pages)})" if pages else ""
    return (
        f"Only {_percent(ledger.accounted, ledger.glyphs)} of the report's text is accounted for: of "
        f"{ledger.glyphs:,} printed characters {missing:,} are lost or counted twice{where}."
    )


def _percent(part: int, whole: int) -> str:
    """A share that is not all never reads as 100 %, one that is not nothing never as 0 %."""
    share = 100 * part / whole
    if part != whole:
        share = min(share, 99.99)
    return f"{max(share, 0.01 if part else 0.0):.2f}".rstrip("0").rstrip(".") + " %"


def set_aside(discards: Sequence[Discard], spots: Spots) -> list[SetAside]:
    """What was set aside, by reason (the one with most characters first), each with its spot where there is ink."""
    by_reason: dict[str, list[Discard]] = {}
    for discard in discards:
        by_reason.setdefault(discard.reason, []).append(discard)
    groups = [
        SetAside(
            reason,
            DISCARD_REASONS.get(reason, ""),
            len(found),
            sum(len(d.glyphs) for d in found),
            tuple(
                (shortened(d.text.strip(), 60), d.page, spots.add_discard(d.page, reason, d.box, d.text))
                for d in found[:SHOWN_DISCARDS]
                if reason != BLANK
            ),
        )
        for reason, found in by_reason.items()
    ]
    return sorted(groups, key=lambda g: (-g.glyphs, g.reason))
