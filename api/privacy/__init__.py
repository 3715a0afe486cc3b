"""Privacy: how long data is kept, what is purged, who is erased, and the register of breaches.

`rules` has the periods. Purging goes by steps that say what they removed; erasing keeps the figures
and forgets the person; a breach has its 72 hours.
"""
