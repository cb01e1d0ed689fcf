"""What there is: contracts with providers, locations, places."""
