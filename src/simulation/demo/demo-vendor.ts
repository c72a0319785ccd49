import * as z from 'zod/mini'
import { cloudFormationTemplate } from '#core/artifacts/cloudformation-template.ts'
import { type Partition, partitions } from '#core/aws/partition.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { servedPartitions } from '#core/connection/vendor-fields.ts'
import { type Branding, noBranding } from './branding.ts'

export type Prospect = {
  readonly name: string | null
  readonly accent: string | null
  /** A path on the page's own site. */
  readonly logo: string | null
  /** IDs of the permission sets to show, separated by commas. */
  readonly sets: string | null
}

/** The simulated S3 has its own templates, because they contain the prospect's name. */
function templateUrl(partition: Partition): string {
  const { homeRegion, dnsSuffix } = partitions[partition]
  return `https://simulated-templates.s3.${homeRegion}.${dnsSuffix}/rolebridge/${partition}.yaml`
}

/** Keeps what IAM allows in names: `Acme Pictures` becomes `AcmePictures`. */
const inNames = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '').slice(0, 32)

/** Replaces the vendor's name in derived names too, such as the role's. */
function renamed(vendor: Vendor, name: string): unknown {
  const { supportUrl: _support, privacyUrl: _privacy, returnUrl: _return, logoUrl: _logo, ...rest } = vendor
  const [from, to] = [inNames(vendor.name), inNames(name)]
  if (from === '' || to === '') return { ...rest, name }
  const texts: unknown = JSON.parse(JSON.stringify(rest).replaceAll(from, to))
  return { ...z.record(z.string(), z.unknown()).parse(texts), name }
}

function parsed(vendor: Vendor, change: Readonly<Record<string, unknown>>): Vendor {
  return Vendor.safeParse({ ...vendor, ...change }).data ?? vendor
}

function withSets(vendor: Vendor, sets: string): Vendor {
  const shown = sets.split(',')
  return parsed(vendor, { permissionSets: vendor.permissionSets.filter(({ id }) => shown.includes(id)) })
}

export const isName = (vendor: Vendor, name: string): boolean => name.trim() !== '' && Vendor.safeParse({ ...vendor, name }).success

function withProspect(vendor: Vendor, { name: given, accent, logo, sets }: Prospect): Vendor {
  const name = given !== null && isName(vendor, given) ? given.trim() : null
  const named = Vendor.safeParse(name === null ? vendor : renamed(vendor, name)).data ?? vendor
  const branding = [...(accent === null ? [] : [{ accentColor: accent }]), ...(logo === null ? [] : [{ logoUrl: logo }])].reduce(
    parsed,
    named,
  )
  return sets === null ? branding : withSets(branding, sets)
}

const anyOrigin = 'https://page.invalid'

/** Checks the origin, because `//cdn.example/logo.svg` and `/\cdn.example/logo.svg` also start with a slash. https://url.spec.whatwg.org/#relative-slash-state */
export const isOwn = (url: string): boolean =>
  url.startsWith('/') && URL.canParse(url, anyOrigin) && new URL(url, anyOrigin).origin === anyOrigin

/** The demo sends no requests to other origins. */
function withoutForeignLogo(vendor: Vendor): Vendor {
  const { logoUrl, ...rest } = vendor
  return logoUrl !== undefined && isOwn(logoUrl) ? vendor : rest
}

/** The vendor's config with the prospect's name and color, and with templates in the simulated S3. Invalid parts are left out. */
export function demoVendor(config: Vendor, prospect: Prospect, branding: Branding = noBranding): Vendor {
  const branded = withoutForeignLogo(withProspect(branding.config ?? config, prospect))
  const vendor = branding.logo === null ? branded : { ...branded, logoUrl: branding.logo }
  const templates = Object.fromEntries(servedPartitions(vendor).map((partition) => [partition, templateUrl(partition)]))
  return { ...vendor, templates }
}

export function demoTemplates(vendor: Vendor): readonly { readonly url: string; readonly text: string }[] {
  return servedPartitions(vendor).map((partition) => ({
    url: templateUrl(partition),
    text: cloudFormationTemplate(vendor, partition).text,
  }))
}
