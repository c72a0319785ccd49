import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '../..')

function fileOf(specifier: string, importer: string): string | null {
  if (specifier.startsWith('#')) return join(source, specifier.slice(1))
  return specifier.startsWith('.') ? join(dirname(importer), specifier) : null
}

/** Collects the value imports of a file, recursively. */
function importsOf(file: string, seen: Set<string>, packages: Set<string>): void {
  if (seen.has(file)) return
  seen.add(file)
  for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type\b)[^'";]*?from '([^']+)'/gms)) {
    const imported = fileOf(specifier, file)
    if (imported === null) packages.add(specifier)
    else importsOf(imported, seen, packages)
  }
}

test.each(['http/app.ts', 'aws/verification.ts', 'aws/readiness.ts', 'sessions/sessions.ts'])(
  '%s runs in a page: it reaches neither Node nor the AWS SDK',
  (name) => {
    const packages = new Set<string>()
    importsOf(join(source, 'server', name), new Set(), packages)
    const allowed = /^(hono|hono\/(factory|request-id|route|secure-headers)|jose|zod\/mini|@noble\/hashes\/.*)$/
    expect([...packages].filter((specifier) => !allowed.test(specifier))).toEqual([])
  },
)

test('the same search does find what runs in Node alone', () => {
  const packages = new Set<string>()
  importsOf(join(source, 'server', 'assembled-app.ts'), new Set(), packages)
  for (const specifier of ['node:fs', 'libsql', '@aws-sdk/client-sts', 'rate-limiter-flexible']) expect(packages).toContain(specifier)
})
