variable "name" {
  description = "Name of the network, and the beginning of the names of its security groups."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,240}$", var.name)) && !startswith(var.name, "sg-")
    error_message = "name \"${var.name}\" must be 1 to 240 letters, digits, hyphens or underscores, and must not begin with sg-, which AWS keeps for itself."
  }
}

variable "account_id" {
  description = "AWS account id (12 digits) the network is in."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id \"${var.account_id}\" must be the 12 digits of an AWS account, written as a string."
  }
}

variable "region" {
  description = "AWS region the network is in."
  type        = string
  nullable    = false
}

variable "network_mode" {
  description = "How tasks reach AWS: public_ip (an address of their own while they run, nothing to pay when idle), private_endpoints_1az or private_endpoints_2az (no way out but interface endpoints in one or two zones), or public_and_private (a public and a private subnet in each zone; nat_mode says how the private ones get out)."
  type        = string
  default     = "public_ip"
  nullable    = false

  validation {
    condition     = contains(["public_ip", "private_endpoints_1az", "private_endpoints_2az", "public_and_private"], var.network_mode)
    error_message = "network_mode \"${var.network_mode}\" must be public_ip, private_endpoints_1az, private_endpoints_2az or public_and_private."
  }
}

variable "cidr" {
  description = "IPv4 addresses of the network, such as 10.20.0.0/20; one eighth of them for each availability zone."
  type        = string
  nullable    = false

  validation {
    condition     = can(cidrhost(var.cidr, 0)) && try(tonumber(split("/", var.cidr)[1]) >= 16 && tonumber(split("/", var.cidr)[1]) <= 24, false)
    error_message = "cidr \"${var.cidr}\" must be an IPv4 range from /16 to /24, such as 10.20.0.0/20."
  }

  validation {
    condition     = try(cidrhost(var.cidr, 0) == split("/", var.cidr)[0], true)
    error_message = "cidr \"${var.cidr}\" must begin at its first address: write ${try(cidrhost(var.cidr, 0), "the first address")}."
  }
}

variable "availability_zones" {
  description = "Zones that get a subnet, 1 to 8. The order decides their addresses: add new ones at the end."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.availability_zones) >= 1 && length(var.availability_zones) <= 8 && length(distinct(var.availability_zones)) == length(var.availability_zones)
    error_message = "availability_zones must hold 1 to 8 different zones, got ${jsonencode(var.availability_zones)}."
  }

  validation {
    condition     = alltrue([for zone in var.availability_zones : startswith(zone, var.region)])
    error_message = "availability_zones: ${join(", ", var.availability_zones)} - every zone must be one of the region ${var.region}, such as ${var.region}a."
  }

  validation {
    condition     = var.network_mode != "private_endpoints_2az" || length(var.availability_zones) >= 2
    error_message = "availability_zones holds one zone; private_endpoints_2az needs at least two."
  }

  validation {
    condition     = var.network_mode != "public_and_private" || length(var.availability_zones) <= 4
    error_message = "availability_zones holds ${length(var.availability_zones)} zones; public_and_private takes 4, for each of them takes two eighths of the addresses."
  }
}

variable "nat_mode" {
  description = "With public_and_private, how the private subnets get out: per_az (a NAT gateway in each zone, so that none depends on another), single (one for all) or none. Each gateway is paid by the hour and by what goes through it."
  type        = string
  default     = "per_az"
  nullable    = false

  validation {
    condition     = contains(["per_az", "single", "none"], var.nat_mode)
    error_message = "nat_mode \"${var.nat_mode}\" must be per_az, single or none."
  }
}

variable "interface_services" {
  description = "Services the tasks reach by an interface endpoint in the private modes; each costs by the hour and zone."
  type        = list(string)
  default     = ["ecr.api", "ecr.dkr", "logs"]
  nullable    = false
}

variable "flow_log_role_name" {
  description = "Name of the role that writes the flow log."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9+=,.@_-]{1,64}$", var.flow_log_role_name))
    error_message = "flow_log_role_name \"${var.flow_log_role_name}\" must be 1 to 64 letters, digits or one of + = , . @ _ -."
  }
}

variable "log_retention_days" {
  description = "Days the flow log is kept."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days is ${var.log_retention_days}; CloudWatch knows 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 and 3653."
  }
}

variable "kms_key_arn" {
  description = "Customer managed key for the flow log; null leaves the keys of AWS."
  type        = string
  default     = null
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the flow log's role; null for none."
  type        = string
  default     = null
}
