"""Models: those that came with packages, those in the hub's folder, those that can be fetched."""
