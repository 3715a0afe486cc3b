"""Imports: lists of members as offices really have them, previewed and taken over.

Reading (`workbook`, `delimited`, `legacy` encodings), finding the heads and section rows
(`headers`, `layout`), understanding names and units (`people`, `naming`), and what would happen
(`rules`). Only name, card number, unit and status are ever kept; a preview says so row by row.
"""
