"""Text of the owner's files → nodes that know their place; no file is opened here."""
