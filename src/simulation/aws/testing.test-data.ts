import { cloudFormationTemplate } from '#core/artifacts/cloudformation-template.ts'
import { type Partition, partitionIds, partitions } from '#core/aws/partition.ts'
import { Vendor } from '#core/connection/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { createSimulator, type Simulator } from './simulator.ts'

export function templateUrl(partition: Partition): string {
  const { homeRegion, dnsSuffix } = partitions[partition]
  return `https://templates.s3.${homeRegion}.${dnsSuffix}/rolebridge/${partition}.yaml`
}

const templateUrls = Object.fromEntries(partitionIds.map((partition) => [partition, templateUrl(partition)]))

export const vendor = Vendor.parse({ ...demoVendor, templates: templateUrls })

const templates = partitionIds.map((partition) => ({
  url: templateUrl(partition),
  text: cloudFormationTemplate(vendor, partition).text,
}))

const namespaceVersions = { sts: '2011-06-15', iam: '2010-05-08', cloudformation: '2010-05-15' } as const

export type Service = keyof typeof namespaceVersions

export type TestAws = {
  readonly simulator: Simulator
  readonly saved: () => string | null
  readonly now: () => number
  readonly pass: (ms: number) => void
  readonly call: (service: Service, parameters: Readonly<Record<string, string>>, as?: Credentials) => Promise<Answered>
}

/** `field` returns the text of the first element with that name. */
export type Answered = { readonly status: number; readonly text: string; readonly field: (name: string) => string | undefined }

function fieldOf(text: string): Answered['field'] {
  return (name) => {
    const value = new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1]
    return value
      ?.replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
  }
}

export type Credentials = { readonly accessKeyId: string; readonly sessionToken?: string; readonly region?: string }

/** Simulated accounts with a clock that the test moves. */
export function testAws(delayMs = 0, saved: string | null = null, of: Vendor = vendor): TestAws {
  let time = Date.parse('2026-11-22T08:00:00Z')
  let text = saved
  const simulator = createSimulator({
    vendor: of,
    store: {
      load: () => text,
      save: (next) => {
        text = next
      },
    },
    now: () => time,
    delayMs,
    templates,
  })
  return {
    simulator,
    saved: () => text,
    now: () => time,
    pass: (ms) => {
      time += ms
    },
    call: async (service, parameters, as = { accessKeyId: 'SIM444455556666' }) => {
      const response = await simulator.fetch(queryRequest(service, parameters, as))
      const body = await response.text()
      return { status: response.status, text: body, field: fieldOf(body) }
    },
  }
}

export function queryRequest(service: Service, parameters: Readonly<Record<string, string>>, as: Credentials): Request {
  const { accessKeyId, sessionToken, region = 'us-east-1' } = as
  return new Request('http://127.0.0.1/', {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261122/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      'content-type': 'application/x-www-form-urlencoded',
      ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
    },
    body: new URLSearchParams({ Version: namespaceVersions[service], ...parameters }).toString(),
  })
}
