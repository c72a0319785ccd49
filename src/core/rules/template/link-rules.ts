import { messages } from '#core/text/messages.ts'
import type { LinkView } from './link-view.ts'
import type { TemplateRule } from './template-rule.ts'

export const ct08Messages = messages('CT08', {
  title: 'CloudFormation cannot read the template there',
  what: 'A `templateURL` that is not on Amazon S3, not https, or the website of a bucket.',
  why: 'The console refuses the link.',
  todo: 'Publish the template as an object in S3: https://bucket.s3.us-east-1.amazonaws.com/key.',
  noUrl: (templateUrl: string) => `${templateUrl} is no address.`,
  website: (host: string) => `${host} is the website of a bucket, which CloudFormation does not read. Use the address of the object.`,
  noHttps: (scheme: string) => `The address of the template begins with ${scheme}. Use https.`,
  notS3: (host: string) => `${host} is not Amazon S3. CloudFormation reads templates from there alone.`,
})

/** https://docs.aws.amazon.com/general/latest/gr/s3.html */
const s3Host = /(^|\.)s3([.-][a-z0-9-]+)*\.amazonaws\.(com|com\.cn|eu)$/
const websiteHost = /(^|\.)s3-website[.-]/

function fault({ address, templateUrl }: LinkView) {
  if (address === null) return (language: string) => ct08Messages.in(language).noUrl(JSON.stringify(templateUrl))
  if (websiteHost.test(address.host)) return (language: string) => ct08Messages.in(language).website(address.host)
  if (address.scheme !== 'https') return (language: string) => ct08Messages.in(language).noHttps(address.scheme)
  if (!s3Host.test(address.host)) return (language: string) => ct08Messages.in(language).notS3(address.host)
  return null
}

export const ct08: TemplateRule<LinkView> = {
  id: 'CT08',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html',
  messages: ct08Messages,
  check: (view) => {
    const message = fault(view)
    return message === null ? [] : [{ message, place: view.place }]
  },
}

export const ct09Messages = messages('CT09', {
  title: 'The template may change',
  what: 'A `templateURL` whose key has neither a hash nor a version in it.',
  why: 'What was reviewed yesterday may be another template today, under the same address.',
  todo: 'Publish each template under a key with its hash, and state its SHA-256.',
  found: (path: string) => `The key ${path} has neither a hash nor a version in it: the template there may change.`,
})

const hash = /(^|[^0-9a-f])[0-9a-f]{12,128}([^0-9a-f]|$)/i
const version = /(^|[/_-])v?\d+\.\d+(\.\d+)?([/._-]|$)/

export const ct09: TemplateRule<LinkView> = {
  id: 'CT09',
  severity: 'warning',
  source: 'own',
  messages: ct09Messages,
  check: ({ address, place }) => {
    if (address === null) return []
    if (/[?&]versionId=/.test(address.query) || hash.test(address.path) || version.test(address.path)) return []
    return [{ message: (language) => ct09Messages.in(language).found(address.path), place }]
  },
}
