"""The web door: settings, addresses and screens that compose the rooms below."""
