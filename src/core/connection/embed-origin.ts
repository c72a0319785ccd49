import * as z from 'zod/mini'

const label = '[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?'
/** One that ends in a number would be read as an IPv4 address. https://url.spec.whatwg.org/#concept-host-parser */
const lastLabel = '[a-z](?:[a-z0-9_-]*[a-z0-9])?'
const byte = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const names = `(?:${label}\\.)*${lastLabel}`
/** At least two labels are named: below one alone are the sites of everybody. */
const anySubdomain = `\\*\\.(?:${label}\\.)+${lastLabel}`
const address = `${byte}(?:\\.${byte}){3}|\\[::1\\]`

const pattern = new RegExp(`^https?://(?:${names}|${anySubdomain}|${address})(?::[1-9]\\d{1,4})?/?$`)
/** Browsers leave it out of origins. https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin */
const needlessPort = /^(?:https:.*:443|http:.*:80)\/?$/
const portMaximum = 65_535

const error =
  'must be an origin such as https://docs.example.com, without a path, or https://*.example.com for every subdomain of a domain that is named with at least two labels'

const hasPortOfItsOwn = (text: string) => !needlessPort.test(text) && Number(/:(\d+)\/?$/.exec(text)?.[1] ?? 0) <= portMaximum

/** A page that may show the wizard in a frame, as in `frame-ancestors`. https://www.w3.org/TR/CSP3/#directive-frame-ancestors */
export const EmbedOrigin = z
  .string({ error })
  .check(z.regex(pattern, { error, abort: true }), z.refine(hasPortOfItsOwn, { error }))
  .brand<'EmbedOrigin'>()
export type EmbedOrigin = z.infer<typeof EmbedOrigin>
