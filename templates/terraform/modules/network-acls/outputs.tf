output "id" {
  description = "Id of the network ACL."
  value       = aws_network_acl.this.id
}

output "rules" {
  description = "Every rule as \"in <word>\" or \"out <word>\" => action, protocol, ports and addresses."
  value = merge(
    { for word, rule in aws_network_acl_rule.ingress : "in ${word}" => "${rule.rule_action} ${rule.protocol} ${rule.from_port}-${rule.to_port} ${rule.cidr_block}" },
    { for word, rule in aws_network_acl_rule.egress : "out ${word}" => "${rule.rule_action} ${rule.protocol} ${rule.from_port}-${rule.to_port} ${rule.cidr_block}" },
  )
}
