import type { Command } from './command.ts'
import type { HostingOption } from './hosting-report.ts'

export const hostingCommand: Command<HostingOption> = {
  name: 'hosting',
  summary: 'Prints the role that your application runs as',
  file: 'optional',
  options: {
    on: { value: 'PLATFORM', text: 'The platform that your application runs on' },
    as: { value: 'ARTIFACT', text: 'What is printed: a policy, a template, or commands' },
    role: { value: 'NAME', text: 'The role, if not the one in "applicationRoleName"' },
    region: { value: 'REGION', text: 'The Region of the application' },
    table: { value: 'NAME', text: 'A DynamoDB table of your application', isRepeatable: true },
    bucket: { value: 'NAME', text: 'An S3 bucket of your application', isRepeatable: true },
    'registry-table': { value: 'NAME', text: 'The DynamoDB table in which Rolebridge keeps its connections' },
    cluster: { value: 'NAME', text: 'The EKS cluster' },
    namespace: { value: 'NAME', text: 'The Kubernetes namespace' },
    'service-account': { value: 'NAME', text: 'The Kubernetes service account' },
    'oidc-issuer': { value: 'URL', text: 'The OIDC issuer of the EKS cluster' },
    'trust-anchor-arn': { value: 'ARN', text: 'The trust anchor of IAM Roles Anywhere' },
    'function-name': { value: 'NAME', text: 'The Lambda function' },
  },
  details: async () => (await import('./hosting-report.ts')).hostingDetails(),
  failure: 'cannot print the role',
  run: async (given, environment) => (await import('./hosting-report.ts')).hostingReport(given, environment),
}
