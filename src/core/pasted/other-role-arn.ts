import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { PlanFacts } from './pasted-rule.ts'

type NamedRole = Pick<PlanFacts, 'roleArn' | 'account' | 'vendor'> & { readonly named: string }

/** A role ARN with nothing where its account is. */
export const lacksAccount = (arn: string): boolean => /:iam:::role\//.test(arn)

const partitionNames: Readonly<Record<string, string>> = {
  aws: 'the commercial Regions',
  'aws-us-gov': 'AWS GovCloud (US)',
  'aws-cn': 'the China Regions',
}

/** The partitions of two role ARNs, where they differ. https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
export function otherPartition(named: string, roleArn: string): { readonly named: string; readonly planned: string } | null {
  const [ofNamed, ofPlan] = [named, roleArn].map((arn) => arn.split(':')[1] ?? '')
  return ofNamed === undefined || ofPlan === undefined || ofNamed === ofPlan ? null : { named: ofNamed, planned: ofPlan }
}

const inPartition = (partition: string): string => partitionNames[partition] ?? `the partition ${partition}`

/** The account of the named role, in groups of four, where that alone differs. */
export function otherAccount(named: string, roleArn: string): string | null {
  const [ofNamed, ofPlan] = [named, roleArn].map((arn) => arn.split(':'))
  const accountId = ofNamed?.[4] ?? ''
  return ofNamed?.[5] === ofPlan?.[5] && /^\d{12}$/.test(accountId) && accountId !== ofPlan?.[4] ? accountIdInGroups(accountId) : null
}

export function otherRoleSentence({ named, roleArn, account }: NamedRole): string {
  const [partition, accountOfNamed] = [otherPartition(named, roleArn), otherAccount(named, roleArn)]
  if (partition !== null)
    return `The message names the role ${named}, which is in ${inPartition(partition.named)}. This connection is for a role in ${inPartition(partition.planned)}: ${roleArn}.`
  if (accountOfNamed !== null)
    return `The message names the role ${named}, which is in account ${accountOfNamed}. This connection is for account ${account}, with the role ${roleArn}.`
  return lacksAccount(named)
    ? `The message names the role ${named}, which has no account ID. This connection uses ${roleArn}.`
    : `The message names the role ${named}. This connection uses ${roleArn}.`
}

export function otherRoleDetail({ vendor, roleArn, named }: NamedRole): string {
  const partition = otherPartition(named, roleArn)
  if (partition !== null)
    return `These are separate partitions of AWS. Accounts, credentials, and STS endpoints of one don’t work in the other, so no trust policy lets ${vendor} assume a role there from its account. If your account is in ${inPartition(partition.named)}, ask ${vendor} whether it supports that. If you run the program yourself, its credentials and its Region must be of the role’s partition. Otherwise, enter ${roleArn} in ${vendor}.`
  return `${lacksAccount(named) ? 'Unless the text was shortened, a program has filled in the ARN without the account, so no role can be found by it. ' : ''}Enter ${roleArn} in ${vendor}, or ask ${vendor} which connection the message belongs to.`
}
