import { expect, onTestFinished, test } from 'vitest'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { listOf, type PolicyDocument, type PolicyStatement, policyText } from '#core/policy/document.ts'
import { inspectionSentences } from '#core/verify/inspection/inspection-words.ts'
import type { RoleSettings } from '#core/verify/inspection/role-settings.ts'
import { namedChecks } from '#core/verify/named-checks.ts'
import { assembled, dataFolder, iam } from './assembled-app.test-data.ts'
import { asked, vendor } from './http/app-double.test-data.ts'

const inspecting = Vendor.parse({ ...vendor, templates: {}, roleInspection: 'required' })
const blind = Vendor.parse({ ...vendor, templates: {} })

type Edit = (policy: PolicyDocument) => PolicyDocument
type Deviation = {
  readonly config?: Vendor
  readonly trust?: Edit
  readonly permissions?: Edit
  readonly attached?: string
  readonly settings?: Partial<RoleSettings>
}

/** Parameters of CreateRole. */
const settingParameters = ({ permissionsBoundary, maxSessionDuration, tags }: RoleSettings): Readonly<Record<string, string>> => ({
  MaxSessionDuration: String(maxSessionDuration),
  ...(permissionsBoundary === null ? {} : { PermissionsBoundary: permissionsBoundary }),
  ...Object.fromEntries(
    Object.entries(tags).flatMap(([key, value], index) => [
      [`Tags.member.${index + 1}.Key`, key],
      [`Tags.member.${index + 1}.Value`, value],
    ]),
  ),
})

const same: Edit = (policy) => policy

const withStatements =
  (change: (statement: PolicyStatement) => readonly PolicyStatement[]): Edit =>
  (policy) => ({ ...policy, Statement: listOf(policy.Statement).flatMap((statement) => [...change(statement)]) })

const also =
  (...more: readonly PolicyStatement[]): Edit =>
  (policy) => ({ ...policy, Statement: [...listOf(policy.Statement), ...more] })

const isAbout = ({ Action }: PolicyStatement, service: string) => listOf(Action).some((action) => action.startsWith(`${service}:`))

/** The verdict on a role that differs from the plan. */
async function checked({ config = inspecting, trust = same, permissions = same, attached, settings = {} }: Deviation = {}) {
  const { signIn, connect, verdictOf, endpoint, stop } = await assembled(dataFolder(), { config })
  onTestFinished(stop)
  const token = await signIn()
  const chosen = config.roleInspection !== 'none' ? { ...asked.permissions, inspectRole: {} } : asked.permissions
  const connection = await connect(token, { permissions: chosen })
  const plan = rolePlan(connection, config)
  const { roleName: RoleName, policyName: PolicyName } = plan
  const AssumeRolePolicyDocument = policyText(trust(plan.trustPolicy))
  const created = { RoleName, AssumeRolePolicyDocument, ...settingParameters({ ...plan, ...settings }) }
  await iam(endpoint, connection, { Action: 'CreateRole', ...created })
  const PolicyDocument = policyText(permissions(plan.permissionsPolicy))
  await iam(endpoint, connection, { Action: 'PutRolePolicy', RoleName, PolicyName, PolicyDocument })
  if (attached !== undefined) await iam(endpoint, connection, { Action: 'AttachRolePolicy', RoleName, PolicyArn: attached })
  const verdict = await verdictOf(token, connection.id)
  const { inspection } = verdict
  const line = namedChecks(verdict, plan).find(({ id }) => id === 'role-inspection')
  return { verdict, plan, line, sentences: inspection === undefined ? [] : inspectionSentences(inspection) }
}

test('a role as planned is read and matches', async () => {
  const { verdict, line, sentences } = await checked()
  expect(verdict).toMatchObject({ kind: 'verified', inspection: { outcome: 'read', added: [], removed: [], extraPrincipals: [] } })
  expect(verdict.inspection?.decisions.length).toBeGreaterThan(5)
  expect(verdict.inspection?.decisions.every(({ decision }) => decision === 'allowed')).toBe(true)
  expect(sentences).toEqual([])
  expect(line).toMatchObject({ state: 'passed', detail: '' })
  // Nothing that the trust policy tells.
  expect(verdict.untested?.every(({ kind }) => kind === 'permission-set')).toBe(true)
  expect(verdict.untested).not.toContainEqual(expect.objectContaining({ permissionSet: 'inspectRole' }))
})

const audit = 'arn:aws:iam::aws:policy/SecurityAudit'
const auditing = Vendor.parse({
  ...inspecting,
  permissionSets: inspecting.permissionSets.map((set, index) => (index === 0 ? { ...set, managedPolicyArns: [audit] } : set)),
})

