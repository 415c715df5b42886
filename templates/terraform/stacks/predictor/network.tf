module "network" {
  source = "../../modules/network"
  count  = var.network_source == "own" ? 1 : 0

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

# The API's way into the network: from here to the service, or to the load balancer in front of it, and nowhere else.
module "link_security_group" {
  source = "../../modules/security-group"

  name        = local.names["link"]
  description = "VPC link of the API: calls the service"
  vpc_id      = local.network.id

  egress = merge(
    { for word in var.blue_green ? [] : ["service"] : word => { description = "Requests to the service", from_port = local.port, security_group_id = module.service_security_group.id } },
    { for word in var.blue_green ? ["balancer"] : [] : word => { description = "Requests to the load balancer", from_port = 80, security_group_id = module.balancer_security_group[0].id } },
  )
}

module "balancer_security_group" {
  source = "../../modules/security-group"
  count  = var.blue_green ? 1 : 0

  name        = local.names["balancer"]
  description = "Load balancer of the service - called by the VPC link, calls the tasks"
  vpc_id      = local.network.id

  ingress = {
    link = { description = "Requests from the VPC link", from_port = 80, security_group_id = module.link_security_group.id }
  }

  egress = {
    tasks = { description = "Requests and health checks to the tasks", from_port = local.port, security_group_id = module.service_security_group.id }
  }
}

# What the service may call is in the network's own group for tasks, which every task has as well.
module "service_security_group" {
  source = "../../modules/security-group"

  name        = local.names["service"]
  description = "Tasks of the service: called by the VPC link only"
  vpc_id      = local.network.id

  ingress = merge(
    { for word in var.blue_green ? [] : ["link"] : word => { description = "Requests from the VPC link", from_port = local.port, security_group_id = module.link_security_group.id } },
    { for word in var.blue_green ? ["balancer"] : [] : word => { description = "Requests and health checks of the load balancer", from_port = local.port, security_group_id = module.balancer_security_group[0].id } },
  )
}
