"""The command line: everything that the rules compute, asked from the shell."""
