"""How glasses and hub talk."""