test('a planned managed policy is part of a role as planned, and a permission is missing without it', async () => {
  const planned = await checked({ config: auditing, attached: audit })
  expect(planned.verdict).toMatchObject({ kind: 'verified', inspection: { attachedPolicies: [] } })
  const { verdict, sentences, line } = await checked({ config: auditing })
  expect(verdict).toMatchObject({ kind: 'partial', diagnosis: 'permissions-drifted', inspection: { detachedPolicies: [audit] } })
  expect(sentences).toEqual([`Requested, but not attached: ${audit}.`])
  expect(line?.state).toBe('failed')
})

const neverInPrivate = { sid: 'NeverPrivate', effect: 'Deny', actions: ['s3:Get*'], resources: ['arn:{{partition}}:s3:::*/private/*'] }
const [firstSet, ...otherSets] = inspecting.permissionSets
const denying = Vendor.parse({
  ...inspecting,
  permissionSets: [{ ...firstSet, statements: [...(firstSet?.statements ?? []), neverInPrivate] }, ...otherSets],
})

test('a planned denial is part of a role as planned, and told when it is gone', async () => {
  const planned = await checked({ config: denying })
  expect(planned.verdict).toMatchObject({ kind: 'verified', inspection: { outcome: 'read', removed: [], denied: [], undenied: [] } })
  expect(planned.sentences).toEqual([])
  const gone = await checked({ config: denying, permissions: withStatements((one) => (one.Effect === 'Deny' ? [] : [one])) })
  expect(gone.verdict.kind).toBe('verified')
  expect(gone.sentences).toEqual([expect.stringMatching(/^No longer denied: .*s3:Get\* on arn:aws:s3:::\*\/private\/\*/)])
  expect(gone.verdict.untested).toContainEqual(expect.objectContaining({ kind: 'denied-actions' }))
})

const otherAccount = 'arn:aws:iam::777788889999:root'

/** The same conditions, for another account too, so that a call of ours is answered as before. */
const trustingTwo = withStatements((statement) => [
  {
    ...statement,
    Principal: { AWS: [...(typeof statement.Principal === 'object' ? listOf(statement.Principal['AWS']) : []), otherAccount] },
  },
])

test('a principal that no probe can see is found by reading', async () => {
  const unseen = await checked({ config: blind, trust: trustingTwo })
  expect(unseen.verdict).toMatchObject({ kind: 'verified' })
  const { verdict, line } = await checked({ trust: trustingTwo })
  expect(verdict.probes.filter(({ name }) => !name.startsWith('right-id')).every(({ outcome }) => outcome === 'denied')).toBe(true)
  expect(verdict).toMatchObject({ kind: 'unsafe', diagnosis: 'extra-trust', causes: ['extra-principal'] })
  expect(verdict.inspection?.extraPrincipals).toEqual([otherAccount])
  expect(line).toMatchObject({ state: 'failed', detail: expect.stringContaining(otherAccount) })
})

