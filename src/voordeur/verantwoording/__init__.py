"""What is accounted for: the quarterly report."""
