"""Tags of the web door."""
