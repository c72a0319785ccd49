import { consoleHost, type Partition, partitionIds, partitions } from '#core/aws/partition.ts'
import { Region, readRegion } from '#core/aws/region.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { messages } from '#core/text/messages.ts'
import { pastedText, percentDecoded } from '#core/text/strings.ts'
import type { ArtifactDialect } from './artifact.ts'
import { type OwnTemplateReason, ownTemplateReasons, templateParameters } from './template-choice.ts'

export type QuickCreateLink =
  | { readonly kind: 'link'; readonly url: string }
  /** The plan needs a template of its own, which no link can carry: it is uploaded. */
  | { readonly kind: 'unavailable'; readonly because: readonly OwnTemplateReason[] }

export function templateUrl(vendor: Vendor, partition: Partition): string | undefined {
  return vendor.templates[partition]
}

/**
 * Opens the console's form with everything filled in. The customer can still change each value there and has to tick
 * the capability box, so nothing in it is a safeguard.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html
 */
export function quickCreateLink(plan: RolePlan): QuickCreateLink {
  const because = ownTemplateReasons(plan)
  const url = templateUrl(plan.vendor, plan.partition)
  if (because.length > 0 || url === undefined) return { kind: 'unavailable', because }
  const pairs = [
    ['templateURL', url],
    ['stackName', plan.stackName],
    ...Object.entries(templateParameters(plan)).map(([name, value]) => [`param_${name}`, value]),
  ]
  const query = pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')
  const home = `https://${consoleHost(plan.partition, plan.region)}/cloudformation/home?region=${encodeURIComponent(plan.region)}`
  return { kind: 'link', url: `${home}#/stacks/create/review?${query}` }
}

export type QuickCreateReading =
  | {
      readonly kind: 'quick-create'
      readonly region: Region
      readonly partition: Partition
      readonly templateUrl: string
      /** Null if the customer fills it in. */
      readonly stackName: string | null
      readonly parameters: Readonly<Record<string, string>>
    }
  | { readonly kind: 'refused'; readonly reason: QuickCreateRefusal }

export type QuickCreateRefusal =
  | 'not-a-quick-create-link'
  | 'console-host-unknown'
  | 'region-unknown'
  | 'region-mismatch'
  | 'partition-mismatch'
  | 'encoding-invalid'
  | 'name-repeated'
  | 'template-url-missing'

const refused = (reason: QuickCreateRefusal): QuickCreateReading => ({ kind: 'refused', reason })

/** The documented page and the one that is widely used. */
const linkForm = /^https:\/\/([^/?#]+)\/cloudformation\/home\/?(?:\?([^#]*))?#\/stacks\/(?:create\/review|quickcreate)\/?\?(.*)$/

type Pairs = { readonly kind: 'pairs'; readonly pairs: ReadonlyMap<string, string> } | Extract<QuickCreateReading, { kind: 'refused' }>

/** A plus sign stands for itself: the fragment is no form data. */
function readPairs(query: string): Pairs {
  const pairs = new Map<string, string>()
  for (const text of query.split('&').filter((part) => part !== '')) {
    const [, name, value] = /^([^=]*)=?(.*)$/s.exec(text)?.map(percentDecoded) ?? []
    if (typeof name !== 'string' || typeof value !== 'string') return { kind: 'refused', reason: 'encoding-invalid' }
    if (pairs.has(name)) return { kind: 'refused', reason: 'name-repeated' }
    pairs.set(name, value)
  }
  return { kind: 'pairs', pairs }
}

type Place =
  | { readonly kind: 'place'; readonly region: Region; readonly partition: Partition }
  | Extract<QuickCreateReading, { kind: 'refused' }>

/** `console.…` without a region in front is taken too: the console then goes by the region of the query. */
function readPlace(host: string, query: string): Place {
  const partition = partitionIds.find((id) => host === partitions[id].consoleDomain || host.endsWith(`.${partitions[id].consoleDomain}`))
  if (partition === undefined) return { kind: 'refused', reason: 'console-host-unknown' }
  const hostRegion = host.slice(0, -partitions[partition].consoleDomain.length - 1)
  const named = readPairs(query)
  if (named.kind === 'refused') return named
  const region = Region.safeParse(named.pairs.get('region') ?? hostRegion)
  if (!region.success) return { kind: 'refused', reason: 'region-unknown' }
  if (hostRegion !== '' && hostRegion !== region.data) return { kind: 'refused', reason: 'region-mismatch' }
  const reading = readRegion(region.data)
  if (reading.kind === 'refused' || reading.partition !== partition) return { kind: 'refused', reason: 'partition-mismatch' }
  return { kind: 'place', region: region.data, partition }
}

/** Never throws. */
export function readQuickCreateLink(url: string): QuickCreateReading {
  const match = linkForm.exec(pastedText(url))
  if (match === null) return refused('not-a-quick-create-link')
  const [, host = '', query = '', fragment = ''] = match
  const place = readPlace(host, query)
  if (place.kind === 'refused') return place
  const given = readPairs(fragment)
  if (given.kind === 'refused') return given
  const template = given.pairs.get('templateURL') ?? given.pairs.get('templateUrl') ?? ''
  if (!template.startsWith('https://')) return refused('template-url-missing')
  const parameters = [...given.pairs].flatMap(([name, value]) => (name.startsWith('param_') ? [[name.slice('param_'.length), value]] : []))
  return {
    ...place,
    kind: 'quick-create',
    templateUrl: template,
    stackName: given.pairs.get('stackName') ?? null,
    parameters: Object.fromEntries(parameters),
  }
}

/**
 * The console page where a template is uploaded. AWS documents the steps to it and not its URL, which is widely used.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stack.html
 */
export function createStackUrl({ partition, region }: Pick<RolePlan, 'partition' | 'region'>): string {
  return `https://${consoleHost(partition, region)}/cloudformation/home?region=${encodeURIComponent(region)}#/stacks/create/template`
}

/** The Region in a URL of that page. Null for any other URL. Never throws. */
export function readCreateStackUrl(url: string): Region | null {
  const [, region] = /^https:\/\/[^/?#]+\/cloudformation\/home\?region=([a-z0-9-]+)#\/stacks\/create\/template$/.exec(pastedText(url)) ?? []
  return Region.safeParse(region).data ?? null
}

export const quickCreateMessages = messages('quick-create', {
  title: 'Quick-create link',
  purpose: 'Opens the AWS console with the stack filled in. Select the IAM acknowledgment and choose Create stack.',
  needs: ['a browser signed in to the account, with permission to create IAM roles'],
  undo: (stackName: string, region: string) => `Delete the stack ${stackName} in ${region}. This ends access.`,
  unavailable: (url: string) =>
    `No quick-create link is available: this role needs its own template, and a link can’t include one. Download the CloudFormation template and upload it in the console:\n${url}\n`,
})

export const quickCreate: ArtifactDialect = {
  id: quickCreateMessages.id,
  texts: quickCreateMessages.in,
  undo: (plan, language = 'en') => ({ words: quickCreateMessages.in(language).undo(plan.stackName, plan.region), commands: null }),
  render: (plan, language = 'en') => {
    const link = quickCreateLink(plan)
    const text = link.kind === 'link' ? link.url : quickCreateMessages.in(language).unavailable(createStackUrl(plan))
    return { filename: 'quick-create-link.txt', language: 'text', text }
  },
}
