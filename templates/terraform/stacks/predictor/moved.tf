# What became a choice (blue_green) keeps what it had made without it.

moved {
  from = module.service
  to   = module.service[0]
}

moved {
  from = aws_service_discovery_private_dns_namespace.this
  to   = aws_service_discovery_private_dns_namespace.this[0]
}

moved {
  from = aws_service_discovery_service.this
  to   = aws_service_discovery_service.this[0]
}
