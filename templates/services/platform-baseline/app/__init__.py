"""The service: predicts how likely a machine is to fail, on Lambda and on ECS from this one code base."""
