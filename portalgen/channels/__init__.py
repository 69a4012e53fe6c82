"""Outputs beside the pages, one kind per file; each is given the Edition and returns documents."""
