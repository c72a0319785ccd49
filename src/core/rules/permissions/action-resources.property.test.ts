import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { matchesPattern } from '#core/policy/wildcard.ts'
import { runs } from '#tools/thorough.ts'
import { dangerousArns } from './action-arns.ts'
import { canWorkOn, isBroadFor } from './action-resources.ts'

const pairs = [...dangerousArns].flatMap(([action, forms]) => forms.filter((form) => form !== '*').map((form) => ({ action, form })))

/** An ARN of a form: a region, an account, and names without colons or slashes. */
function arnOf(form: string, name: string): string {
  const [service = '', region = '', account = '', ...rest] = form.split(':')
  const fields = [service, region && 'us-east-1', account && '444455556666', rest.join(':').replaceAll('*', name)]
  return `arn:aws:${fields.join(':')}`
}

const names = fc.constantFrom('a', 'vendor-1', 'Prod_x', '1234abcd-12ab')

/** A text with some of it replaced by wildcards; a question mark is a character of a field. */
const patterns = (text: string) =>
  fc.array(fc.tuple(fc.nat(text.length), fc.nat(12), fc.constantFrom('*', '?')), { maxLength: 3 }).map((cuts) =>
    cuts.reduce((pattern, [start, length, wildcard]) => {
      const at = Math.max('arn:'.length, start)
      return (
        pattern.slice(0, at) + (wildcard === '?' ? pattern.slice(at, at + length).replace(/[^:*]/g, '?') : '*') + pattern.slice(at + length)
      )
    }, text),
  )

test('an action can work on every pattern that matches an ARN of its kind', () => {
  const tried = fc
    .tuple(fc.constantFrom(...pairs), names)
    .chain(([{ action, form }, name]) => fc.tuple(fc.constant({ action, arn: arnOf(form, name) }), patterns(arnOf(form, name))))
  fc.assert(
    fc.property(tried, ([{ action, arn }, pattern]) => {
      fc.pre(matchesPattern(arn, pattern) && !/role\/aws-service-role/.test(pattern))
      expect([pattern, canWorkOn(action, pattern, undefined)]).toEqual([pattern, true])
    }),
    { seed, numRuns: runs(5000) },
  )
})

test('what a pattern stands for all of is broad', () => {
  for (const { action, form } of pairs.filter((pair) => pair.form.endsWith('*') && !/-\*/.test(pair.form))) {
    expect([action, form, isBroadFor(action, `arn:aws:${form}`, undefined)]).toEqual([action, form, true])
  }
})

test('no text makes it throw or takes long', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pairs), fc.string({ unit: 'binary', maxLength: 300 }), ({ action }, text) => {
      expect(() => canWorkOn(action, text, undefined)).not.toThrow()
      expect(() => isBroadFor(action, `arn:${text}*`, undefined)).not.toThrow()
    }),
    { seed, numRuns: runs(300) },
  )
  expect(canWorkOn('iam:CreateUser', `arn:${'*:'.repeat(2000)}`, undefined)).toBe(true)
})
