output "origin" {
  description = "The origin of the wizard, which is the audience of launch tokens."
  value       = local.origin
}

output "domain_target" {
  description = "Point a CNAME record of your domain here."
  value       = one(aws_apigatewayv2_domain_name.this[*].domain_name_configuration[0].target_domain_name)
}

output "template_bucket" {
  description = "The bucket for \"npm run template -- --bucket\"."
  value       = aws_s3_bucket.templates.id
}

output "role_arn" {
  description = "The role that customers trust."
  value       = aws_iam_role.application.arn
}
