"""Conditions and treatments that a clinic writes into its own file: new ones, and more words for those of the packs."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

TopicId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class OwnTopic(BaseModel):
    """`id`: a new one, which needs a `label`; or one of a pack, whose words these are added to."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: TopicId
    label: Label | None = None
    syn: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    tissue: tuple[str, ...] = ()


class OwnCondition(OwnTopic):
    """`area`, `tissue`, `tier`: as in the packs; a new one is tier 1, for who writes it down wants a page about it."""

    area: tuple[str, ...] = ()
    tier: int | None = Field(default=None, ge=1, le=3)


class OwnTreatment(OwnTopic):
    """`family`, `tissue`, `claims`: as in the packs."""

    family: str | None = None
    claims: Literal["low", "medium", "high"] | None = None
