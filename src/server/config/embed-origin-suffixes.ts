import { getPublicSuffix } from 'tldts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { ConfigFinding } from '#core/connection/vendor-config/config-finding.ts'

/** The host after the star; null for an origin without one. */
const wildcardDomain = (origin: string): string | null => /^https?:\/\/\*\.([^:/]+)/.exec(origin)?.[1] ?? null

/** Domains of one company with public suffixes below them, such as s3.amazonaws.com: a star stands for any number of labels. */
const aboveSuffixes = ['amazonaws.com', 'amazonaws.com.cn', 'amazonaws.eu', 'azure.com', 'googleapis.com', 'windows.net']

const isShared = (domain: string): boolean =>
  aboveSuffixes.includes(domain) || getPublicSuffix(domain, { allowPrivateDomains: true }) === domain

/**
 * A wildcard over a public suffix lets pages of strangers show the wizard: anyone can get a name under github.io or co.uk.
 * https://publicsuffix.org/list/
 */
export function publicSuffixFindings({ embed }: Vendor): readonly ConfigFinding[] {
  return embed.allowedOrigins.flatMap((origin, index): ConfigFinding[] => {
    const domain = wildcardDomain(origin)
    if (domain === null || !isShared(domain)) return []
    return [
      {
        severity: 'error',
        path: ['embed', 'allowedOrigins', index],
        message: `${origin} lets strangers show the wizard, because anyone can get a name under ${domain}. Name a domain of your own, for example https://*.docs.example.com.`,
      },
    ]
  })
}
