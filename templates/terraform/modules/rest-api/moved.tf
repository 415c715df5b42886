# A service behind a VPC link needs no permission to be called, so the permission became one that may be absent.
moved {
  from = aws_lambda_permission.invoke
  to   = aws_lambda_permission.invoke[0]
}
