import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { normalised, readTerraform } from '#core/artifacts/read-terraform.test-data.ts'
import { readCdk, readPulumi } from '#core/artifacts/read-typescript.test-data.ts'
import { factsOf, type RoleFacts } from '#core/artifacts/role-facts.test-data.ts'
import { connections, seed } from '#core/connection/arbitraries.test-data.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import { PolicyDocument } from '#core/policy/document.ts'
import { trustVerdict } from '#core/rules/trust-signature.ts'
import { connectionTo, verifyRole } from '#simulation/aws/account-check.test-data.ts'
import { vendor as simulatedVendor, type TestAws, testAws } from '#simulation/aws/testing.test-data.ts'
import { runs } from '#tools/thorough.ts'
import { diagnoseFacts, type PastedDiagnosis } from './diagnose-pasted.ts'
import type { Fix, Tool } from './fix.ts'
import { fixesOf } from './fixes.ts'
import { readTrust } from './pasted-role.ts'
import { pastedRules } from './pasted-rules.ts'
import { readPastedRole } from './read-pasted-role.ts'
import { type ObservedRole, observedRole, type RoleMutation, roleMutations } from './role-mutations.test-data.ts'

const plans = connections.map(({ terms, vendor }) => rolePlan(terms, vendor))
const getRole = (role: ObservedRole): string => JSON.stringify({ Role: role }, null, 4)

