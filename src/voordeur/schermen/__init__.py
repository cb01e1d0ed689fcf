"""What every screen is made of: building blocks, tags, the steps of a form, who may open what. Knows no slice."""
