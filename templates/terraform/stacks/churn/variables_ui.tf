variable "certificate_arn" {
  description = "ARN of the ACM certificate of the page's name, in the stack's region; port 80 then only redirects. Required in prod; null serves the page unencrypted."
  type        = string
  default     = null

  validation {
    condition     = var.certificate_arn == null ? true : can(regex("^arn:aws[a-z-]*:acm:${var.region}:[0-9]{12}:certificate/.+$", var.certificate_arn))
    error_message = "certificate_arn must be the ARN of an ACM certificate of the region ${var.region} (arn:aws:acm:${var.region}:<account>:certificate/<id>), or null."
  }

  validation {
    condition     = var.environment != "prod" || var.certificate_arn != null
    error_message = "certificate_arn is missing; prod serves the page over TLS only. Request a certificate for its name in ACM, in ${var.region}, and give its ARN."
  }
}

variable "ui_allowed_cidrs" {
  description = "IPv4 ranges from which the page may be opened, such as those of the office or VPN; [\"0.0.0.0/0\"] for everybody. The page asks nobody who they are."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.ui_allowed_cidrs) > 0 && length(var.ui_allowed_cidrs) <= 25 && alltrue([for cidr in var.ui_allowed_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0] && !strcontains(cidr, ":"), false)])
    error_message = "ui_allowed_cidrs: ${join(", ", var.ui_allowed_cidrs)} - give 1 to 25 IPv4 ranges that begin at their first address, such as 203.0.113.0/24."
  }
}

variable "ui_size" {
  description = "Size of one task of the page: CPU units (1024 are one processor) and memory in MiB."
  type        = object({ cpu = number, memory = number })
  default     = { cpu = 512, memory = 1024 }
  nullable    = false

  validation {
    condition = contains(lookup({
      256   = [512, 1024, 2048]
      512   = range(1024, 4097, 1024)
      1024  = range(2048, 8193, 1024)
      2048  = range(4096, 16385, 1024)
      4096  = range(8192, 30721, 1024)
      8192  = range(16384, 61441, 4096)
      16384 = range(32768, 122881, 8192)
    }, var.ui_size.cpu, []), var.ui_size.memory)
    error_message = "ui_size: cpu ${var.ui_size.cpu} with memory ${var.ui_size.memory} MiB - Fargate sells these pairs only: 256 with 512, 1024 or 2048; 512 with 1024 to 4096; 1024 with 2048 to 8192; 2048 with 4096 to 16384; 4096 with 8192 to 30720 (steps of 1024); 8192 with 16384 to 61440 (steps of 4096); 16384 with 32768 to 122880 (steps of 8192)."
  }
}

variable "ui_tasks" {
  description = "Fewest and most tasks of the page; between them their number follows processors (70 %) and memory (80 %)."
  type        = object({ min = number, max = number })
  default     = { min = 1, max = 2 }
  nullable    = false

  validation {
    condition     = var.ui_tasks.min >= 0 && var.ui_tasks.max >= 1 && var.ui_tasks.max >= var.ui_tasks.min && floor(var.ui_tasks.min) == var.ui_tasks.min && floor(var.ui_tasks.max) == var.ui_tasks.max
    error_message = "ui_tasks: min ${var.ui_tasks.min} and max ${var.ui_tasks.max} must be whole numbers, max at least 1 and not below min."
  }
}

variable "capacity_weights" {
  description = "How the page's tasks are shared between FARGATE and the cheaper FARGATE_SPOT, whose tasks AWS may take back at two minutes' notice. The first task is on FARGATE unless its weight is 0."
  type        = object({ fargate = number, fargate_spot = number })
  default     = { fargate = 1, fargate_spot = 0 }
  nullable    = false

  validation {
    condition     = alltrue([for weight in values(var.capacity_weights) : weight >= 0 && weight <= 1000 && floor(weight) == weight]) && sum(values(var.capacity_weights)) > 0
    error_message = "capacity_weights: fargate ${var.capacity_weights.fargate} and fargate_spot ${var.capacity_weights.fargate_spot} must be whole numbers from 0 to 1000, and one of them above 0."
  }
}
