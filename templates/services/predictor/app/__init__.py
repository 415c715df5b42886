"""The service: predicts how many bikes will be rented in an hour."""
