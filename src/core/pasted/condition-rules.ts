import { type Said, said } from '#core/rules/said.ts'
import { isMisspelt } from './external-id-rules.ts'
import type { Patient } from './pasted-role.ts'
import { type Ailment, type AilmentWords, pages } from './pasted-rule.ts'
import { roleArnParts } from './role-arn-parts.ts'
import { type ConditionTest, isKey } from './trust-reading.ts'

const conditionTests = ({ trust }: Patient): readonly ConditionTest[] => (trust?.assuming ?? []).flatMap(({ tests }) => tests)

type ExtraKeys = Pick<Ailment, 'id' | 'title'> & { readonly keys: readonly string[]; readonly why: string }

/** Keys that no call of a vendor can have a fitting value for, or that the customer cannot rely on. */
const extraKeys: readonly ExtraKeys[] = [
  {
    id: 'condition-mfa',
    title: 'The condition asks for multi-factor authentication',
    keys: ['aws:MultiFactorAuthPresent', 'aws:MultiFactorAuthAge'],
    why: 'A program has no device to give a code from.',
  },
  {
    id: 'condition-source-ip',
    title: 'The condition asks for a network address',
    keys: ['aws:SourceIp', 'aws:VpcSourceIp', 'aws:SourceVpc', 'aws:SourceVpce', 'aws:SourceVpcArn'],
    why: 'The address that the application calls from is not part of what was agreed, and may change.',
  },
  {
    id: 'condition-organization',
    title: 'The condition asks for an AWS organization',
    keys: ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths', 'aws:SourceOrgID', 'aws:SourceOrgPaths', 'aws:ResourceOrgID'],
    why: 'The application is in no organization of yours.',
  },
  {
    id: 'condition-source-account',
    title: 'The condition asks for the source of a service call',
    keys: ['aws:SourceArn', 'aws:SourceAccount'],
    why: 'These keys exist only in calls that an AWS service makes, and this call is made by an application.',
  },
  {
    id: 'condition-service',
    title: 'The condition asks for a call by an AWS service',
    keys: [
      'aws:PrincipalIsAWSService',
      'aws:PrincipalServiceName',
      'aws:PrincipalServiceNamesList',
      'aws:ViaAWSService',
      'aws:CalledVia',
      'aws:CalledViaFirst',
      'aws:CalledViaLast',
    ],
    why: 'The call is made by an application, not by an AWS service.',
  },
  {
    id: 'condition-time',
    title: 'The condition limits the time',
    keys: ['aws:CurrentTime', 'aws:EpochTime', 'aws:TokenIssueTime'],
    why: 'The role stops to answer when that time has come.',
  },
  {
    id: 'condition-region',
    title: 'The condition asks for a region',
    keys: ['aws:RequestedRegion'],
    why: 'The application may call STS in another region.',
  },
  {
    id: 'condition-session-name',
    title: 'The condition asks for a session name',
    keys: ['sts:RoleSessionName', 'sts:SourceIdentity', 'aws:SourceIdentity'],
    why: 'The name of a session is for the vendor to choose.',
  },
]

const words = (test: ConditionTest, why: string): AilmentWords => ({
  sentence: said`The trust policy has a further condition, ${test.operator} on ${test.key}, that was not asked for.`,
  detail: said`${why} Remove it, or talk to the vendor if your company demands it.`,
})

const extraKey = ({ id, title, keys, why }: ExtraKeys): Ailment => ({
  id,
  part: 'trust-policy',
  title,
  source: pages.conditionKeys,
  found: (patient) => {
    const test = conditionTests(patient).find((candidate) => keys.some((key) => isKey(candidate, key)))
    return test === undefined ? null : words(test, why)
  },
})

const expectedKeys = ({ plan }: Patient): readonly string[] => [
  'sts:ExternalId',
  ...(plan.applicationRoleArn === null ? [] : ['aws:PrincipalArn']),
]

const anyExtra: Ailment = {
  id: 'condition-further',
  part: 'trust-policy',
  title: 'The trust policy has a further condition',
  source: pages.conditionKeys,
  found: (patient) => {
    const told = [...expectedKeys(patient), ...extraKeys.flatMap(({ keys }) => keys)]
    const test = conditionTests(patient).find((candidate) => !isMisspelt(candidate) && !told.some((key) => isKey(candidate, key)))
    return test === undefined ? null : words(test, 'Whether the application can fulfil it is not known.')
  },
}

