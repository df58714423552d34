"""Plan PDFs of fictional councils, with the records that a careful reader takes from them."""
