"""Amap (高德), asked over the network with a key. Its coordinates are GCJ-02, ours never are."""
