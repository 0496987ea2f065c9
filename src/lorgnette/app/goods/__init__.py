"""Fills the catalogue from files: read, understood and kept lot by lot, at the disk's own pace."""
