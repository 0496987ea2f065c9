"""Who comes in: pairing, tokens, the certificate, and limits for strangers."""
