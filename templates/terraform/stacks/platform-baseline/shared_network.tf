# What the stack stands in: its own network, or the one that all stacks of the repository share.
locals {
  network = one(concat(
    [for own in module.network : {
      id                     = own.id
      subnet_ids             = own.subnet_ids
      public_subnet_ids      = own.public_subnet_ids
      task_security_group_id = own.task_security_group_id
      assign_public_ip       = own.assign_public_ip
    }],
    [for shared in var.network_source == "shared" ? [var.shared_network] : [] : {
      id                     = shared.id
      subnet_ids             = shared.subnet_ids
      public_subnet_ids      = shared.public_subnet_ids
      task_security_group_id = shared.task_security_group_id
      assign_public_ip       = shared.assign_public_ip
    }],
  ))
}
