import fc from 'fast-check'
import type { PolicyStatement } from '#core/policy/document.ts'
import { PolicyDocument } from '#core/policy/document.ts'
import { evaluateTrustPolicy } from '#core/policy/evaluate.ts'
import type { StatedContext } from '#core/policy/request-context.ts'

/** The accounts and roles that a policy is about. */
export type Parties = {
  readonly partition: string
  readonly vendor: string
  readonly customer: string
  readonly externalId: string
  readonly ownRole: string
  readonly application: string
}

const thirdAccount = '999900001111'
const stranger = '999988887777'
const otherId = 'former-4Hq8sD2kW9x'
const unknownId = 'W8nZc5Hs2Pk7Qm2vK9dRt4X'
const now = '2026-11-30T12:00:00Z'

type Condition = NonNullable<PolicyStatement['Condition']>

const id = 'sts:ExternalId'

function idConditions(right: string): readonly Condition[] {
  return [
    { StringEquals: { [id]: right } },
    { StringEquals: { [id]: right } },
    { StringEquals: { [id]: right } },
    { StringEquals: { [id]: [right, otherId] } },
    { StringEquals: { [id]: [right, 'REPLACE_ME'] } },
    { StringEquals: { [id]: otherId } },
    { StringEquals: { [id]: `${right} ` } },
    { StringLike: { [id]: '*' } },
    { StringLike: { [id]: `${right.slice(0, 6)}*` } },
    { StringEqualsIfExists: { [id]: right } },
    { 'ForAllValues:StringEquals': { [id]: right } },
    { StringEqualsIgnoreCase: { [id]: right } },
    { StringNotEquals: { [id]: right } },
    { StringNotEquals: { [id]: otherId } },
    { StringNotEquals: { [id]: [] } },
    { Null: { [id]: 'true' } },
    { Null: { [id]: 'false' } },
    { StringEquals: { 'sts:External-Id': right } },
  ]
}

const callerConditions = ({ vendor, ownRole, application }: Parties): readonly Condition[] => [
  { StringEquals: { 'aws:PrincipalAccount': vendor } },
  { StringEquals: { 'aws:PrincipalAccount': [vendor, thirdAccount] } },
  { StringNotEquals: { 'aws:PrincipalAccount': vendor } },
  { ArnLike: { 'aws:PrincipalArn': ownRole } },
  { ArnEquals: { 'aws:PrincipalArn': application } },
  {
    ArnEquals: {
      'aws:PrincipalArn': application
        .toUpperCase()
        .replace(/^ARN:AWS:IAM/, 'arn:aws:iam')
        .replace(':ROLE/', ':role/'),
    },
  },
  { ArnEquals: { 'aws:PrincipalArn': application.replace(':role/', ':role/service/') } },
  { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${vendor}:role/Other` } },
  { ArnEquals: { 'aws:PrincipalArn': `arn:aws:sts::${vendor}:assumed-role/App/i-0abc` } },
  { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${thirdAccount}:role/App` } },
]

