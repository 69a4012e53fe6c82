"""The pages, one kind per file; each is given the Edition and yields documents."""
