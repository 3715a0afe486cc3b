"""Papers: documents and sheets laid out as Party offices print them; no domain word here.

A profile (margins, fonts, heads, signature) and blocks become .docx; tables, pictures and share
cards likewise. It is a floor of the house, below every feature.
"""
