import { expect, test } from 'vitest'
import { artifactDialects, artifactIds } from '#core/artifacts/artifacts.ts'
import { Vendor } from '#core/connection/vendor.ts'
import vendorFile from '#public/vendor.json' with { type: 'json' }
import { type KnownOfReader, placeholderMarks, placeholderPlan, withReadablePlaceholders } from './placeholder-plan.ts'

const vendor = Vendor.parse(vendorFile)
const nothingKnown: KnownOfReader = { accountId: null, region: null }

function rendered(id: (typeof artifactIds)[number], known = nothingKnown) {
  const plan = placeholderPlan(vendor, known)
  if (plan === null) throw new Error('The demo vendor offers regions')
  const dialect = withReadablePlaceholders(artifactDialects[id])
  const undo = dialect.undo(plan)
  return { text: dialect.render(plan).text, undo: undo.words + (undo.commands?.text ?? '') }
}

test('no artifact and no removal command contains a placeholder value', () => {
  for (const id of artifactIds) {
    const { text, undo } = rendered(id)
    expect(text + undo).not.toMatch(/--(external-id|sourceBuckets)--|000000000000/)
  }
})

test('placeholders are readable', () => {
  expect(placeholderMarks(vendor)).toEqual(['<account ID>', '<external ID>', '<buckets>'])
  expect(rendered('trust-policy').text).toContain('"sts:ExternalId": "<external ID>"')
  expect(rendered('permissions-policy').text).toContain('"arn:aws:s3:::<buckets>/*"')
  expect(rendered('aws-cli').text).toContain('<account ID>')
})

test('known values replace placeholders', () => {
  const known = { accountId: 'arn:aws:iam::444455556666:role/x', region: 'eu-central-1' }
  expect(rendered('quick-create', known).text).toContain('https://eu-central-1.console.aws.amazon.com/')
  expect(rendered('aws-cli', known).text).toContain('444455556666')
})

test('ignores invalid values', () => {
  const { text } = rendered('quick-create', { accountId: 'nobody', region: 'moon-1' })
  expect(text).toContain('https://us-east-1.console.aws.amazon.com/')
  expect(text).toContain('<external ID>')
})
