"""What the wearer's page may ask of the hub, and what is kept for it."""
