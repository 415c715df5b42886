"""The page on which people ask for predictions."""
