locals {
  # Without a NAT gateway the page's tasks need an address of their own to reach ECR, the logs and the API.
  ui_in_public = var.network_source == "own" ? var.nat_mode == "none" : var.shared_network.assign_public_ip
}

module "network" {
  source = "../../modules/network"
  count  = var.network_source == "own" ? 1 : 0

  name                     = local.names["network"]
  account_id               = var.account_id
  region                   = var.region
  network_mode             = "public_and_private"
  nat_mode                 = var.nat_mode
  cidr                     = var.vpc_cidr
  availability_zones       = var.availability_zones
  flow_log_role_name       = local.names["flow-log-role"]
  log_retention_days       = var.log_retention_days
  kms_key_arn              = local.kms_key_arn
  permissions_boundary_arn = var.permissions_boundary_arn
}

module "load_balancer_security_group" {
  source = "../../modules/security-group"

  name        = local.names["alb-access"]
  description = "Load balancer of the page: called by browsers, calls the tasks"
  vpc_id      = local.network.id

  ingress = merge(
    { for cidr in var.ui_allowed_cidrs : "http-${replace(cidr, "/[^0-9]/", "-")}" => { description = var.certificate_arn == null ? "The page, unencrypted" : "Redirected to TLS", cidr_ipv4 = cidr, from_port = 80 } },
    { for cidr in var.certificate_arn == null ? [] : var.ui_allowed_cidrs : "https-${replace(cidr, "/[^0-9]/", "-")}" => { description = "The page over TLS", cidr_ipv4 = cidr, from_port = 443 } },
  )

  egress = { ui = { description = "The tasks of the page", security_group_id = module.ui_security_group.id, from_port = local.ui_port } }
}

# What the tasks may call, TLS and nothing else, says the network's own group for tasks.
module "ui_security_group" {
  source = "../../modules/security-group"

  name        = local.names["ui-access"]
  description = "Tasks of the page: called by the load balancer only"
  vpc_id      = local.network.id

  ingress = { load-balancer = { description = "The load balancer", security_group_id = module.load_balancer_security_group.id, from_port = local.ui_port } }
}