const principalTests = (patient: Patient): readonly ConditionTest[] =>
  patient.plan.applicationRoleArn === null ? [] : conditionTests(patient).filter((test) => isKey(test, 'aws:PrincipalArn'))

type ArnForm = Pick<Ailment, 'id' | 'title' | 'saysLessThan'> & {
  readonly is: (value: string, wanted: string) => boolean
  readonly sentence: (value: string, wanted: string) => Said
}

const sameName = (value: string, wanted: string, change: (text: string) => string = (text) => text): boolean =>
  change(roleArnParts(value)?.roleName ?? '') === change(roleArnParts(wanted)?.roleName ?? '.')

const arnForms: readonly ArnForm[] = [
  {
    id: 'principal-arn-session',
    title: 'The condition on aws:PrincipalArn names a session',
    is: (value) => value.includes(':assumed-role/'),
    sentence: (value, wanted) =>
      said`The condition on aws:PrincipalArn names the session ${value}; for a session the key holds the role, ${wanted}.`,
  },
  {
    id: 'principal-arn-case',
    title: 'The condition on aws:PrincipalArn differs in upper and lower case',
    is: (value, wanted) => value !== wanted && value.toLowerCase() === wanted.toLowerCase(),
    sentence: (value, wanted) =>
      said`The condition on aws:PrincipalArn names ${value}, which differs from ${wanted} in upper and lower case.`,
  },
  {
    id: 'principal-arn-path',
    title: 'The condition on aws:PrincipalArn has another path',
    is: (value, wanted) =>
      value !== wanted &&
      sameName(value, wanted) &&
      roleArnParts(value)?.accountId === roleArnParts(wanted)?.accountId &&
      roleArnParts(value)?.path !== roleArnParts(wanted)?.path,
    sentence: (value, wanted) => said`The condition on aws:PrincipalArn names ${value}, which has another path than ${wanted}.`,
  },
  {
    id: 'principal-arn-other',
    saysLessThan: ['principal-arn-session', 'principal-arn-case', 'principal-arn-path'],
    title: 'The condition on aws:PrincipalArn names another role',
    is: (value, wanted) => value !== wanted,
    sentence: (value, wanted) => said`The condition on aws:PrincipalArn names ${value}, and the application role is ${wanted}.`,
  },
]

const arnAilment = ({ is, sentence, ...ailment }: ArnForm): Ailment => ({
  ...ailment,
  part: 'trust-policy',
  source: `${pages.conditionKeys}#condition-keys-principalarn`,
  found: (patient) => {
    const wanted = patient.plan.applicationRoleArn ?? ''
    const value = principalTests(patient)
      .flatMap(({ values }) => values)
      .find((candidate) => is(candidate, wanted))
    return value === undefined
      ? null
      : { sentence: sentence(value, wanted), detail: said`It must be ArnEquals with aws:PrincipalArn ${wanted}.` }
  },
})

const equalOperators = ['ArnEquals', 'ArnLike', 'StringEquals']

const arnOperator: Ailment = {
  id: 'principal-arn-operator',
  part: 'trust-policy',
  title: 'aws:PrincipalArn is compared in another way than asked for',
  source: pages.operators,
  found: (patient) => {
    const test = principalTests(patient).find(({ operator }) => !equalOperators.includes(operator))
    if (test === undefined) return null
    return {
      sentence: said`The application role is compared by ${test.operator} instead of ArnEquals.`,
      detail: said`It must be ArnEquals with aws:PrincipalArn ${patient.plan.applicationRoleArn ?? ''}.`,
    }
  },
}

const arnMissing: Ailment = {
  id: 'principal-arn-missing',
  saysLessThan: ['second-statement-open'],
  part: 'trust-policy',
  title: 'The condition that names the application role is missing',
  source: `${pages.conditionKeys}#condition-keys-principalarn`,
  found: ({ trust, plan }) => {
    const isMissing = trust?.assuming.some(({ tests }) => !tests.some((test) => isKey(test, 'aws:PrincipalArn')))
    if (plan.applicationRoleArn === null || !isMissing) return null
    return {
      sentence: said`The trust policy lets every role of the vendor account in, not only ${plan.applicationRoleArn}.`,
      detail: said`The condition ArnEquals with aws:PrincipalArn ${plan.applicationRoleArn} is missing.`,
    }
  },
}

/** What is asked for beside the external ID. */
export const conditionAilments: readonly Ailment[] = [
  ...extraKeys.map(extraKey),
  anyExtra,
  ...arnForms.map(arnAilment),
  arnOperator,
  arnMissing,
]
