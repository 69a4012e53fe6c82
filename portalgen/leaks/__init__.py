"""What may not be known yet or ever, and how it is found in finished files.

The second line behind the gate, and on purpose a reading of the contract of its own: it does not
ask the gate what it lets through. Whom to tell, and how heavily, is the business of the check.
"""
