"""The one base class of the contract: frozen values, no unknown fields."""

from pydantic import BaseModel, ConfigDict


class Contract(BaseModel):
    """A value of the dataset contract. Immutable; an unknown field is an error, and so is a number that is none."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)
