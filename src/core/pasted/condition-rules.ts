import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import { isMisspelt } from './external-id-rules.ts'
import type { PastedRole } from './pasted-role.ts'
import { type Found, type PastedRule, pages } from './pasted-rule.ts'
import { type ConditionTest, isKey } from './trust-reading.ts'

export const conditionMessages = messages('condition-rules', {
  'condition-mfa': {
    title: 'The condition asks for multi-factor authentication',
    why: 'Applications can’t use MFA.',
  },
  'condition-source-ip': {
    title: 'The condition asks for a network address',
    why: 'The address that the application calls from is not part of what was agreed, and may change.',
  },
  'condition-organization': {
    title: 'The condition asks for an AWS organization',
    why: 'The application is in no organization of yours.',
  },
  'condition-source-account': {
    title: 'The condition asks for the source of a service call',
    why: 'These keys exist only in calls that an AWS service makes, and this call is made by an application.',
  },
  'condition-service': {
    title: 'The condition asks for a call by an AWS service',
    why: 'The call is made by an application, not by an AWS service.',
  },
  'condition-time': {
    title: 'The condition limits the time',
    why: 'The role stops working at that time.',
  },
  'condition-region': {
    title: 'The condition asks for a region',
    why: 'The application may call STS in another region.',
  },
  'condition-session-name': {
    title: 'The condition asks for a session name',
    why: 'Session names are set by the vendor.',
  },
  conditionFurther: {
    title: 'The trust policy has a further condition',
    why: 'Whether the application can fulfil it is not known.',
  },
  extraSentence: (operator: string, key: string) =>
    `The trust policy has a further condition, ${operator} on ${key}, that was not asked for.`,
  extraDetail: (why: string) => `${why} Remove it, or talk to the vendor if your company requires it.`,
})

export const conditionTests = ({ trust }: PastedRole): readonly ConditionTest[] => (trust?.assuming ?? []).flatMap(({ tests }) => tests)

type ExtraKeys = {
  readonly id: Exclude<keyof ReturnType<typeof conditionMessages.in>, 'conditionFurther' | 'extraSentence' | 'extraDetail'>
  readonly keys: readonly string[]
}

/** Keys that no call of a vendor can have a fitting value for, or that the customer cannot rely on. */
const extraKeys: readonly ExtraKeys[] = [
  {
    id: 'condition-mfa',
    keys: ['aws:MultiFactorAuthPresent', 'aws:MultiFactorAuthAge'],
  },
  {
    id: 'condition-source-ip',
    keys: ['aws:SourceIp', 'aws:VpcSourceIp', 'aws:SourceVpc', 'aws:SourceVpce', 'aws:SourceVpcArn'],
  },
  {
    id: 'condition-organization',
    keys: ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths', 'aws:SourceOrgID', 'aws:SourceOrgPaths', 'aws:ResourceOrgID'],
  },
  {
    id: 'condition-source-account',
    keys: ['aws:SourceArn', 'aws:SourceAccount'],
  },
  {
    id: 'condition-service',
    keys: [
      'aws:PrincipalIsAWSService',
      'aws:PrincipalServiceName',
      'aws:PrincipalServiceNamesList',
      'aws:ViaAWSService',
      'aws:CalledVia',
      'aws:CalledViaFirst',
      'aws:CalledViaLast',
    ],
  },
  {
    id: 'condition-time',
    keys: ['aws:CurrentTime', 'aws:EpochTime', 'aws:TokenIssueTime'],
  },
  {
    id: 'condition-region',
    keys: ['aws:RequestedRegion'],
  },
  {
    id: 'condition-session-name',
    keys: ['sts:RoleSessionName', 'sts:SourceIdentity', 'aws:SourceIdentity'],
  },
]

const words = (test: ConditionTest, why: Text): Found => ({
  sentence: (language) => conditionMessages.in(language).extraSentence(test.operator, test.key),
  detail: (language) => conditionMessages.in(language).extraDetail(why(language)),
})

const extraKey = ({ id, keys }: ExtraKeys): PastedRule => ({
  id,
  part: 'trust-policy',
  title: (language) => conditionMessages.in(language)[id].title,
  source: pages.conditionKeys,
  found: (pastedRole) => {
    const test = conditionTests(pastedRole).find((candidate) => keys.some((key) => isKey(candidate, key)))
    return test === undefined ? null : words(test, (language) => conditionMessages.in(language)[id].why)
  },
})

const expectedKeys = ({ plan }: PastedRole): readonly string[] => [
  'sts:ExternalId',
  ...(plan.applicationRoleArn === null ? [] : ['aws:PrincipalArn']),
]

const anyExtra: PastedRule = {
  id: 'condition-further',
  part: 'trust-policy',
  title: (language) => conditionMessages.in(language).conditionFurther.title,
  source: pages.conditionKeys,
  found: (pastedRole) => {
    const told = [...expectedKeys(pastedRole), ...extraKeys.flatMap(({ keys }) => keys)]
    const test = conditionTests(pastedRole).find((candidate) => !isMisspelt(candidate) && !told.some((key) => isKey(candidate, key)))
    return test === undefined ? null : words(test, (language) => conditionMessages.in(language).conditionFurther.why)
  },
}

/** Conditions beside the ones that the plan has. */
export const conditionRules: readonly PastedRule[] = [...extraKeys.map(extraKey), anyExtra]
