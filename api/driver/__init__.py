"""Statements at the price of the driver, in the transaction of a session.

SQLAlchemy writes them, typed by the tables: once for each database, not each time. What they ask
then goes straight to asyncpg or sqlite3, which prepares it once, and comes back as plain tuples.
That is for what runs thousands of times a minute; elsewhere a session's own `execute` is shorter.
"""
