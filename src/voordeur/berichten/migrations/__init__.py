"""One step per file; the name says what happens."""
