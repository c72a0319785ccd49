import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { ErrorFacts } from './pasted-rule.ts'
import { isInOneAccount } from './role-denial.ts'

/** An account and a Region that the AWS CDK deploys to, as far as the text names them. */
export type CdkEnvironment = {
  readonly accountId: string
  /** In groups of four. */
  readonly account: string
  readonly region: string
  /** The account that the call was made from, where it's another one. Empty otherwise. */
  readonly trustedAccount: string
}

/** The roles are named after their account and Region. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html */
const environment = /\brole-(\d{12})-([a-z]{2}(?:-[a-z]+)+-\d)\b|aws:\/\/(\d{12})\/([a-z]{2}(?:-[a-z]+)+-\d)\b/

/** With the values of the connection where the text names none. */
export function cdkEnvironment({ message, denial, ...facts }: ErrorFacts): CdkEnvironment {
  const [, ofRole, regionOfRole, written, region] = environment.exec(message) ?? []
  const accountId = ofRole ?? written ?? facts.accountId
  const isElsewhere = denial !== null && isInOneAccount(denial) === false
  return {
    accountId,
    account: accountIdInGroups(accountId),
    region: regionOfRole ?? region ?? facts.region,
    trustedAccount: isElsewhere ? (denial.callerAccount ?? '') : '',
  }
}

/** Without this role, nothing is deployed. The others are for what comes before. */
export const isDeployRole = (message: string): boolean => /:role\/cdk-\w+-deploy-role-/.test(message)

export const bootstrapCommand = ({ accountId, region }: CdkEnvironment): string => `cdk bootstrap aws://${accountId}/${region}`
