variable "network_mode" {
  description = "Where there is a network (serving ecs, or postgres), how AWS is reached from it: public_ip (tasks have an address of their own), private_endpoints_1az or private_endpoints_2az (interface endpoints in one or two zones, paid by the hour)."
  type        = string
  default     = "public_ip"
  nullable    = false

  validation {
    condition     = contains(["public_ip", "private_endpoints_1az", "private_endpoints_2az"], var.network_mode)
    error_message = "network_mode \"${var.network_mode}\" must be public_ip, private_endpoints_1az or private_endpoints_2az."
  }

  validation {
    condition     = var.network_source == "shared" || !(var.serving == "lambda" && var.database_engine == "postgres" && var.network_mode == "public_ip")
    error_message = "network_mode \"public_ip\": a function in a network never has a public address, so it could not read the database's password. Take private_endpoints_1az or private_endpoints_2az, serve by ecs, or keep records in dynamodb."
  }
}

variable "vpc_cidr" {
  description = "IPv4 addresses of the network, from /16 to /24, such as 10.20.0.0/20; one eighth of them for each zone's tasks, one for each zone's data."
  type        = string
  default     = "10.20.0.0/20"
  nullable    = false

  validation {
    condition     = can(cidrhost(var.vpc_cidr, 0)) && try(tonumber(split("/", var.vpc_cidr)[1]) >= 16 && tonumber(split("/", var.vpc_cidr)[1]) <= 24, false) && try(cidrhost(var.vpc_cidr, 0) == split("/", var.vpc_cidr)[0], false)
    error_message = "vpc_cidr \"${var.vpc_cidr}\" must be an IPv4 range from /16 to /24 that begins at its first address, such as 10.20.0.0/20."
  }
}

variable "availability_zones" {
  description = "Zones of the network, 1 to 4, at least two for postgres; none where there is no network. The order decides the addresses: add new ones at the end."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.availability_zones) <= 4 && length(distinct(var.availability_zones)) == length(var.availability_zones) && alltrue([for zone in var.availability_zones : startswith(zone, var.region)])
    error_message = "availability_zones: ${join(", ", var.availability_zones)} - give at most 4 different zones of the region ${var.region}, such as ${var.region}a."
  }

  validation {
    condition     = length(var.availability_zones) >= (var.database_engine == "postgres" ? 2 : var.serving == "ecs" ? 1 : 0)
    error_message = "availability_zones holds ${length(var.availability_zones)}; serving \"${var.serving}\" with ${var.database_engine} needs at least ${var.database_engine == "postgres" ? 2 : 1}, such as ${var.region}a and ${var.region}b."
  }
}

variable "network_acls" {
  description = "Whether the subnets are fenced by network ACLs too, not by security groups alone."
  type        = bool
  default     = true
  nullable    = false
}
