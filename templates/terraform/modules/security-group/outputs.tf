output "id" {
  description = "Id of the security group, known before its rules: two groups may name each other."
  value       = aws_security_group.this.id
}

output "rules" {
  description = "Every rule as \"in <word>\" or \"out <word>\" => protocol, ports, and whom it names."
  value = merge(
    { for word, rule in aws_vpc_security_group_ingress_rule.this : "in ${word}" => "${rule.ip_protocol} ${coalesce(rule.from_port, "all")}-${coalesce(rule.to_port, "all")} ${coalesce(rule.cidr_ipv4, rule.cidr_ipv6, rule.prefix_list_id, rule.referenced_security_group_id)}" },
    { for word, rule in aws_vpc_security_group_egress_rule.this : "out ${word}" => "${rule.ip_protocol} ${coalesce(rule.from_port, "all")}-${coalesce(rule.to_port, "all")} ${coalesce(rule.cidr_ipv4, rule.cidr_ipv6, rule.prefix_list_id, rule.referenced_security_group_id)}" },
  )
}
