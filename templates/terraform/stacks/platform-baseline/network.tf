locals {
  # The network gives the tasks the first eighths of its addresses, zone by zone; the data gets the upper ones.
  # A shared network keeps some of its addresses for the database of one stack.
  data_subnets = var.network_source == "own" ? { for index, zone in var.availability_zones : zone => cidrsubnet(var.vpc_cidr, 3, 4 + index) } : var.shared_network.data_subnets
  network_cidr = var.network_source == "own" ? var.vpc_cidr : var.shared_network.cidr

  # What is reached by an endpoint where there is no way out: images and logs of tasks, and the secret of the database.
  interface_services = concat(
    local.on_ecs ? ["ecr.api", "ecr.dkr", "logs"] : [],
    local.postgres ? ["secretsmanager"] : [],
  )
}

module "network" {
  source = "../../modules/network"
  count  = local.in_network && var.network_source == "own" ? 1 : 0

  name                     = local.names["network"]
  account_id               = var.account_id
  region                   = var.region
  network_mode             = var.network_mode
  cidr                     = var.vpc_cidr
  availability_zones       = var.availability_zones
  interface_services       = local.interface_services
  flow_log_role_name       = local.names["flow-log-role"]
  log_retention_days       = var.log_retention_days
  kms_key_arn              = local.kms_key_arn
  permissions_boundary_arn = var.permissions_boundary_arn
}

module "balancer_access" {
  source = "../../modules/security-group"
  count  = local.on_ecs ? 1 : 0

  name        = local.names["balancer-access"]
  description = "Load balancer of the API - called by the VPC link, calls the tasks"
  vpc_id      = local.network.id

  egress = {
    tasks = { description = "Requests and health checks to the tasks", from_port = local.port, security_group_id = module.serving_access[0].id }
  }
}

module "serving_access" {
  source = "../../modules/security-group"
  count  = local.in_network ? 1 : 0

  name        = local.names["serving-access"]
  description = "What serves the model - called by the load balancer, calls the database"
  vpc_id      = local.network.id

  ingress = {
    for word in local.on_ecs ? ["balancer"] : [] : word => { description = "Requests and health checks of the load balancer", from_port = local.port, security_group_id = module.balancer_access[0].id }
  }

  egress = {
    for word in local.postgres ? ["database"] : [] : word => { description = "Queries to the database", from_port = 5432, security_group_id = module.database_access[0].id }
  }
}

module "database_access" {
  source = "../../modules/security-group"
  count  = local.postgres ? 1 : 0

  name        = local.names["database-access"]
  description = "Database - called by what serves the model, calls nobody"
  vpc_id      = local.network.id

  ingress = {
    serving = { description = "Queries of what serves the model", from_port = 5432, security_group_id = module.serving_access[0].id }
  }
}
