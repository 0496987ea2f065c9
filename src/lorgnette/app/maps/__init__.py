"""Maps on this machine: put in, looked at, taken out."""
