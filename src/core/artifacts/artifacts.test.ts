import { expect, test } from 'vitest'
import { planOf, vendor } from '#core/fixtures.test-data.ts'
import { artifactDialects, artifactIds, renderArtifact } from './artifacts.ts'

const plans = vendor.regions.map((region) => planOf({ region }))

test.each(artifactIds)('%s is listed under its own id and has texts for the screen', (id) => {
  const dialect = artifactDialects[id]
  expect(dialect.id).toBe(id)
  const { title, purpose, needs } = dialect.texts('en')
  expect([title, purpose, ...needs].every((words) => words.trim().length > 0)).toBe(true)
  expect(purpose).toMatch(/^[A-Z].*\.$/)
  for (const plan of plans) expect(dialect.undo(plan).words).toMatch(/^[A-Z].*\.$/)
})

test('every artifact is rendered in every region, the same each time, under a file name that any system takes', () => {
  for (const plan of plans) {
    for (const id of artifactIds) {
      const { filename, text } = renderArtifact(id, plan)
      expect(filename).toMatch(/^[A-Za-z0-9][A-Za-z0-9-]*\.[a-z]+[0-9]?$/)
      expect(text).toBe(renderArtifact(id, plan).text)
      expect(text).not.toContain('undefined')
    }
  }
})

test('the policy files hold the policies of the plan', () => {
  for (const plan of plans) {
    expect(JSON.parse(renderArtifact('trust-policy', plan).text)).toEqual(plan.trustPolicy)
    expect(JSON.parse(renderArtifact('permissions-policy', plan).text)).toEqual(plan.permissionsPolicy)
  }
})

test('no artifact but the template asks for an access key or mentions one', () => {
  for (const plan of plans)
    for (const id of artifactIds.filter((other) => other !== 'cloudformation'))
      expect(renderArtifact(id, plan).text).not.toMatch(/access.?key|AKIA|secret/i)
})

test('every artifact that runs commands stops in another account', () => {
  const [plan] = plans
  if (plan === undefined) throw new Error('The demo vendor offers no region')
  for (const id of ['aws-cli', 'cloudshell', 'aws-cli-powershell', 'terraform', 'pulumi'] as const)
    expect(renderArtifact(id, plan).text).toContain('Nothing was changed.')
})
