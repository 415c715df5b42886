module "api" {
  source = "../../modules/http-api"

  name        = local.names["api"]
  description = "Predictions of ${var.name}, owned by ${var.owner}"
  routes      = { for route in var.routes : route => {} }

  vpc_link = {
    name               = local.names["link"]
    subnet_ids         = local.network.subnet_ids
    security_group_ids = [module.link_security_group.id]
    target_arn         = var.blue_green ? one(module.balancer[*].listener_arn) : one(aws_service_discovery_service.this[*].arn)
  }

  authorizer           = var.authorizer
  cors_allowed_origins = var.cors_allowed_origins
  throttle             = var.throttle

  log_retention_days = var.log_retention_days
  kms_key_arn        = local.kms_key_arn
}
