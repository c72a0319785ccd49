import { existsSync, readFileSync } from 'node:fs'
import { Vendor } from '#core/vendor.ts'

export type VendorReading =
  | { readonly kind: 'vendor'; readonly vendor: Vendor }
  | { readonly kind: 'faults'; readonly path: string; readonly faults: readonly string[] }

function json(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Reads the first of the files that is there. */
export function readVendorFile(paths: readonly string[]): VendorReading {
  const path = paths.find((candidate) => existsSync(candidate)) ?? paths[0] ?? ''
  const content = json(path)
  if (content === undefined) return { kind: 'faults', path, faults: ['cannot be read, or is not JSON'] }
  const parsed = Vendor.safeParse(content)
  if (parsed.success) return { kind: 'vendor', vendor: parsed.data }
  return { kind: 'faults', path, faults: parsed.error.issues.map((issue) => `${issue.path.join('.') || '(all)'}: ${issue.message}`) }
}
