variable "image_uris" {
  description = "Images of the steps and of the API's function, best by digest as scripts/build-and-push.sh prints them; null takes the tag latest of this stack's repository."
  type        = object({ steps = optional(string), api = optional(string) })
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([
      for uri in values(var.image_uris) :
      uri == null ? true : can(regex("^[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/[a-z0-9._/-]+(@sha256:[a-f0-9]{64}|:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})$", uri))
    ])
    error_message = "image_uris: steps and api must be images in ECR, <account>.dkr.ecr.<region>.amazonaws.com/<repository>@sha256:<64 hex digits> or :<tag>; the roles may pull no other."
  }
}

variable "architecture" {
  description = "Processor both images are built for: x86_64 or arm64."
  type        = string
  default     = "x86_64"
  nullable    = false

  validation {
    condition     = contains(["x86_64", "arm64"], var.architecture)
    error_message = "architecture \"${var.architecture}\" must be x86_64 or arm64, the one the images are built for."
  }
}

variable "steps" {
  description = "Size of each step: CPU units (1024 are one processor), memory in MiB, and seconds after which it is ended. One entry each for baseline, prune, distill, quantize and evaluate."
  type        = map(object({ cpu = number, memory = number, timeout_seconds = number }))
  nullable    = false

  validation {
    condition     = toset(keys(var.steps)) == toset(["baseline", "prune", "distill", "quantize", "evaluate"])
    error_message = "steps has the entries ${join(", ", keys(var.steps))}; it needs exactly baseline, prune, distill, quantize and evaluate."
  }

  validation {
    condition = alltrue([for step in values(var.steps) : contains(lookup({
      256   = [512, 1024, 2048]
      512   = range(1024, 4097, 1024)
      1024  = range(2048, 8193, 1024)
      2048  = range(4096, 16385, 1024)
      4096  = range(8192, 30721, 1024)
      8192  = range(16384, 61441, 4096)
      16384 = range(32768, 122881, 8192)
    }, step.cpu, []), step.memory)])
    error_message = "steps: ${join(", ", [for name, step in var.steps : "${name} ${step.cpu}/${step.memory}"])} - Fargate sells cpu/memory (MiB) in these pairs only: 256 with 512, 1024 or 2048; 512 with 1024 to 4096; 1024 with 2048 to 8192; 2048 with 4096 to 16384; 4096 with 8192 to 30720 (steps of 1024); 8192 with 16384 to 61440 (steps of 4096); 16384 with 32768 to 122880 (steps of 8192)."
  }

  validation {
    condition     = alltrue([for step in values(var.steps) : step.timeout_seconds >= 60 && step.timeout_seconds <= 86400 && floor(step.timeout_seconds) == step.timeout_seconds])
    error_message = "steps: timeout_seconds must be a whole number from 60 (a container takes its time to start) to 86400 (a day), got ${join(", ", [for name, step in var.steps : "${name} ${step.timeout_seconds}"])}."
  }
}

variable "ephemeral_storage_gib" {
  description = "Size of each step's disk in GiB, the image and /tmp together: 20 (included in the price) to 200."
  type        = number
  default     = 20
  nullable    = false

  validation {
    condition     = var.ephemeral_storage_gib >= 20 && var.ephemeral_storage_gib <= 200 && floor(var.ephemeral_storage_gib) == var.ephemeral_storage_gib
    error_message = "ephemeral_storage_gib is ${var.ephemeral_storage_gib}; Fargate takes whole numbers from 20 to 200."
  }
}

variable "use_spot" {
  description = "Whether steps run on spare capacity: cheaper, but AWS may stop a step at two minutes' notice; the run then fails and can be started again from that step."
  type        = bool
  default     = false
  nullable    = false
}

variable "network_mode" {
  description = "How steps reach AWS: public_ip (an address of their own while they run, nothing to pay when idle), private_endpoints_1az or private_endpoints_2az (no way out but interface endpoints in one or two zones, paid by the hour)."
  type        = string
  default     = "public_ip"
  nullable    = false

  validation {
    condition     = contains(["public_ip", "private_endpoints_1az", "private_endpoints_2az"], var.network_mode)
    error_message = "network_mode \"${var.network_mode}\" must be public_ip, private_endpoints_1az or private_endpoints_2az."
  }
}

variable "vpc_cidr" {
  description = "IPv4 addresses of the steps' network, from /16 to /24, such as 10.20.0.0/20; one eighth of them for each zone."
  type        = string
  default     = "10.20.0.0/20"
  nullable    = false

  validation {
    condition     = try(cidrhost(var.vpc_cidr, 0) == split("/", var.vpc_cidr)[0] && tonumber(split("/", var.vpc_cidr)[1]) >= 16 && tonumber(split("/", var.vpc_cidr)[1]) <= 24, false)
    error_message = "vpc_cidr \"${var.vpc_cidr}\" must be an IPv4 range from /16 to /24 that begins at its first address, such as 10.20.0.0/20."
  }
}

variable "availability_zones" {
  description = "Zones the steps may run in, 1 to 8. The order decides their addresses: add new ones at the end."
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
