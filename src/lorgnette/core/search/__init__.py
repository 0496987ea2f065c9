"""Looking for what was said: what is wanted, and what is shown of what was found."""
