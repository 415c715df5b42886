variable "network_mode" {
  description = "How tasks reach AWS: public_ip (an address of their own, paid by the hour for each task), private_endpoints_1az or private_endpoints_2az (no way out but interface endpoints in one or two zones, paid by the hour)."
  type        = string
  default     = "public_ip"
  nullable    = false

  validation {
    condition     = contains(["public_ip", "private_endpoints_1az", "private_endpoints_2az"], var.network_mode)
    error_message = "network_mode \"${var.network_mode}\" must be public_ip, private_endpoints_1az or private_endpoints_2az."
  }
}

variable "vpc_cidr" {
  description = "IPv4 addresses of the service's network, from /16 to /24, such as 10.40.0.0/20; one eighth of them for each zone."
  type        = string
  default     = "10.40.0.0/20"
  nullable    = false

  validation {
    condition     = try(cidrhost(var.vpc_cidr, 0) == split("/", var.vpc_cidr)[0] && tonumber(split("/", var.vpc_cidr)[1]) >= 16 && tonumber(split("/", var.vpc_cidr)[1]) <= 24, false)
    error_message = "vpc_cidr \"${var.vpc_cidr}\" must be an IPv4 range from /16 to /24 that begins at its first address, such as 10.40.0.0/20."
  }

  # AWS keeps five addresses of every subnet; endpoints and the VPC link take up to five more. A deployment has each task twice.
  validation {
    condition     = try(var.scaling.max_tasks * 2 <= length(var.availability_zones) * (pow(2, 29 - tonumber(split("/", var.vpc_cidr)[1])) - 10), true)
    error_message = "vpc_cidr \"${var.vpc_cidr}\" has no room for ${var.scaling.max_tasks * 2} tasks (max_tasks twice, as in a deployment) in ${length(var.availability_zones)} zone(s), each of which gets one eighth of it. Choose a larger range, more zones, or fewer max_tasks."
  }

  # Two ranges overlap where, cut to the wider of their two prefixes, they are the same.
  validation {
    condition = alltrue([
      for other in var.connected_cidrs : try(
        cidrhost("${split("/", var.vpc_cidr)[0]}/${min(split("/", var.vpc_cidr)[1], split("/", other)[1])}", 0) != cidrhost("${split("/", other)[0]}/${min(split("/", var.vpc_cidr)[1], split("/", other)[1])}", 0), true
      )
    ])
    error_message = "vpc_cidr \"${var.vpc_cidr}\" overlaps one of connected_cidrs (${join(", ", var.connected_cidrs)}); two networks with the same addresses can never be connected. Choose a range beside them."
  }
}

variable "connected_cidrs" {
  description = "IPv4 ranges of the networks that this one is or will be connected to (peering, transit gateway, VPN), such as [\"10.0.0.0/12\"]; vpc_cidr must share no address with them."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for range in var.connected_cidrs : can(cidrhost(range, 0)) && can(regex("^[0-9.]+/[0-9]+$", range))])
    error_message = "connected_cidrs: ${join(", ", var.connected_cidrs)} - every entry must be an IPv4 range such as 10.0.0.0/12."
  }
}

variable "availability_zones" {
  description = "Zones the tasks run in, 1 to 8. The order decides their addresses: add new ones at the end."
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
}
