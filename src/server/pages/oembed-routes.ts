import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { AppDependencies } from '#server/http/app-dependencies.ts'
import { problem } from '#server/http/problems.ts'
import { invalid } from '#server/http/refused-input.ts'
import { oembedPath, pageMessages } from './link-card.ts'
import { OembedQuery, oembed, oembedXml } from './oembed.ts'

/** For sites that make a frame of a pasted address. https://oembed.com */
export function oembedRoutes({ vendor, origin, pages }: AppDependencies) {
  const titleFor = pages?.titleFor ?? (() => pageMessages.in('en').title(vendor.name))
  return new Hono().get(oembedPath, (context) => {
    // The Host header is anyone's word, so without an origin of its own the server hands out no address.
    if (origin === null) return problem('not-found')
    const query = z.safeParse(OembedQuery, context.req.query())
    if (!query.success) return invalid(query.error.issues, 'value-invalid')
    const answer = oembed({ vendor, titleFor, origin }, query.data)
    if (answer === null) return problem('not-found')
    // Whoever asks from a page may have it: it says nothing that is not public.
    const headers = { 'Cache-Control': 'public, max-age=3600', 'Access-Control-Allow-Origin': '*' }
    return query.data.format === 'json'
      ? context.json(answer, 200, headers)
      : context.body(oembedXml(answer), 200, { ...headers, 'Content-Type': 'text/xml; charset=utf-8' })
  })
}
