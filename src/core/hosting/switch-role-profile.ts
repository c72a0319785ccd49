import type { SwitchRole } from './switch-role-facts.ts'

type Source = { readonly line: string; readonly profile: string }

const direct = (name: string): Source => ({ line: `credential_source = ${name}`, profile: '' })

const through = (lines: readonly string[]): Source => ({
  line: 'source_profile = application',
  profile: `[profile application]\n${lines.join('\n')}\n\n`,
})

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html has the three names of credential_source. */
function source({ platform, applicationRoleArn, trustAnchorArn }: SwitchRole): Source {
  switch (platform) {
    case 'ec2':
    case 'ec2-auto-scaling':
      return direct('Ec2InstanceMetadata')
    case 'ecs':
    case 'eks':
      return direct('EcsContainer')
    case 'lambda':
    case 'iam-user':
      return direct('Environment')
    case 'eks-irsa':
      return through([
        `role_arn = ${applicationRoleArn}`,
        'web_identity_token_file = /var/run/secrets/eks.amazonaws.com/serviceaccount/token',
      ])
    case 'roles-anywhere':
      return through([
        // https://docs.aws.amazon.com/rolesanywhere/latest/userguide/credential-helper.html
        `credential_process = aws_signing_helper credential-process --certificate application.pem --private-key application.key --trust-anchor-arn ${trustAnchorArn} --profile-arn PROFILE_ARN --role-arn ${applicationRoleArn}`,
      ])
    default:
      return platform satisfies never
  }
}

/** A profile without keys. */
export function switchRoleProfile(facts: SwitchRole): string {
  const { line, profile } = source(facts)
  return `# Append this to ~/.aws/config. Then: aws s3 ls s3://${facts.bucket} --profile customer
${profile}[profile customer]
region = ${facts.region}
sts_regional_endpoints = regional
${line}
role_arn = ${facts.roleArn}
external_id = ${facts.externalId}
role_session_name = ${facts.sessionName}
duration_seconds = 3600
`
}
