"""Valhalla: ways on foot, by bicycle and by car, from maps on this machine or from a server."""
