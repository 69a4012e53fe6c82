"""The model and a moment → what is true when: open times, absences, cover.

Instants are UTC, spans are half-open. Nothing here has words for clients, and nothing asks
the clock. Days and clock times become instants in `portalgen.days` alone.
"""
