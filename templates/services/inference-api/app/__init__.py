"""Audio inference behind API Gateway: decode, describe, classify, answer."""
