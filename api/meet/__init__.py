"""Google Meet: participants' files, matched to halls."""