propertyTest.prop([plans], { seed, numRuns: runs(40) })('each way to break a role is named, whatever the role', (plan) => {
  const broken = roleMutations.flatMap(({ name, rule, breaks }) => {
    const role = breaks(observedRole(plan), plan)
    return role === null ? [] : [{ name, rule, examination: diagnoseFacts(readPastedRole(getRole(role)), plan) }]
  })
  const misnamed = broken.filter(({ rule, examination }) => examination.kind !== 'differs' || examination.rule !== rule)
  expect(misnamed.map(({ name, examination }) => [name, examination])).toEqual([])
  expect(new Set(broken.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(30)
})

propertyTest.prop([plans], { seed, numRuns: runs(8) })('the corrected trust policy is the planned one, and safe', (plan) => {
  for (const { breaks } of roleMutations) {
    const role = breaks(observedRole(plan), plan)
    const examination = role === null ? null : diagnoseFacts(readPastedRole(getRole(role)), plan)
    if (examination?.kind !== 'differs' || examination.corrected === null) continue
    const corrected = PolicyDocument.parse(JSON.parse(examination.corrected))
    expect(corrected).toEqual(plan.trustPolicy)
    expect(trustVerdict(readTrust(corrected, plan)?.signature ?? null)).toBe('safe')
    expect(diagnoseFacts(readPastedRole(examination.corrected), plan).kind).toBe('as-planned')
  }
})

propertyTest.prop([plans, fc.constantFrom(...roleMutations), fc.constantFrom(...roleMutations)], { seed, numRuns: runs(200) })(
  'a role that is broken twice is never as planned',
  (plan, first, second) => {
    const once = first.breaks(observedRole(plan), plan)
    const trust = second.breaks(observedRole(plan), plan)?.AssumeRolePolicyDocument
    if (once === null || trust === undefined) return
    const examination = diagnoseFacts(readPastedRole(getRole({ ...once, AssumeRolePolicyDocument: trust })), plan)
    const isBroken = JSON.stringify({ ...once, AssumeRolePolicyDocument: trust }) !== JSON.stringify(observedRole(plan))
    if (isBroken) expect(examination.kind).toBe('differs')
  },
)

propertyTest.prop([plans], { seed, numRuns: runs(20) })('one fault is told once', (plan) => {
  const told = roleMutations.flatMap(({ name, breaks }) => {
    const role = breaks(observedRole(plan), plan)
    const examination = role === null ? null : diagnoseFacts(readPastedRole(getRole(role)), plan)
    return examination?.kind === 'differs' && examination.others.length > 0 ? [[name, ...examination.others]] : []
  })
  // Sixty further accounts in a second statement are three faults.
  expect(told.filter(([name]) => name !== 'too many statements')).toEqual([])
})

test('every named way is a finding that exists', () => {
  const ids = pastedRules.map(({ id }) => id)
  expect(roleMutations.filter(({ rule }) => !ids.includes(rule))).toEqual([])
  expect(new Set(roleMutations.map(({ name }) => name)).size).toBe(roleMutations.length)
})

type FileReader = (text: string, plan: RolePlan) => RoleFacts | Promise<RoleFacts>
const fileReaders: Partial<Readonly<Record<Tool, FileReader>>> = { terraform: readTerraform, cdk: readCdk, pulumi: readPulumi }

propertyTest.prop([plans], { seed, numRuns: runs(5) })('the file of a fix is the whole planned role', async (plan) => {
  const parts = ['role', 'session-duration', 'boundary', 'trust-policy', 'permissions-policy'] as const
  for (const fix of parts.flatMap((part) => fixesOf(part, plan))) {
    const read = fileReaders[fix.artifact]
    expect(fix.file === null).toBe(read === undefined)
    if (read === undefined || fix.file === null) continue
    const facts = await read(fix.file.text, plan)
    expect(facts).toEqual(fix.artifact === 'terraform' ? normalised(factsOf(plan)) : factsOf(plan))
  }
})

const accountId = '444455556666'
const connection = connectionTo(accountId, 'us-east-1')
const plan = rolePlan(connection, simulatedVendor)

async function created(aws: TestAws, role: ObservedRole) {
  const answer = await aws.call('iam', {
    Action: 'CreateRole',
    RoleName: role.RoleName,
    Path: role.Path,
    AssumeRolePolicyDocument: JSON.stringify(role.AssumeRolePolicyDocument),
  })
  await aws.call('iam', {
    Action: 'PutRolePolicy',
    RoleName: role.RoleName,
    PolicyName: plan.policyName,
    PolicyDocument: JSON.stringify(plan.permissionsPolicy),
  })
  return answer
}

async function pastedFrom(aws: TestAws): Promise<string> {
  const role = await aws.call('iam', { Action: 'GetRole', RoleName: plan.roleName })
  const field = (name: string) => role.field(name) ?? ''
  return JSON.stringify({
    Role: {
      Path: field('Path'),
      RoleName: field('RoleName'),
      Arn: field('Arn'),
      AssumeRolePolicyDocument: field('AssumeRolePolicyDocument'),
      MaxSessionDuration: Number(field('MaxSessionDuration')),
    },
  })
}

/** Those that IAM lets in, and that are put right by another trust policy. */
async function repairable({ breaks }: RoleMutation): Promise<boolean> {
  const role = breaks(observedRole(plan), plan)
  return role !== null && role.Arn === plan.roleArn && (await created(testAws(), role)).status === 200
}

type Trust = { readonly artifact: string; readonly text: string }

/** What each fix leaves as the trust policy: the corrected text for who pastes it, else what stands in the file. */
async function trustAfter({ corrected, fixes }: Extract<PastedDiagnosis, { kind: 'differs' }>): Promise<readonly Trust[]> {
  const read = async ({ artifact, file }: Fix): Promise<readonly Trust[]> => {
    const facts = file === null ? undefined : await fileReaders[artifact]?.(file.text, plan)
    return facts === undefined ? [] : [{ artifact, text: JSON.stringify(facts.trustPolicy) }]
  }
  return [{ artifact: 'console', text: corrected ?? '' }, ...(await Promise.all(fixes.map(read))).flat()]
}

test('what the doctor advises verifies in the simulated account', async () => {
  const repaired: string[] = []
  const used = new Set<string>()
  for (const mutation of roleMutations) {
    const role = mutation.breaks(observedRole(plan), plan)
    if (role === null || !(await repairable(mutation))) continue
    const aws = testAws()
    await created(aws, role)
    const examination = diagnoseFacts(readPastedRole(await pastedFrom(aws)), plan)
    if (examination.kind !== 'differs' || examination.part !== 'trust-policy') continue
    expect([mutation.name, examination.rule]).toEqual([mutation.name, mutation.rule])
    const fixed = await trustAfter(examination)
    const { artifact, text } = fixed[repaired.length % fixed.length] ?? { artifact: '', text: '' }
    used.add(artifact)
    await aws.call('iam', { Action: 'UpdateAssumeRolePolicy', RoleName: plan.roleName, PolicyDocument: text })
    aws.pass(60_000)
    expect(await verifyRole(aws, connection, null)).toMatchObject({ kind: 'verified' })
    repaired.push(mutation.name)
  }
  expect(repaired.length).toBeGreaterThanOrEqual(25)
  expect([...used]).toEqual(['console', 'terraform', 'cdk', 'pulumi'])
})
