# Compares what a stack and its modules declare with the addresses that were published. Only reads files.

locals {
  stack_text = join("\n", [for file in fileset(var.stack_directory, "*.tf") : file("${var.stack_directory}/${file}")])

  modules = toset([for found in regexall("source\\s*=\\s*\"\\.\\./\\.\\./modules/([a-z0-9-]+)\"", local.stack_text) : found[0]])

  module_text = {
    for module in local.modules : module => join("\n", [
      for file in fileset("${var.stack_directory}/../../modules/${module}", "*.tf") : file("${var.stack_directory}/../../modules/${module}/${file}")
    ])
  }

  declared = toset(concat(
    [for found in regexall("(?m)^module \"([a-z0-9_]+)\"", local.stack_text) : "module.${found[0]}"],
    [for found in regexall("(?m)^resource \"([a-z0-9_]+)\" \"([a-z0-9_]+)\"", local.stack_text) : "${found[0]}.${found[1]}"],
    flatten([
      for module, text in local.module_text : [
        for found in regexall("(?m)^resource \"([a-z0-9_]+)\" \"([a-z0-9_]+)\"", text) : "${module}/${found[0]}.${found[1]}"
      ]
    ]),
    flatten([
      for module, text in local.module_text : [for found in regexall("(?m)^module \"([a-z0-9_]+)\"", text) : "${module}/module.${found[0]}"]
    ]),
  ))

  # The address in a moved block, without what follows it: instance keys, or the rest of a path into a module.
  moved = toset(concat(
    [for found in regexall("moved\\s*\\{\\s*from\\s*=\\s*([a-z0-9_]+\\.[a-z0-9_]+)", local.stack_text) : found[0]],
    flatten([
      for module, text in local.module_text : [
        for found in regexall("moved\\s*\\{\\s*from\\s*=\\s*([a-z0-9_]+\\.[a-z0-9_]+)", text) : "${module}/${found[0]}"
      ]
    ]),
  ))
}
