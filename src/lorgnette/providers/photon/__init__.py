"""Photon, asked over the network."""
