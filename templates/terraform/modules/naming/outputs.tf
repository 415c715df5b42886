output "names" {
  description = "Name per part: <team>-<name>-<environment>-<part>, bucket names followed by -<account_id>; shortened with a fingerprint where the service's limit asks for it."
  value       = local.names
}

output "prefix" {
  description = "The common beginning <team>-<name>-<environment>, for names that a module completes itself."
  value       = local.prefix
}
