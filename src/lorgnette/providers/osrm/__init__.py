"""OSRM, asked over the network."""
