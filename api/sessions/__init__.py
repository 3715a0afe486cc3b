"""Sessions: the classes of a conference, one sitting each, their points and their windows.

`rules` and `running` know the states from planned to locked; `opening` opens by itself before the
time; windows say when a check-in counts, `window_exceptions` where one was voided or extended.
"""
