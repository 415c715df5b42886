"""Five steps that make a small neural network smaller, and measure what it cost."""
