import { managedPolicyName } from '#core/aws/managed-policy.ts'
import { checks } from '#core/checks/checks.ts'
import { policyText } from '#core/policy/document.ts'

/** The actions of our checks that read settings. AWS's policies have many more. */
const settings = checks.map(({ action }) => action).filter((action) => /:(Describe|List|Get)/.test(action) && !action.startsWith('ce:'))

const allowing = (...actions: readonly string[]): string =>
  policyText({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: [...actions], Resource: '*' }] })

/** Enough of AWS's policies for the calls that are simulated. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html */
const texts: Readonly<Record<string, string>> = {
  AdministratorAccess: allowing('*'),
  ReadOnlyAccess: allowing(...settings, 's3:Get*', 's3:List*'),
  SecurityAudit: allowing(...settings),
  ViewOnlyAccess: allowing(...settings),
}

/** Undefined for policies that aren't AWS's, and for those that only have a name here. */
export function awsPolicyText(arn: string): string | undefined {
  const name = managedPolicyName(arn)
  return /^arn:[\w-]+:iam::aws:policy\//.test(arn) && Object.hasOwn(texts, name) ? texts[name] : undefined
}
