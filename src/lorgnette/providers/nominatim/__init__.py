"""Nominatim, asked over the network."""
