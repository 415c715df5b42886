"""What a customer is, for the training, the API and the page alike."""
