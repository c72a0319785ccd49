locals {
  # Only the account is a wildcard: new customers need no new policy, and no other role can be assumed.
  assumable = "arn:${local.partition}:iam::*:role${var.customer_role_path}${var.customer_role_name}"
  assumable_in_any_path = distinct([
    for path in ["/", "/*/"] : "arn:${local.partition}:iam::*:role${path}${var.customer_role_name}" if path != var.customer_role_path
  ])
}

# The role that customers trust. src/core/hosting has the same policy, and a test compares them.
resource "aws_iam_role" "application" {
  name = var.application_role_name

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { Service = "lambda.amazonaws.com" }
        Action    = "sts:AssumeRole"
      }
    ]
  })
}

resource "aws_iam_role_policy" "application" {
  name = var.application_role_name
  role = aws_iam_role.application.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid      = "AssumeCustomerRoles"
          Effect   = "Allow"
          Action   = ["sts:AssumeRole"]
          Resource = [local.assumable]
        }
      ],
      [
        for resources in [local.assumable_in_any_path] : {
          Sid      = "AssumeCustomerRolesInAnyPath"
          Effect   = "Allow"
          Action   = ["sts:AssumeRole"]
          Resource = resources
        } if var.customers_choose_path
      ],
      [
        {
          Sid    = "UseConnections"
          Effect = "Allow"
          Action = [
            "dynamodb:BatchGetItem",
            "dynamodb:BatchWriteItem",
            "dynamodb:ConditionCheckItem",
            "dynamodb:DeleteItem",
            "dynamodb:DescribeTable",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem",
          ]
          Resource = [local.table_arn, "${local.table_arn}/index/*"]
        },
        {
          Sid      = "WriteOwnLogs"
          Effect   = "Allow"
          Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
          Resource = ["arn:${local.partition}:logs:${local.region}:${local.account_id}:log-group:${local.log_group}:*"]
        },
        {
          Sid      = "ReadOwnPolicies"
          Effect   = "Allow"
          Action   = ["iam:GetRolePolicy", "iam:ListRolePolicies"]
          Resource = [local.role_arn]
        },
      ],
    )
  })
}
