"""Tools without a domain word: clock, errors, ids, keys, seals, tokens, text and their like."""
