"""One document, one cage: what reads a document in a process of its own, which its limits end from outside."""
