"""Open Prices, asked over the network."""
