variable "ingress" {
  description = "Who may open connections to it: word for the rule => description, protocol, ports (to_port as from_port where left out), and exactly one of cidr_ipv4, cidr_ipv6, prefix_list_id, security_group_id or self."
  type = map(object({
    description       = string
    ip_protocol       = optional(string, "tcp")
    from_port         = optional(number)
    to_port           = optional(number)
    cidr_ipv4         = optional(string)
    cidr_ipv6         = optional(string)
    prefix_list_id    = optional(string)
    security_group_id = optional(string)
    self              = optional(bool, false)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for rule in values(var.ingress) : can(regex("^[a-zA-Z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]{1,255}$", rule.description))])
    error_message = "ingress: every rule needs a description of 1 to 255 letters, digits, spaces or ._-:/()#,@[]+=&;{}!$*, got ${join(", ", [for word, rule in var.ingress : "${word} \"${rule.description}\""])}. EC2 takes no others, an apostrophe neither."
  }

  validation {
    condition = alltrue([
      for rule in values(var.ingress) :
      (rule.cidr_ipv4 == null ? 0 : 1) + (rule.cidr_ipv6 == null ? 0 : 1) + (rule.prefix_list_id == null ? 0 : 1) + (rule.security_group_id == null ? 0 : 1) + (rule.self ? 1 : 0) == 1
    ])
    error_message = "ingress: every rule names exactly one of cidr_ipv4, cidr_ipv6, prefix_list_id, security_group_id or self = true; check ${join(", ", keys(var.ingress))}."
  }

  validation {
    condition = alltrue([
      for rule in values(var.ingress) : rule.ip_protocol == "-1" ? rule.from_port == null && rule.to_port == null : (
        rule.from_port == null ? false : rule.from_port >= -1 && rule.from_port <= 65535 && (rule.to_port == null ? true : rule.to_port >= rule.from_port && rule.to_port <= 65535)
      )
    ])
    error_message = "ingress: a rule needs from_port (and a to_port not below it) up to 65535; with ip_protocol \"-1\" it has no ports at all, got ${join(", ", [for word, rule in var.ingress : "${word} ${rule.ip_protocol} ${coalesce(rule.from_port, "none")}-${coalesce(rule.to_port, "none")}"])}."
  }

  validation {
    condition = alltrue([
      for rule in values(var.ingress) :
      rule.ip_protocol != "-1" && alltrue([for port in [22, 3389] : try(rule.from_port > port || coalesce(rule.to_port, rule.from_port) < port, false)])
      if rule.cidr_ipv4 == "0.0.0.0/0" || rule.cidr_ipv6 == "::/0"
    ])
    error_message = "ingress: the whole internet may reach neither SSH (22), nor RDP (3389), nor every port; name the ports it needs, or narrow the addresses."
  }
}
