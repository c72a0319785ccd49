import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importsOf } from '#tools/imports.ts'

/** The packages that a file imports, types aside, and all that is imported there. */
function packagesOf(file: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(file)) return []
  seen.add(file)
  const imports = importsOf(file, readFileSync(file, 'utf8')).filter(({ isType }) => !isType)
  return imports.flatMap(({ specifier, to }) => (to === null ? [specifier] : packagesOf(to, seen)))
}

test.each(['http/app.ts', 'aws/verification.ts', 'aws/readiness.ts', 'sessions/sessions.ts'])(
  '%s runs in a page: it reaches neither Node nor the AWS SDK',
  (name) => {
    const allowed = /^(hono|hono\/(factory|request-id|route|router\/reg-exp-router|secure-headers)|jose|zod\/mini|@noble\/hashes\/.*)$/
    expect(packagesOf(`src/server/${name}`).filter((specifier) => !allowed.test(specifier))).toEqual([])
  },
)

test('the same search finds packages that run only in Node', () => {
  const packages = packagesOf('src/server/assembled-app.ts')
  for (const specifier of ['node:fs', 'libsql', '@aws-sdk/client-sts', 'rate-limiter-flexible']) expect(packages).toContain(specifier)
})
