"""Documents become files: the only door to Jinja2, to Markdown and to the sanitiser.

Nothing here works out a fact, and nothing here writes to a disk.
"""
