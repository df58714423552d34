"""A dataset to files for spreadsheets and calendars: a row for each action, a calendar entry for each deadline."""
