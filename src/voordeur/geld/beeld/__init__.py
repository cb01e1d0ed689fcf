"""What the screens of the money show: rows and sentences put together, no database beyond what a page needs."""
