"""The only sockets towards glasses."""
