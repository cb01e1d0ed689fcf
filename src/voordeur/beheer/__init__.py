"""The region's own management: staff, local policy, organisations, moving in, and the health of the system."""
