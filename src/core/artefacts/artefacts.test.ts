import { expect, test } from 'vitest'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { connectionTerms } from '../connection.ts'
import { inEnglish } from '../lint/said.ts'
import { rolePlan } from '../role-plan.ts'
import { Vendor } from '../vendor.ts'
import { artefactDialects, artefactIds, renderArtefact } from './artefacts.ts'

const vendor = Vendor.parse(demoVendor)

const plans = vendor.regions.map((region) =>
  rolePlan(
    connectionTerms(vendor).parse({
      accountId: '444455556666',
      region,
      externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
      permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } },
    }),
    vendor,
  ),
)

test.each(artefactIds)('%s is listed under its own id and has words for the screen', (id) => {
  const dialect = artefactDialects[id]
  expect(dialect.id).toBe(id)
  expect([dialect.title, dialect.purpose, ...dialect.needs].every((words) => words.trim().length > 0)).toBe(true)
  for (const plan of plans) expect(inEnglish(dialect.undo(plan).words, dialect.id)).toMatch(/^[A-Z].*\.$/)
})

test('every artefact is rendered in every region, the same each time, under a file name that any system takes', () => {
  for (const plan of plans) {
    for (const id of artefactIds) {
      const { filename, text } = renderArtefact(id, plan)
      expect(filename).toMatch(/^[A-Za-z0-9][A-Za-z0-9-]*\.[a-z]+[0-9]?$/)
      expect(text).toBe(renderArtefact(id, plan).text)
      expect(text).not.toContain('undefined')
    }
  }
})

test('the policy files hold the policies of the plan', () => {
  for (const plan of plans) {
    expect(JSON.parse(renderArtefact('trust-policy', plan).text)).toEqual(plan.trustPolicy)
    expect(JSON.parse(renderArtefact('permissions-policy', plan).text)).toEqual(plan.permissionsPolicy)
  }
})

test('no artefact but the template asks for an access key or mentions one', () => {
  for (const plan of plans)
    for (const id of artefactIds.filter((other) => other !== 'cloudformation'))
      expect(renderArtefact(id, plan).text).not.toMatch(/access.?key|AKIA|secret/i)
})

test('every artefact that runs commands refuses another account by itself', () => {
  const [plan] = plans
  if (plan === undefined) throw new Error('The demo vendor offers no region')
  for (const id of ['aws-cli', 'cloudshell', 'aws-cli-powershell', 'terraform', 'pulumi'] as const)
    expect(renderArtefact(id, plan).text).toContain('Stopped, nothing was changed')
})
