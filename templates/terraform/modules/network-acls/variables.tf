variable "name" {
  description = "Name of the network ACL."
  type        = string
  nullable    = false
}

variable "vpc_id" {
  description = "Id of the network (VPC) the subnets are in."
  type        = string
  nullable    = false
}

variable "subnet_ids" {
  description = "Subnets whose traffic is filtered; each has one network ACL."
  type        = list(string)
  nullable    = false
}

variable "ingress" {
  description = "What may come in: word for the rule => number (lower ones win), protocol (tcp or udp), ports, addresses, and allow or deny. Answers need rules of their own: a network ACL remembers no connections."
  type = map(object({
    number    = number
    protocol  = optional(string, "tcp")
    from_port = number
    to_port   = number
    cidr      = string
    action    = optional(string, "allow")
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for rule in values(var.ingress) : rule.number >= 1 && rule.number <= 32766 && floor(rule.number) == rule.number]) && length(distinct([for rule in values(var.ingress) : rule.number])) == length(var.ingress) && length(var.ingress) <= 20
    error_message = "ingress: every rule needs a number of its own from 1 to 32766, and AWS takes 20 rules; got ${join(", ", [for word, rule in var.ingress : "${word} ${rule.number}"])}."
  }

  validation {
    condition     = alltrue([for rule in values(var.ingress) : contains(["tcp", "udp"], rule.protocol) && contains(["allow", "deny"], rule.action) && can(cidrhost(rule.cidr, 0)) && rule.from_port >= 0 && rule.to_port <= 65535 && rule.from_port <= rule.to_port])
    error_message = "ingress: protocol is tcp or udp, action allow or deny, cidr a range such as 10.20.0.0/20, and the ports run from 0 to 65535; got ${jsonencode(var.ingress)}."
  }

  validation {
    condition     = alltrue([for rule in values(var.ingress) : alltrue([for port in [22, 3389] : rule.from_port > port || rule.to_port < port]) if rule.cidr == "0.0.0.0/0" && rule.action == "allow"])
    error_message = "ingress: the whole internet may reach neither SSH (22) nor RDP (3389); answers to outgoing connections arrive at ports from 32768."
  }
}

variable "egress" {
  description = "What may go out: word for the rule => number (lower ones win), protocol (tcp or udp), ports, addresses, and allow or deny. Answers need rules of their own: a network ACL remembers no connections."
  type = map(object({
    number    = number
    protocol  = optional(string, "tcp")
    from_port = number
    to_port   = number
    cidr      = string
    action    = optional(string, "allow")
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for rule in values(var.egress) : rule.number >= 1 && rule.number <= 32766 && floor(rule.number) == rule.number]) && length(distinct([for rule in values(var.egress) : rule.number])) == length(var.egress) && length(var.egress) <= 20
    error_message = "egress: every rule needs a number of its own from 1 to 32766, and AWS takes 20 rules; got ${join(", ", [for word, rule in var.egress : "${word} ${rule.number}"])}."
  }

  validation {
    condition     = alltrue([for rule in values(var.egress) : contains(["tcp", "udp"], rule.protocol) && contains(["allow", "deny"], rule.action) && can(cidrhost(rule.cidr, 0)) && rule.from_port >= 0 && rule.to_port <= 65535 && rule.from_port <= rule.to_port])
    error_message = "egress: protocol is tcp or udp, action allow or deny, cidr a range such as 10.20.0.0/20, and the ports run from 0 to 65535; got ${jsonencode(var.egress)}."
  }
}
