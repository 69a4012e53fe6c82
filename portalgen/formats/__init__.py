"""How outside formats are spelled, one per file. Nothing here knows a practice."""
