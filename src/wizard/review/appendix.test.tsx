import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import { planOf, vendor } from '#core/fixtures.test-data.ts'
import { Appendix } from './review-sections.tsx'

const arn = 'arn:aws:iam::aws:policy/SecurityAudit'
const [set] = vendor.permissionSets
const managedAlone = planOf(
  { permissions: { audit: {} } },
  Vendor.parse({
    ...vendor,
    permissionSets: [{ id: 'audit', title: set?.title, why: set?.why, required: true, managedPolicyArns: [arn] }],
  }),
)

test('the appendix shows the managed policies, and no empty policy, where no inline policy was requested', () => {
  const shown = renderToStaticMarkup(<Appendix plan={managedAlone} />)
  expect(shown).toContain(arn)
  expect(shown).not.toMatch(/Statement(?:&quot;|"): \[\]/)
})

test('the appendix shows the requested permissions policy', () => {
  expect(renderToStaticMarkup(<Appendix plan={planOf()} />)).toContain('s3:GetObject')
})
