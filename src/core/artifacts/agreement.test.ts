import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { planOf, vendor } from '#core/fixtures.test-data.ts'
import { listOf, PolicyDocument } from '#core/policy/document.ts'
import { runs } from '#tools/thorough.ts'
import { anyPlan, anyVendor, plansOf } from './any-plan.test-data.ts'
import { type ArtifactId, artifactIds, renderArtifact } from './artifacts.ts'
import { awsCliFix } from './aws-cli.ts'
import { awsCliPowerShellFix } from './aws-cli-powershell.ts'
import { readQuickCreateLink } from './quick-create.ts'
import { readConsoleSteps } from './read-console-steps.test-data.ts'
import { runPowerShell } from './read-powershell.test-data.ts'
import { commandFacts, runShell } from './read-shell.test-data.ts'
import { stackFacts } from './read-template.test-data.ts'
import { normalised, readTerraform } from './read-terraform.test-data.ts'
import { readCdk, readPulumi } from './read-typescript.test-data.ts'
import { factsOf, type RoleFacts } from './role-facts.test-data.ts'
import { ownTemplateReasons, templateParameters } from './template-choice.ts'

type Reader = (text: string, plan: RolePlan) => Partial<RoleFacts> | null | Promise<Partial<RoleFacts>>

/** The link together with the template that it names, as CloudFormation sees them. */
function readQuickCreate(text: string, plan: RolePlan): RoleFacts | null {
  if (text.startsWith('No quick-create link is available')) return null
  const link = readQuickCreateLink(text)
  if (link.kind === 'refused') throw new Error(link.reason)
  expect([link.partition, link.region]).toEqual([plan.partition, plan.region])
  return stackFacts(renderArtifact('cloudformation', plan).text, plan, link.parameters)
}

/** A dialect without a reader does not compile. */
const readers: Readonly<Record<ArtifactId, Reader>> = {
  'quick-create': readQuickCreate,
  cloudformation: (text, plan) => stackFacts(text, plan, templateParameters(plan)),
  'aws-cli': (text, plan) => commandFacts(runShell(text, plan.accountId), plan.accountId),
  cloudshell: (text, plan) => commandFacts(runShell(text, plan.accountId), plan.accountId),
  'aws-cli-powershell': (text, plan) => commandFacts(runPowerShell(text, { signedIn: plan.accountId, fails: '' }), plan.accountId),
  terraform: readTerraform,
  cdk: readCdk,
  pulumi: readPulumi,
  'console-steps': readConsoleSteps,
  'trust-policy': (text) => ({ trustPolicy: JSON.parse(text) }),
  'permissions-policy': (text) => ({ permissionsPolicy: JSON.parse(text) }),
}

/** What a dialect cannot say as it is. */
const limits: Partial<Readonly<Record<ArtifactId, (plan: RolePlan) => Partial<RoleFacts> | null>>> = {
  // Every text of Terraform is in this normal form: https://developer.hashicorp.com/terraform/language/expressions/types#string
  terraform: (plan) => normalised(factsOf(plan)),
  'quick-create': (plan) => (ownTemplateReasons(plan).length === 0 ? factsOf(plan) : null),
  'console-steps': (plan) => (plan.path === '/' ? factsOf(plan) : null),
  'trust-policy': ({ trustPolicy }) => ({ trustPolicy }),
  'permissions-policy': ({ permissionsPolicy }) => ({ permissionsPolicy }),
}

function said(id: ArtifactId, plan: RolePlan): Partial<RoleFacts> | null {
  const limit = limits[id]
  return limit === undefined ? factsOf(plan) : limit(plan)
}

/** A shell, a synthesis and a whole template take their time. */
const slow: readonly ArtifactId[] = ['quick-create', 'cloudformation', 'aws-cli', 'cloudshell', 'cdk', 'terraform']

test.each(artifactIds)('%s is the plan, read back, for every vendor and every connection', async (id) => {
  await fc.assert(
    fc.asyncProperty(anyPlan, async (plan) => {
      expect(await readers[id](renderArtifact(id, plan).text, plan)).toEqual(said(id, plan))
    }),
    { numRuns: runs(slow.includes(id) ? 30 : 100), seed },
  )
})

const account = 'arn:aws:iam::111122223333:role'
const several = Vendor.parse({
  ...vendor,
  applicationRolePath: '/service/',
  additionalApplicationRoles: [{ name: 'OldApplication', path: '/old/' }],
  verifierRole: { name: 'Verifier' },
})

test.each(artifactIds.filter((id) => id !== 'permissions-policy'))('%s trusts every application role and the verifier', async (id) => {
  const plan = planOf({}, several)
  const read = await readers[id](renderArtifact(id, plan).text, plan)
  const conditions = listOf(PolicyDocument.parse(read?.trustPolicy).Statement).map(({ Condition }) => Condition?.['ArnEquals'])
  expect(conditions).toEqual([
    { 'aws:PrincipalArn': [`${account}/service/PixelworksApplication`, `${account}/old/OldApplication`, `${account}/Verifier`] },
  ])
})

const updates = [
  ['AWS CLI', (plan: RolePlan) => runShell(awsCliFix(plan).text, plan.accountId)],
  ['PowerShell', (plan: RolePlan) => runPowerShell(awsCliPowerShellFix(plan).text, { signedIn: plan.accountId, fails: '' })],
] as const

test.each(updates)(
  'the update of a role by %s changes the trust policy to that of the plan, read back, and nothing else',
  async (_, runOf) => {
    await fc.assert(
      fc.asyncProperty(anyPlan, async (plan) => {
        const { calls, files } = runOf(plan)
        expect(calls.flat().filter((word) => /^(create|put|update|attach|delete)-/.test(word))).toEqual(['update-assume-role-policy'])
        expect([...files.values()].map((text) => JSON.parse(text))).toContainEqual(plan.trustPolicy)
        expect(calls.flat().join(' ')).toContain(plan.roleName)
      }),
      { numRuns: runs(30), seed },
    )
  },
)

const everySign = 'abcXYZ019_+=,.@:/-'
const awkwardTags = { [`\${x}`]: `%{y} $\${z}`, 'a "b"': "it's\n$HOME $(id) `id` \u00e9\u{1f600}", '-': '', toString: 'x' }
const awkwardVendors = anyVendor.map((vendor): Vendor => ({ ...vendor, role: { ...vendor.role, tags: awkwardTags } }))

test.each(artifactIds)('%s keeps external IDs of every legal character and of every length', async (id) => {
  const ids = fc.constantFrom(everySign, `-${everySign}`, everySign.repeat(68), '=1', '@file', '//', '--', '00')
  await fc.assert(
    fc.asyncProperty(awkwardVendors.chain(plansOf), ids, async ({ isPolicyEdited, permissionsPolicy, ...given }, externalId) => {
      const terms = { ...given, externalId: ExternalId.parse(externalId), ...(isPolicyEdited ? { permissionsPolicy } : {}) }
      const plan = rolePlan(terms, given.vendor)
      expect(await readers[id](renderArtifact(id, plan).text, plan)).toEqual(said(id, plan))
    }),
    { numRuns: runs(10), seed },
  )
})

test('no live template stands in the Terraform file but in the message of its check', () => {
  fc.assert(
    fc.property(awkwardVendors.chain(plansOf), (plan) => {
      const unescaped = renderArtifact('terraform', plan).text.replace(/^#.*$/gm, '').replaceAll('$${', '').replaceAll('%%{', '')
      expect(unescaped.match(/[$%]\{.*?\}/g)).toEqual([`\${data.aws_caller_identity.signed_in.account_id}`])
    }),
    { seed },
  )
})
