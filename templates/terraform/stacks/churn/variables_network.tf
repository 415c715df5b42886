variable "vpc_cidr" {
  description = "IPv4 addresses of the stack's network, from /16 to /24, such as 10.30.0.0/20; an eighth of them for each subnet."
  type        = string
  default     = "10.30.0.0/20"
  nullable    = false

  validation {
    condition     = try(cidrhost(var.vpc_cidr, 0) == split("/", var.vpc_cidr)[0] && tonumber(split("/", var.vpc_cidr)[1]) >= 16 && tonumber(split("/", var.vpc_cidr)[1]) <= 24, false)
    error_message = "vpc_cidr \"${var.vpc_cidr}\" must be an IPv4 range from /16 to /24 that begins at its first address, such as 10.30.0.0/20."
  }

  # Two ranges share addresses if they are the same when both are widened to the larger of them.
  validation {
    condition = alltrue([
      for other in var.connected_cidrs : try(
        cidrhost("${split("/", other)[0]}/${min(tonumber(split("/", other)[1]), tonumber(split("/", var.vpc_cidr)[1]))}", 0) !=
        cidrhost("${split("/", var.vpc_cidr)[0]}/${min(tonumber(split("/", other)[1]), tonumber(split("/", var.vpc_cidr)[1]))}", 0), true
      )
    ])
    error_message = "vpc_cidr ${var.vpc_cidr} overlaps with one of connected_cidrs (${join(", ", var.connected_cidrs)}); networks that share addresses cannot be connected. Choose another range."
  }
}

variable "connected_cidrs" {
  description = "IPv4 ranges of the networks that this one is or will be connected to (peering, transit gateway, VPN); vpc_cidr must share no address with them."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for cidr in var.connected_cidrs : can(cidrhost(cidr, 0)) && !strcontains(cidr, ":")])
    error_message = "connected_cidrs: ${join(", ", var.connected_cidrs)} - every entry must be an IPv4 range such as 10.0.0.0/16."
  }
}

variable "availability_zones" {
  description = "Zones of the network, 2 to 4: the load balancer needs two. The order decides their addresses: add new ones at the end."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.availability_zones) >= 2 && length(var.availability_zones) <= 4 && length(distinct(var.availability_zones)) == length(var.availability_zones)
    error_message = "availability_zones must hold 2 to 4 different zones, got ${jsonencode(var.availability_zones)}: the load balancer needs two, and the network has addresses for four."
  }

  validation {
    condition     = alltrue([for zone in var.availability_zones : can(regex("^${var.region}[a-z]$", zone))])
    error_message = "availability_zones: ${join(", ", var.availability_zones)} - every zone must be one of the region ${var.region}, such as ${var.region}a."
  }
}

variable "nat_mode" {
  description = "How the page's tasks reach AWS: per_az (a NAT gateway in each zone), single (one for all), or none (each task in a public subnet with an address of its own, dev only). Each gateway is paid by the hour and by what goes through it."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["per_az", "single", "none"], var.nat_mode)
    error_message = "nat_mode \"${var.nat_mode}\" must be per_az, single or none."
  }

  validation {
    condition     = var.environment != "prod" || var.nat_mode != "none"
    error_message = "nat_mode none puts the page's tasks into public subnets and is refused in prod. Use per_az, or single where one gateway must do."
  }
}
