module "network" {
  source = "../../modules/network"

  name                     = local.names["network"]
  account_id               = var.account_id
  region                   = var.region
  network_mode             = var.network_mode
  cidr                     = var.vpc_cidr
  availability_zones       = var.availability_zones
  flow_log_role_name       = local.names["flow-log-role"]
  log_retention_days       = var.log_retention_days
  kms_key_arn              = local.kms_key_arn
  permissions_boundary_arn = var.permissions_boundary_arn
}

# The API's way into the network: from here to the service, and nowhere else.
module "link_security_group" {
  source = "../../modules/security-group"

  name        = local.names["link"]
  description = "VPC link of the API: calls the service"
  vpc_id      = module.network.id

  egress = {
    service = { description = "Requests to the service", from_port = local.port, security_group_id = module.service_security_group.id }
  }
}

# What the service may call is in the network's own group for tasks, which every task has as well.
module "service_security_group" {
  source = "../../modules/security-group"

  name        = local.names["service"]
  description = "Tasks of the service: called by the VPC link only"
  vpc_id      = module.network.id

  ingress = {
    link = { description = "Requests from the VPC link", from_port = local.port, security_group_id = module.link_security_group.id }
  }
}
