"""From finished files to more files: names that change with the content, and files for hosts.

Pure functions, one kind of file in each module. Nothing here reads or writes a disk.
"""
