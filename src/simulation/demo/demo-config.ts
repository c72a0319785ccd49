import * as z from 'zod/mini'
import { ServedVendor } from '#core/connection/served-vendor.ts'
import { readVendorConfig, Vendor } from '#core/connection/vendor.ts'
import { findingText } from '#core/connection/vendor-config/config-finding.ts'
import { parseJson } from '#core/text/encodings.ts'

/** Where the demo may not be given: behind this page stands the real AWS. */
export type DemoConfig = { readonly kind: 'config'; readonly vendor: Vendor } | { readonly kind: 'live-server' }

/** A server says whether its AWS is simulated and whether a session needs a launch token; a file does not say. */
const Said = z.looseObject({ simulated: z.optional(z.boolean()), launch: z.optional(ServedVendor.shape.launch) })

function read(text: string): DemoConfig | null {
  const said = Said.safeParse(parseJson(text))
  if (!said.success) return null
  const { simulated, launch: _, ...config } = said.data
  const { vendor, findings } = readVendorConfig(config)
  if (vendor !== null) return simulated === false ? { kind: 'live-server' } : { kind: 'config', vendor }
  console.warn(['The demo shows its own vendor, because this config has errors:', ...findings.map(findingText)].join('\n'))
  return null
}

async function servedText(): Promise<string> {
  try {
    const response = await fetch('vendor.json')
    return response.ok ? await response.text() : ''
  } catch {
    return ''
  }
}

async function ownConfig(): Promise<DemoConfig> {
  const { default: vendor } = await import('#public/vendor.json')
  return { kind: 'config', vendor: Vendor.parse(vendor) }
}

/** The vendor's config: of the page, else of the file beside it, else the one that comes with the demo. */
export async function demoConfig(): Promise<DemoConfig> {
  const inPage = document.getElementById('vendor')?.textContent ?? ''
  return read(inPage) ?? read(await servedText()) ?? ownConfig()
}
