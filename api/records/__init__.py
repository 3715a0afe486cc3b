"""Own records: what a member sees of himself on his own phone, and asks to be put right.

His attendance, who viewed it, what is held of him; a request for correction and its two clocks.
"""
