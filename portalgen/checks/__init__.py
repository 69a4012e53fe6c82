"""One rule for each file, named as the rule it upholds.

A check that only the passing of time can break gives advice and never a problem.
"""
