"""Papers: documents and sheets laid out as Party offices print them; no domain word here."""
