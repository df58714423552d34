"""A page of a plan with what was found on it drawn over it, for a person to see why a record is as it is."""
