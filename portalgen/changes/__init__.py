"""What the owner types when life happens → one edit of away.yaml, and what is to be told of it.

Texts become days, moments and absences here; nothing here prints, and nothing but `carrying_out`
reads or writes a file.
"""
