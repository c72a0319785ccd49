import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from './environment.ts'

/** The config in the current folder, as `init` writes it. */
export const localConfig = 'vendor.json'

/** The file of the demo vendor: in the build, or in the source where there is none. */
const ofDemo = [join(import.meta.dirname, '../client/vendor.json'), 'public/vendor.json']

/** The config that is used: the named one, or the one in the current folder, or the demo vendor's. */
export const usedVendorPath = (named: string | null): string =>
  named ?? [localConfig, ...ofDemo].find((path) => existsSync(path)) ?? localConfig

export const vendorPathOf = (file: string | undefined, { ROLEBRIDGE_VENDOR: named }: Environment): string =>
  usedVendorPath(file ?? (named || null))
