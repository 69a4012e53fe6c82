"""The preview: the site as clients will see it, on the owner's own machine, before anyone else.

A coat around a build that does not know of it. Writes nothing to a disk; what it adds to pages
is added while they are sent. The only door to livereload, tornado and watchfiles.
"""