test.each([
  [
    'a service',
    { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    'Service lambda.amazonaws.com',
  ],
  [
    'an identity provider',
    { Effect: 'Allow', Principal: { Federated: 'accounts.google.com' }, Action: 'sts:AssumeRoleWithWebIdentity' },
    'Federated accounts.google.com',
  ],
] as const)('%s that is trusted too is found by reading', async (_, statement, principal) => {
  const { verdict } = await checked({ trust: also(statement) })
  expect(verdict).toMatchObject({ kind: 'unsafe', diagnosis: 'extra-trust', inspection: { extraPrincipals: [principal] } })
})

test('a second external ID that no one can guess is found by reading', async () => {
  const trust = withStatements((statement) => {
    const externalId = listOf(statement.Condition?.['StringEquals']?.['sts:ExternalId']).map(String)
    const Condition = { ...statement.Condition, StringEquals: { 'sts:ExternalId': [...externalId, 'hZ3vXq8LmR2tBw7Kc5Nd9Ys4'] } }
    return [{ ...statement, Condition }]
  })
  const { verdict } = await checked({ trust })
  expect(verdict).toMatchObject({ kind: 'unsafe', diagnosis: 'extra-trust', causes: ['several-external-ids'] })
  expect(JSON.stringify(verdict)).not.toContain('hZ3vXq8LmR2tBw7Kc5Nd9Ys4')
})

test('a permission that is gone is told in words', async () => {
  const permissions = withStatements((statement) => (listOf(statement.Action).includes('s3:GetObject') ? [] : [statement]))
  const { verdict, line } = await checked({ permissions })
  expect(verdict).toMatchObject({ kind: 'partial', diagnosis: 'permissions-drifted' })
  expect(verdict.checks.every(({ outcome }) => outcome === 'passed')).toBe(true)
  expect(verdict.inspection?.decisions).toContainEqual(expect.objectContaining({ action: 's3:GetObject', decision: 'implicitDeny' }))
  expect(line?.detail).toMatch(
    /^Requested, but not allowed: Read objects in acme-uploads \(s3:GetObject on arn:aws:s3:::acme-uploads\/\*\)\./,
  )
})

test('a permission that was added is told, and left to the customer', async () => {
  const permissions = also({ Effect: 'Allow', Action: 's3:DeleteObject', Resource: 'arn:aws:s3:::acme-uploads/*' })
  const { verdict, sentences } = await checked({ permissions })
  expect(verdict.kind).toBe('verified')
  expect(sentences).toEqual([
    'Allowed, but not requested: Delete objects in acme-uploads (s3:DeleteObject on arn:aws:s3:::acme-uploads/*).',
  ])
})

test('a managed policy that was attached is named', async () => {
  const { verdict, sentences } = await checked({ attached: 'arn:aws:iam::aws:policy/ReadOnlyAccess' })
  expect(verdict.kind).toBe('verified')
  expect(sentences).toEqual(['Attached in addition: arn:aws:iam::aws:policy/ReadOnlyAccess.'])
})

test('settings that differ are told with what to do, and leave the role verified', async () => {
  const permissionsBoundary = 'arn:aws:iam::aws:policy/AdministratorAccess'
  const settings = { permissionsBoundary, maxSessionDuration: 3600, tags: { CreatedFor: 'Other', Owner: 'platform' } }
  const { verdict, line, plan } = await checked({ settings })
  expect(plan).toMatchObject({ permissionsBoundary: null, maxSessionDuration: 7200, tags: { CreatedFor: 'Pixelworks' } })
  expect(verdict.kind).toBe('verified')
  expect(verdict.inspection?.otherSettings).toEqual([
    { kind: 'permissions-boundary', requested: null, actual: permissionsBoundary },
    { kind: 'max-session-duration', requested: 7200, actual: 3600 },
    { kind: 'tag', key: 'CreatedFor', requested: 'Pixelworks', actual: 'Other' },
  ])
  expect(line?.state).toBe('passed')
  expect(line?.detail).toContain(
    `Permissions boundary that wasn’t requested: ${permissionsBoundary}. AWS denies what a boundary doesn’t allow`,
  )
  expect(line?.detail).toContain('Set it to 7200 seconds. Tags that aren’t as requested: CreatedFor=Other instead of Pixelworks.')
})

const optional = Vendor.parse({ ...inspecting, roleInspection: 'optional', permissionSets: blind.permissionSets })

test('a denial says so for this part alone, and leaves the verdict as it is without', async () => {
  const permissions = withStatements((statement) => (isAbout(statement, 'iam') ? [] : [statement]))
  const { verdict, line } = await checked({ config: optional, permissions, trust: trustingTwo })
  expect(verdict).toMatchObject({ kind: 'verified', inspection: { outcome: 'denied', action: 'iam:GetRole', extraPrincipals: [] } })
  expect(verdict.untested).toContainEqual({ kind: 'other-external-ids' })
  expect(verdict.untested).toContainEqual({ kind: 'permission-set', permissionSet: 'inspectRole' })
  expect(line).toMatchObject({
    state: 'unknown',
    detail: 'AWS denied reading the role (iam:GetRole). All other checks count as usual.',
  })
})

test('a denial of what the vendor requires is a missing permission', async () => {
  const permissions = withStatements((statement) => (isAbout(statement, 'iam') ? [] : [statement]))
  const { verdict } = await checked({ permissions })
  expect(verdict).toMatchObject({ kind: 'partial', diagnosis: 'permissions-drifted', inspection: { outcome: 'denied' } })
})

test('a denial that was added to a requested permission is a missing permission', async () => {
  const { verdict } = await checked({
    permissions: also({ Effect: 'Deny', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-uploads/private/*' }),
  })
  expect(verdict).toMatchObject({ kind: 'partial', diagnosis: 'permissions-drifted' })
})

test('a condition that can’t be decided leaves the other roles untested', async () => {
  const trust = also({
    ...{ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' },
    Condition: { StringEquals: { 'sts:ExternalId': 'k7Qm2vK9dRt4XwB8nZc5Hs2P', 'aws:PrincipalTag/team': 'x' } },
  })
  const { verdict } = await checked({ trust })
  expect(verdict.inspection).toMatchObject({ trustsOtherRoles: false, maybeOtherRoles: true })
  expect(verdict.untested).toContainEqual({ kind: 'principal-arn' })
})

test('a role that may be read in part counts as not read', async () => {
  const permissions = withStatements((statement) =>
    isAbout(statement, 'iam') ? [{ ...statement, Action: ['iam:GetRole', 'iam:ListRolePolicies'] }] : [statement],
  )
  const { verdict } = await checked({ config: optional, permissions })
  expect(verdict).toMatchObject({
    kind: 'verified',
    inspection: { outcome: 'denied', action: 'iam:ListAttachedRolePolicies', removed: [] },
  })
})

const roleArn = (name: string) => `arn:aws:iam::111122223333:role/${name}`
const further = { additionalApplicationRoles: [{ name: 'OldApplication', path: '/service/' }], verifierRole: { name: 'Verifier' } }
const trustingOnly = (...roles: readonly string[]) =>
  withStatements((statement) => [{ ...statement, Condition: { ...statement.Condition, ArnEquals: { 'aws:PrincipalArn': [...roles] } } }])

test('a role that trusts every role of the application is verified, and reading tells of those that no check runs as', async () => {
  const { verdict, line } = await checked({ config: Vendor.parse({ ...inspecting, ...further }) })
  expect(verdict.kind).toBe('verified')
  expect(verdict.untriedRoles).toBeUndefined()
  expect(line?.state).toBe('passed')
})

test('a role that lacks a role of the application is not verified once it is read', async () => {
  const { verdict, sentences } = await checked({
    config: Vendor.parse({ ...inspecting, ...further }),
    trust: trustingOnly(roleArn('PixelworksApplication'), roleArn('Verifier')),
  })
  expect(verdict).toMatchObject({ kind: 'partial', diagnosis: 'application-role-missing' })
  expect(sentences).toEqual([`Roles of the application that can’t assume it: ${roleArn('service/OldApplication')}.`])
})

test('a role of the application that needs no external ID makes the role unsafe, although every check runs as the verifier', async () => {
  const trust = withStatements((statement) => {
    const { StringEquals: _, ...condition } = statement.Condition ?? {}
    const trusting = (...roles: readonly string[]) => ({ ArnEquals: { 'aws:PrincipalArn': [...roles] } })
    return [
      { ...statement, Condition: { ...statement.Condition, ...trusting(roleArn('Verifier')) } },
      { ...statement, Condition: { ...condition, ...trusting(roleArn('PixelworksApplication'), roleArn('service/OldApplication')) } },
    ]
  })
  const { verdict } = await checked({ config: Vendor.parse({ ...inspecting, ...further }), trust })
  expect(verdict.probes.every(({ name, outcome }) => name.startsWith('right-id') || outcome === 'denied')).toBe(true)
  expect(verdict).toMatchObject({
    ...{ kind: 'unsafe', diagnosis: 'extra-trust' },
    inspection: { openRoles: [roleArn('PixelworksApplication'), roleArn('service/OldApplication')] },
  })
  expect(verdict.untriedRoles).toEqual([roleArn('PixelworksApplication'), roleArn('service/OldApplication')])
})

test('a role that isn’t read leaves the roles untested that no check runs as', async () => {
  const { verdict } = await checked({
    config: Vendor.parse({ ...blind, ...further }),
    trust: trustingOnly(roleArn('Verifier')),
  })
  expect(verdict.kind).toBe('verified')
  expect(verdict.untriedRoles).toEqual([roleArn('PixelworksApplication'), roleArn('service/OldApplication')])
})

test('a role that trusts the application and not the verifier isn’t verified', async () => {
  const { verdict } = await checked({
    config: Vendor.parse({ ...blind, ...further }),
    trust: trustingOnly(roleArn('PixelworksApplication'), roleArn('service/OldApplication')),
  })
  expect(verdict.kind).not.toBe('verified')
  expect(verdict.probes.map(({ name, outcome }) => [name, outcome])).toContainEqual(['right-id', 'denied'])
})

test('a role that still trusts a role that the vendor has removed since is verified, and says so', async () => {
  const folder = dataFolder()
  const config = Vendor.parse({ ...inspecting, ...further })
  const { verifierRole: _, ...fewer } = config
  const first = await assembled(folder, { config })
  const token = await first.signIn()
  const connection = await first.connect(token, { permissions: { ...asked.permissions, inspectRole: {} } })
  const plan = rolePlan(connection, config)
  const { roleName: RoleName, policyName: PolicyName } = plan
  const { endpoint } = first
  await iam(endpoint, connection, { Action: 'CreateRole', RoleName, AssumeRolePolicyDocument: policyText(plan.trustPolicy) })
  await iam(endpoint, connection, { Action: 'PutRolePolicy', RoleName, PolicyName, PolicyDocument: policyText(plan.permissionsPolicy) })
  expect((await first.verdictOf(token, connection.id)).kind).toBe('verified')
  await first.stop()
  const second = await assembled(folder, { config: fewer })
  onTestFinished(second.stop)
  const verdict = await second.verdictOf(token, connection.id)
  expect(verdict).toMatchObject({ kind: 'verified', inspection: { trustsOtherRoles: false, retiredRoles: [roleArn('Verifier')] } })
  expect(verdict.untested).toContainEqual({ kind: 'principal-arn' })
})
