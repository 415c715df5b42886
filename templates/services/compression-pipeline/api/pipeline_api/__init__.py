"""The compression pipeline behind an HTTP API: upload, submit, follow, download."""
