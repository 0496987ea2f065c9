"""Private: configuration, composition, hub, commands."""
