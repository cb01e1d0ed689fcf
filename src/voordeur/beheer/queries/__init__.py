"""Everything that the management of a region asks."""
