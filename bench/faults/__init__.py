"""What goes wrong under load, and whether anything that was acknowledged is lost or doubled."""
