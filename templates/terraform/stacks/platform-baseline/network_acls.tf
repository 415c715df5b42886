locals {
  anywhere = "0.0.0.0/0"
}

# A second fence around each kind of subnet, which holds even where a security group was opened by mistake. The subnets of a
# shared network are other stacks' too, whose calls this stack cannot know.
module "serving_acl" {
  source = "../../modules/network-acls"
  count  = local.in_network && var.network_acls && var.network_source == "own" ? 1 : 0

  name       = "${local.names["network"]}-serving"
  vpc_id     = local.network.id
  subnet_ids = local.network.subnet_ids

  ingress = {
    inside  = { number = 100, from_port = 0, to_port = 65535, cidr = local.network_cidr }
    answers = { number = 200, from_port = 32768, to_port = 65535, cidr = local.anywhere }
  }

  egress = {
    inside = { number = 100, from_port = 0, to_port = 65535, cidr = local.network_cidr }
    tls    = { number = 200, from_port = 443, to_port = 443, cidr = local.anywhere }
  }
}

module "data_acl" {
  source = "../../modules/network-acls"
  count  = local.postgres && var.network_acls ? 1 : 0

  name       = "${local.names["network"]}-data"
  vpc_id     = local.network.id
  subnet_ids = values(module.database.subnet_ids)

  ingress = {
    queries = { number = 100, from_port = 5432, to_port = 5432, cidr = local.network_cidr }
    # The second instance, where there is one, answers the first from these ports.
    answers = { number = 200, from_port = 32768, to_port = 65535, cidr = local.network_cidr }
  }

  egress = {
    answers = { number = 100, from_port = 1024, to_port = 65535, cidr = local.network_cidr }
  }
}
