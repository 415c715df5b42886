output "lost" {
  description = "Published addresses that are gone without a moved block: the next apply would destroy what they stand for."
  value       = sort(setsubtract(var.published, setunion(local.declared, local.moved)))
}

output "unpublished" {
  description = "Declared addresses that are not on the list yet, so that nobody would notice their renaming."
  value       = sort(setsubtract(local.declared, var.published))
}
