import type { VendorFields } from '#core/connection/vendor-fields.ts'
import { type ConfigPath, pathText } from './config-path.ts'

/** `error`: the server does not start. `warning`: it starts and logs the message. */
export type ConfigSeverity = 'error' | 'warning'

/** One place of the config, and a sentence about it: what is wrong, what is allowed, an example. */
export type ConfigSpot = { readonly path: ConfigPath; readonly message: string }

export type ConfigFinding = ConfigSpot & { readonly severity: ConfigSeverity }

/** A rule over a config in which every field has its form. */
export type ConfigRule = {
  readonly severity: ConfigSeverity
  readonly check: (vendor: VendorFields) => readonly ConfigSpot[]
}

export const findingText = ({ path, message }: ConfigSpot): string => `${pathText(path)}: ${message}`
