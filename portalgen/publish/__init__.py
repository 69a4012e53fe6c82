"""The only writer of an output folder: the site is replaced as a whole or not at all.

`folder.py` tells the story; the other files each hold one part of it. Nothing here knows what
the files mean.
"""
