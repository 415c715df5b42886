variable "vpc" {
  description = "Subnets and security groups the function stands in, for what only a network reaches, such as a database; null leaves it outside of any network. In a network it has no public address: what it calls there needs a gateway or an endpoint."
  type = object({
    subnet_ids         = list(string)
    security_group_ids = list(string)
  })
  default = null

  validation {
    condition     = var.vpc == null ? true : length(var.vpc.subnet_ids) > 0 && length(var.vpc.security_group_ids) > 0
    error_message = "vpc needs at least one subnet and one security group; use null for a function outside of any network."
  }
}

variable "publish_versions" {
  description = "Whether every change becomes a numbered version, which an alias can point to and a deployment can shift traffic between."
  type        = bool
  default     = false
  nullable    = false
}
