# One network for every stack of the repository. Public subnets carry load balancers, private ones carry tasks; with
# nat_mode none tasks stand in public, with an address of their own.
module "network" {
  source = "../../modules/network"
  count  = var.shared_network ? 1 : 0

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

locals {
  tasks_in_public = var.nat_mode == "none"

  # The network takes two eighths of its addresses for each of at most three zones. The fourth is left for the database of
  # one stack, a quarter of it for each zone.
  data_eighth  = cidrsubnet(var.vpc_cidr, 3, 3)
  data_subnets = { for index, zone in var.availability_zones : zone => cidrsubnet(local.data_eighth, 2, index) }
}
