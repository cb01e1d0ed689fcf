"""Everything that the management of a region changes: one function per thing that a person can do."""
