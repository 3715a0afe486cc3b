"""Sessions: the classes of a conference, one sitting each, their points and their windows."""
