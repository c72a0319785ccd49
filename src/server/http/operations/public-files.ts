import * as z from 'zod/mini'
import { servedConfig } from '#core/connection/served-config.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { ServedVendor } from '#core/connection/vendor-fields.ts'
import { body, type Operation } from '#server/http/operation.ts'
import { problem, problemPage, problemPagePath } from '#server/http/problems.ts'
import { invalid } from '#server/http/request-body.ts'
import { oembedPath, pageMessages } from '#server/pages/link-card.ts'
import { OembedQuery, oembed, oembedXml } from '#server/pages/oembed.ts'

type Served = Pick<ServedVendor, 'simulated' | 'launch'> & {
  /** Null: there is no simulated console. */
  readonly simulatedAws: unknown
}

/** The config as customers' browsers get it. */
export function servedVendor(vendor: Vendor, { simulated, simulatedAws, launch }: Served): ServedVendor {
  return servedConfig(vendor, { simulated, launch, ...(simulated && simulatedAws === null ? { hasSimulatedConsole: false } : {}) })
}

/** Described in docs/configuration.md. */
const vendorBody = body('Vendor', ServedVendor, null)

const getVendor: Operation = {
  method: 'get',
  path: '/vendor.json',
  id: 'getVendor',
  title: 'Get the config',
  description: 'The vendor’s config, which is public, and whether AWS is simulated.',
  access: 'anyone',
  responses: [{ status: 200, description: 'The config.', body: vendorBody }],
  handler: (dependencies) => {
    const served = servedVendor(dependencies.vendor, dependencies)
    return (context) => context.json(served, 200, { 'Cache-Control': 'no-cache' })
  },
}

const readProblems: Operation = {
  method: 'get',
  path: problemPagePath,
  id: 'readProblems',
  title: 'Read about problems',
  description: 'A page with every code and what to do.',
  access: 'anyone',
  responses: [{ status: 200, description: 'A page.', mediaType: 'text/html' }],
  handler: () => (context) => context.html(problemPage),
}

/** https://oembed.com */
const getOembed: Operation = {
  method: 'get',
  path: oembedPath,
  id: 'getOembed',
  title: 'Get the embed code for a URL',
  description:
    'For sites that turn a pasted URL into a frame ([oEmbed](https://oembed.com)). Returns a frame if the config lists origins, otherwise a link with a picture.',
  access: 'anyone',
  query: [
    { name: 'url', required: true, description: 'A URL of the wizard. Others are not found.' },
    { name: 'format', required: false, description: '`json` or `xml`.' },
    { name: 'maxwidth', required: false, description: 'Pixels.' },
    { name: 'maxheight', required: false, description: 'Pixels.' },
  ],
  responses: [{ status: 200, description: 'The embed code.', mediaType: 'application/json' }],
  problems: ['invalid', 'not-found'],
  handler: ({ vendor, origin, pages }) => {
    const titleFor = pages?.titleFor ?? (() => pageMessages.in('en').title(vendor.name))
    return (context) => {
      // Anyone can write the Host header, so a server without an origin of its own returns no URLs.
      if (origin === null) return problem('not-found')
      const query = z.safeParse(OembedQuery, context.req.query())
      if (!query.success) return invalid(query.error.issues, 'value-invalid')
      const found = oembed({ vendor, titleFor, origin }, query.data)
      if (found === null) return problem('not-found')
      // Readable from any page: everything in it is public.
      const headers = { 'Cache-Control': 'public, max-age=3600', 'Access-Control-Allow-Origin': '*' }
      return query.data.format === 'json'
        ? context.json(found, 200, headers)
        : context.body(oembedXml(found), 200, { ...headers, 'Content-Type': 'text/xml; charset=utf-8' })
    }
  },
}

export const publicOperations: readonly Operation[] = [getVendor, readProblems, getOembed]
