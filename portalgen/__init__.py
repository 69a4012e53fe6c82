"""portalgen: a static client portal from a folder of YAML and Markdown."""

__version__ = "0.1.0"
