locals {
  routes = {
    for route, settings in var.routes : route => merge(settings, {
      method     = split(" ", route)[0]
      path       = split(" ", route)[1]
      parameters = [for name in regexall("\\{([^}]+)\\}", route) : name[0]]
      # Models are named by letters and digits only.
      model = join("", [for word in split(" ", replace(route, "/[^A-Za-z0-9]+/", " ")) : title(lower(word))])
    })
  }

  paths  = toset([for route in values(local.routes) : route.path])
  first  = toset([for path in local.paths : split("/", path)[1]])
  second = toset([for path in local.paths : path if length(split("/", path)) == 3])

  resource_ids = merge(
    { for segment, resource in aws_api_gateway_resource.first : "/${segment}" => resource.id },
    { for path, resource in aws_api_gateway_resource.second : path => resource.id },
  )
}

resource "aws_api_gateway_rest_api" "this" {
  name               = var.name
  description        = var.description
  binary_media_types = var.binary_media_types

  endpoint_configuration {
    types = ["REGIONAL"]
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_resource" "first" {
  for_each = local.first

  rest_api_id = aws_api_gateway_rest_api.this.id
  parent_id   = aws_api_gateway_rest_api.this.root_resource_id
  path_part   = each.value
}

resource "aws_api_gateway_resource" "second" {
  for_each = local.second

  rest_api_id = aws_api_gateway_rest_api.this.id
  parent_id   = aws_api_gateway_resource.first[split("/", each.value)[1]].id
  path_part   = split("/", each.value)[2]
}
