"""The words that all outputs share: sentences, dates, times, money, and the message catalogs.

The only door to Babel. Nothing here asks the clock, the machine's language or its zone, and
nothing knows HTML.
"""
