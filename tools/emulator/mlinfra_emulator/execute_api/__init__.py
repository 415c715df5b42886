"""The addresses of deployed APIs: requests that callers send, as API Gateway answers them."""
