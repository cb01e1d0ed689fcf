"""One file for each command: its options, its question, and the rule that answers it."""
