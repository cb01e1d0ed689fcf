"""Where people stay: waiting, placement, end of a stay."""
