"""The model → the list of its fields: what `explain`, the schemas and the manual are made of.

Nothing here describes a field; the model does. Nothing here knows a screen or a page.
"""

from portalgen.reference.fields import Field, find, reference, topics
from portalgen.reference.schema import json_schema, schema_names

__all__ = ["Field", "find", "json_schema", "reference", "schema_names", "topics"]