const otherConditions: readonly Condition[] = [
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
  { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
  { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
  { StringLike: { 'aws:PrincipalOrgID': 'o-*' } },
  { StringEquals: { 'aws:SourceAccount': '444455556666' } },
  { StringNotEquals: { 'aws:SourceAccount': '444455556666' } },
  { DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } },
  { DateLessThan: { 'aws:CurrentTime': '2199-01-01T00:00:00.123456Z' } },
  { Bool: { 'aws:SecureTransport': 'true' } },
  { Bool: { 'aws:ViaAWSService': 'false' } },
  { StringEquals: { 'aws:PrincipalTag/team': 'images' } },
  { StringLike: { 'sts:RoleSessionName': 'admin-*' } },
  { StringEquals: { 'sts:SourceIdentity': 'someone' } },
]

/** One condition, with the operators and keys of all. */
function joined(conditions: readonly Condition[]): Condition {
  const operators = [...new Set(conditions.flatMap(Object.keys))]
  return Object.fromEntries(operators.map((operator) => [operator, Object.assign({}, ...conditions.map((each) => each[operator]))]))
}

const principalsFor = ({ vendor, customer, ownRole, application }: Parties): readonly (string | string[])[] => {
  const root = `arn:aws:iam::${vendor}:root`
  return [
    root,
    root,
    root,
    vendor,
    '*',
    '*',
    application,
    application.replace(':role/', ':role/service/'),
    `arn:aws:iam::${vendor}:role/Other`,
    `arn:aws:iam::${vendor}:user/deploy`,
    `arn:aws:sts::${vendor}:assumed-role/App/i-0abc`,
    `arn:aws:iam::${thirdAccount}:root`,
    `arn:aws:iam::${customer}:root`,
    ownRole,
    'AROA4EXAMPLE5EXAMPLE6',
    'arn:aws:iam::*:root',
    [root, `arn:aws:iam::${thirdAccount}:root`],
    [root, ownRole],
  ]
}

/** Statements as people write them for one vendor, right and wrong. */
export function writtenStatements(parties: Parties): fc.Arbitrary<readonly PolicyStatement[]> {
  const { vendor, customer, externalId } = parties
  const some = (list: readonly Condition[], maxLength: number) => fc.array(fc.constantFrom(...list), { maxLength })
  const conditions = fc
    .tuple(some(idConditions(externalId), 2), some(callerConditions(parties), 1), some(otherConditions, 1))
    .map((lists) => joined(lists.flat()))
  const base = { Action: 'sts:AssumeRole' }
  const allow = fc
    .tuple(fc.constantFrom(...principalsFor(parties)), conditions)
    .map(([AWS, Condition]): PolicyStatement => ({ ...base, Effect: 'Allow', Principal: { AWS }, Condition }))
  const denied = fc.constantFrom('*', '*', `arn:aws:iam::${customer}:root`, `arn:aws:iam::${vendor}:root`)
  const deny = fc
    .tuple(denied, conditions)
    .map(([AWS, Condition]): PolicyStatement => ({ ...base, Effect: 'Deny', Principal: { AWS }, Condition }))
  const right: PolicyStatement = {
    ...base,
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${vendor}:root` },
    Condition: { StringEquals: { [id]: externalId } },
  }
  const first = fc.oneof(fc.constant(right), allow)
  const others = fc.array(fc.oneof({ weight: 2, arbitrary: allow }, { weight: 1, arbitrary: deny }), { maxLength: 2 })
  return fc.tuple(first, others).map(([statement, more]) => [statement, ...more])
}

export const policyTextOf = (statements: readonly PolicyStatement[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements })

/** Callers in an organization, and from an address, that no policy here names. */
const elsewhere: StatedContext = {
  'aws:PrincipalOrgID': 'o-ofnooneelse',
  'aws:PrincipalOrgPaths': ['o-ofnooneelse/r-1/'],
  'aws:SourceIp': '198.51.100.99',
}
const withMfa: StatedContext = { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '60' }
const dates = (texts: readonly string[]): readonly Date[] => texts.map((time) => new Date(time))
const times = dates([now, '2100-01-01T00:00:00Z', '2300-01-01T00:00:00Z'])

export const triedNow = new Date(now)

type Tried = {
  readonly callers: readonly string[]
  readonly ids: readonly (string | undefined)[]
  readonly contexts?: readonly StatedContext[]
  readonly at?: readonly Date[]
}

/** The answers to calls at any time from now on. */
const answers = (text: string, tried: Tried): readonly string[] => answersToEach(text, tried).flat()

/** For each call, what it gets at several times. */
function answersToEach(text: string, { callers, ids, contexts = [{}, withMfa], at = times }: Tried): readonly (readonly string[])[] {
  const policy = PolicyDocument.parse(JSON.parse(text))
  return callers.flatMap((callerArn) =>
    ids.flatMap((externalId) =>
      contexts.map((context) =>
        at.map((time) => evaluateTrustPolicy(policy, { callerArn, action: 'sts:AssumeRole', externalId, moments: [time], context })),
      ),
    ),
  )
}

const roleNames = ['App', 'APP', 'Other', 'Application', 'PixelworksApplication', 'PIXELWORKSAPPLICATION']

const inAccount = (account: string, { parties: { partition } }: Pick<Judged, 'parties'>): readonly string[] => [
  ...roleNames.map((role) => `arn:${partition}:sts::${account}:assumed-role/${role}/i-0abc`),
  ...['service/App', 'service/PixelworksApplication'].map((role) => `arn:${partition}:iam::${account}:role/${role}`),
  `arn:${partition}:iam::${account}:user/deploy`,
]

export type Judged = {
  readonly text: string /** With the statement alone that is spoken of. */
  readonly alone: string
  readonly parties: Parties
  readonly applications: readonly string[]
}

const mayEnter = (text: string, tried: Tried): boolean =>
  answers(text, tried).some((answer) => answer === 'allowed' || answer === 'unknown')

/** Callers that the policy names. */
const namedIn = ({ text }: Pick<Judged, 'text'>): readonly string[] =>
  text.match(/arn:[\w-]+:(?:iam|sts)::\d{12}:(?:role|user|assumed-role)\/[\w+=,.@/-]+/g) ?? []

/** In the account of the vendor. */
const ofVendor = (judged: Judged): readonly string[] => {
  const { partition, vendor } = judged.parties
  const isOfVendor = (arn: string) => arn.startsWith(`arn:${partition}:`) && arn.includes(`::${vendor}:`)
  return [...inAccount(vendor, judged), ...namedIn(judged).filter(isOfVendor)]
}

const valuesOfIds = ({ text }: Judged): readonly string[] =>
  [...text.matchAll(/"sts:ExternalId":\s*(\[[^\]]*\]|"[^"]*")/gi)].flatMap(([, values = '']) =>
    [...values.matchAll(/"([^"]*)"/g)].flatMap(([, value]) => value ?? []),
  )

const vendorCallers = (judged: Judged): readonly string[] => (judged.applications.length > 0 ? judged.applications : ofVendor(judged))

const strangers = (judged: Judged): readonly string[] => inAccount(stranger, judged)
const othersThanOwn = (judged: Judged): readonly string[] => [
  ...strangers(judged),
  ...[...new Set([...(judged.text.match(/\d{12}/g) ?? []), judged.parties.customer])]
    .filter((account) => account !== judged.parties.vendor)
    .flatMap((account) => inAccount(account, judged)),
  ...namedIn(judged).filter((arn) => !arn.includes(`::${judged.parties.vendor}:`) && arn !== judged.parties.ownRole),
]
const everyone = (judged: Judged): readonly string[] => [
  ...ofVendor(judged),
  ...judged.applications,
  ...othersThanOwn(judged),
  judged.parties.ownRole,
]
const otherIdsIn = (judged: Judged): readonly string[] => valuesOfIds(judged).filter((value) => value !== judged.parties.externalId)

const wrongIds = (judged: Judged): readonly (string | undefined)[] => withoutRight(judged, judged.parties.externalId)

const withoutRight = (judged: Judged, externalId: string): readonly (string | undefined)[] => [
  undefined,
  unknownId,
  ...otherIdsIn(judged),
  otherId,
  'REPLACE_ME',
  // STS takes no such ID, but the policy does.
  `${externalId} `,
  externalId.slice(0, 6),
  `${externalId}x`,
  externalId.toUpperCase(),
  externalId.toLowerCase(),
]

export type Claim = (judged: Judged) => boolean

/** A right call of the vendor isn't allowed, as far as the policy tells. */
export const keepsVendorOut: Claim = (judged) =>
  !answers(judged.text, { callers: vendorCallers(judged), ids: [judged.parties.externalId], contexts: [elsewhere] }).includes('allowed')

/** The statement that is spoken of lets no call of the vendor in. */
export const allowsNothing: Claim = (judged) =>
  !mayEnter(judged.alone, { callers: everyone(judged), ids: [judged.parties.externalId, ...wrongIds(judged)] })

/** At some address a right call of the vendor isn't allowed. */
export const dependsOnAddress: Claim = (judged) => {
  const { externalId } = judged.parties
  const organizations = [{}, { 'aws:PrincipalOrgID': [], 'aws:PrincipalOrgPaths': [] }]
  const contexts = ['198.51.100.99', '203.0.113.7', '10.0.0.7'].flatMap((address) =>
    organizations.map((organization) => ({ ...elsewhere, ...organization, 'aws:SourceIp': address })),
  )
  return contexts.some(
    (context) => !answers(judged.text, { callers: vendorCallers(judged), ids: [externalId], contexts: [context] }).includes('allowed'),
  )
}

export const deniesVendor: Claim = (judged) =>
  !mayEnter(judged.text, { callers: vendorCallers(judged), ids: [judged.parties.externalId], contexts: [{}] })

export const allowsVendor: Claim = (judged) =>
  answers(judged.text, { callers: vendorCallers(judged), ids: [judged.parties.externalId], contexts: [{}] }).includes('allowed')

export const letsEveryAccountIn: Claim = (judged) =>
  mayEnter(judged.text, {
    callers: strangers(judged),
    ids: [judged.parties.externalId, ...wrongIds(judged)],
    contexts: [elsewhere, { ...elsewhere, ...withMfa }],
  })

export const letsOthersIn: Claim = (judged) =>
  mayEnter(judged.text, { callers: othersThanOwn(judged), ids: [judged.parties.externalId, ...wrongIds(judged)] })

export const letsOwnRoleIn: Claim = ({ text, parties: { ownRole, externalId } }) =>
  answers(text, { callers: [ownRole], ids: [externalId, undefined] }).includes('allowed')

export const takesWrongId: Claim = (judged) => mayEnter(judged.text, { callers: everyone(judged), ids: wrongIds(judged) })

export const takesWrongIdOfVendor: Claim = (judged) => mayEnter(judged.text, { callers: ofVendor(judged), ids: wrongIds(judged) })

export const takesNoId: Claim = (judged) => mayEnter(judged.text, { callers: everyone(judged), ids: [undefined] })

export const takesAnyId: Claim = (judged) => mayEnter(judged.text, { callers: everyone(judged), ids: [unknownId] })

export const takesOtherCase: Claim = (judged) => {
  const { externalId } = judged.parties
  return mayEnter(judged.text, { callers: everyone(judged), ids: [externalId.toUpperCase(), externalId.toLowerCase()] })
}

export const takesAnotherId: Claim = (judged) =>
  mayEnter(judged.text, { callers: everyone(judged), ids: [judged.parties.externalId] }) &&
  mayEnter(judged.text, {
    callers: everyone(judged),
    ids: [...otherIdsIn(judged), otherId, 'REPLACE_ME', judged.parties.externalId.slice(0, 6), `${judged.parties.externalId}x`],
  })

export const isUnknown: Claim = (judged) =>
  answersToEach(judged.text, { callers: everyone(judged), ids: [judged.parties.externalId, ...wrongIds(judged)] }).some(
    (atTimes) => atTimes.includes('unknown') || new Set(atTimes).size > 1,
  )

export const opensRole: Claim = (judged) => takesWrongId(judged) || letsOthersIn(judged)

/** Sessions with another name than those that the policy names. */
export const keepsOtherSessionsOut: Claim = (judged) =>
  !mayEnter(judged.text, {
    callers: ofVendor(judged)
      .filter((arn) => arn.includes(':assumed-role/'))
      .map((arn) => arn.replace(/[^/]*$/, 'another')),
    ids: [judged.parties.externalId],
  })

/** A role or user of the vendor that isn't the application. */
export const letsOtherRoleIn: Claim = (judged) =>
  mayEnter(judged.text, {
    callers: ofVendor(judged).filter(
      (arn) => !judged.applications.some((role) => arn === role || arn.includes(`/${role.split('/').at(-1)}/`)),
    ),
    ids: [judged.parties.externalId, ...wrongIds(judged)],
  })

/** At some time a right call of the vendor isn't allowed. */
export const dependsOnTime: Claim = (judged) =>
  answersToEach(judged.text, {
    callers: vendorCallers(judged),
    ids: [judged.parties.externalId],
    contexts: [elsewhere],
    at: dates(['2010-01-01T00:00:00Z', now, '2300-01-01T00:00:00Z']),
  })[0]?.some((answer) => answer !== 'allowed') ?? false
