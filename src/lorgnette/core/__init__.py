"""The words and rules of Lorgnette: no I/O, no clock, no heavy library."""
