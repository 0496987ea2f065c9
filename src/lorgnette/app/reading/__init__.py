"""Pages out of pictures, and their translations."""
