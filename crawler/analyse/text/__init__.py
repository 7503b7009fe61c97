"""What a page is about: its keyphrases, and the entities of the taxonomy that it names."""
