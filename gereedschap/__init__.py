"""Tools of the workshop: proof, mutation, benchmark. Not part of the installed package."""
