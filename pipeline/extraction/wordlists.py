"""Closed word classes of English that several rules refer to. They name no report's subject."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list that is written with spaces between them."""
    return frozenset(text.split())


def in_order(text: str) -> list[str]:
    """The words of a list whose order says something, written with spaces between them."""
    return text.split()


MONTHS = words("january february march april may june july august september october november december")
MONTHS_SHORT = words("jan feb mar apr jun jul aug sep sept oct nov dec")

ARTICLES = words("a an the")

SENTENCE_OPENERS = words(
    "the a an this that these those it its he she they we you i his her their our your my there here "
    "in on at by for from with as to of after before during since until once when while although though if unless "
    "because however moreover furthermore therefore thus hence but and or so yet nor no not what who which how why "
    "where whether many most some several all both each every another such other others more much few "
    "then now today instead indeed also finally first second third according among between through across under "
    "over within without despite"
)

PREPOSITIONS = words(
    "about above across after against along amid among around as at before behind below beneath beside between beyond "
    "by despite down during except for from in inside into like near of off on onto out outside over past per since "
    "than through throughout till to toward towards under until up upon via with within without"
)
DETERMINERS = words("a an the this that these those its his her their our your my each every some any no all both")
CONJUNCTIONS = words("and or but nor so yet because although though while whereas if unless when where whether that")
PRONOUNS = words("i you he she it we they me him us them who whom whose which what there here")
AUXILIARIES = words(
    "is are was were be been being am has have had having do does did will would can could may might must shall should "
    "ought isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't can't couldn't"
)
# Past forms that a regular ending does not show; a number before one of them is a subject, not a count.
IRREGULAR_PASTS = words(
    "said told had were felt left took chose came went got saw made gave found spoke wrote knew grew lost won met kept "
    "thought began became brought built bought fell held led ran sent spent stood taught understood"
)
