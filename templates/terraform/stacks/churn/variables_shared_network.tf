variable "network_source" {
  description = "Whose network the stack stands in: own (it builds one), or shared (the one that terraform/stacks/foundation built for every stack of the repository; the stack's own network settings then count for nothing). A change replaces what stands in the network."
  type        = string
  default     = "own"
  nullable    = false

  validation {
    condition     = contains(["own", "shared"], var.network_source)
    error_message = "network_source \"${var.network_source}\" must be own or shared."
  }
}

variable "shared_network" {
  description = "With network_source = \"shared\": the output shared_network of terraform/stacks/foundation. scripts/deploy.sh hands it on; by hand it is -var shared_network=\"$(terraform -chdir=terraform/stacks/foundation output -json shared_network)\"."
  type = object({
    id                     = string
    cidr                   = string
    subnet_ids             = list(string)
    public_subnet_ids      = list(string)
    task_security_group_id = string
    assign_public_ip       = bool
    data_subnets           = map(string)
  })
  default = null

  validation {
    condition     = var.network_source != "shared" || var.shared_network != null
    error_message = "network_source is \"shared\", and shared_network is missing: deploy the foundation first (scripts/deploy.sh foundation ${var.environment}) and hand on its output, as scripts/deploy.sh does. If it has no shared network, switch shared_network on in its variable file, or set network_source to \"own\" here."
  }
}
