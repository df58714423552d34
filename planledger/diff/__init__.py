"""Two datasets, or two plans, to what differs: values of the same documents, and plans from one period to the next."""
