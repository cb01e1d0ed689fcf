"""The resident: identity, BSN, and facts under a key of their own that can be destroyed."""
