"""Open Food Facts, asked over the network."""
