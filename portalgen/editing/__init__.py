"""Edits of content/away.yaml that the owner asks for by a command; nothing else writes it."""
