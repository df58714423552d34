"""An owner: who answers for an action, split out of an owner cell."""

from pydantic import Field

from models.base import Contract, Said


class OwnerKind(Said):
    """What sort of owner a name stands for."""

    PERSON = "person", "Somebody by name."
    ROLE = "role", "A post, whoever holds it."
    TEAM = "team", "A team, department, board or other body of an organisation."
    ORGANISATION = "organisation", "A whole organisation."


class OwnerPart(Said):
    """Whether an owner leads the action or supports the one who does."""

    LEAD = "lead", "Answers for the action."
    SUPPORT = "support", "Helps the one who does."


class Owner(Contract):
    """One owner of a record, named verbatim."""

    name: str = Field(min_length=1, description="The owner's name as printed.")
    kind: OwnerKind = Field(description="Person, role, team or organisation.")
    part: OwnerPart = Field(default=OwnerPart.LEAD, description="Leads the action, or supports it.")
    expanded: str | None = Field(
        default=None, description="The name with its initials written out, where the document says what they stand for."
    )
    person: str | None = Field(default=None, description="Who holds the post, where the cell names them beside it.")
    inherited: bool = Field(default=False, description="Taken from the row above (ditto).")
    rule: str = Field(description="Name of the rule that decided the kind.")
