variable "shared_network" {
  description = "Whether there is one network for all stacks. Each stack that is to stand in it says network_source = \"shared\"."
  type        = bool
  default     = false
  nullable    = false
}

variable "nat_mode" {
  description = "How tasks in the shared network reach AWS: per_az (a NAT gateway in each zone), single (one for all), or none (each task in a public subnet with an address of its own, dev only). Each gateway is paid by the hour and by what goes through it."
  type        = string
  default     = "single"
  nullable    = false

  validation {
    condition     = contains(["per_az", "single", "none"], var.nat_mode)
    error_message = "nat_mode \"${var.nat_mode}\" must be per_az, single or none."
  }

  validation {
    condition     = !var.shared_network || var.environment != "prod" || var.nat_mode != "none"
    error_message = "nat_mode none puts every task of every stack into public subnets and is refused in prod. Use per_az, or single where one gateway must do."
  }
}

variable "vpc_cidr" {
  description = "IPv4 addresses of the shared network, from /16 to /22, such as 10.60.0.0/20: an eighth of them for each subnet, and one for a database."
  type        = string
  default     = "10.60.0.0/20"
  nullable    = false

  validation {
    condition     = try(cidrhost(var.vpc_cidr, 0) == split("/", var.vpc_cidr)[0] && tonumber(split("/", var.vpc_cidr)[1]) >= 16 && tonumber(split("/", var.vpc_cidr)[1]) <= 22, false)
    error_message = "vpc_cidr \"${var.vpc_cidr}\" must be an IPv4 range from /16 to /22 that begins at its first address, such as 10.60.0.0/20; a smaller one has no room for every stack."
  }
}

variable "availability_zones" {
  description = "Zones of the shared network, 2 or 3: load balancers need two, and the addresses are for three. The order decides their addresses: add a third at the end."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = !var.shared_network || (length(var.availability_zones) >= 2 && length(var.availability_zones) <= 3)
    error_message = "availability_zones holds ${length(var.availability_zones)}; the shared network takes 2 or 3 zones, such as ${var.region}a and ${var.region}b."
  }

  validation {
    condition     = length(distinct(var.availability_zones)) == length(var.availability_zones) && alltrue([for zone in var.availability_zones : can(regex("^${var.region}[a-z]$", zone))])
    error_message = "availability_zones: ${join(", ", var.availability_zones)} - give different zones of the region ${var.region}, such as ${var.region}a."
  }
}
