output "state_bucket_name" {
  description = "Bucket that holds the state of every stack of this environment; the same name stands in backend.hcl."
  value       = module.state_bucket.name
}
