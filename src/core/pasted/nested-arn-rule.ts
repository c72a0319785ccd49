import { messages } from '#core/text/messages.ts'
import { assuming } from './pasted-role.ts'
import { familyRule, type PlanFacts, pages, planFacts, trusted } from './pasted-rule.ts'

export const nestedArnMessages = messages('nested-arn-rule', {
  'principal-nested-arn': {
    title: 'The principal has an ARN in place of the account ID',
    sentence: ({ named }: PlanFacts & { readonly named: string }) =>
      `IAM rejects the principal ${named}, because it has an ARN where the account ID belongs.`,
    detail: (facts: PlanFacts) =>
      `In the AWS CDK, AccountPrincipal is for account IDs, and ArnPrincipal for ARNs. The principal must be ${trusted(facts)}.`,
  },
})

/** `AccountPrincipal` of the AWS CDK writes such a principal for an ARN. https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.AccountPrincipal.html */
export const nestedArn = familyRule(nestedArnMessages.in, {
  id: 'principal-nested-arn',
  part: 'trust-policy',
  suppresses: ['TP04', 'TP09'],
  source: pages.principal,
  facts: (pastedRole) => {
    const principal = assuming(pastedRole)
      .flatMap(({ principals }) => principals)
      .find(({ text }) => /^arn:[^:]*:iam::arn:/.test(text))
    return principal === undefined ? null : { ...planFacts(pastedRole.plan), named: principal.text }
  },
})
