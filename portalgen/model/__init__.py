"""The portal as the owner means it: frozen values, one file for each content file.

Nothing here reads a disk, knows HTML or chooses words for clients. Each field carries its
description and an example; everything that describes fields is made from these.
"""
