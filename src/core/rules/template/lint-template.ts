import type { Finding } from '#core/policy/form/rule.ts'
import { rule } from '#core/policy/form/rule.ts'
import { sourceMap } from '#core/policy/json/source-map.ts'
import { messages } from '#core/text/messages.ts'
import { ct01, ct02, ct03, ct06 } from './parameter-rules.ts'
import { ct04, ct05, ct07 } from './resource-rules.ts'
import { changed, type LinkView, linkView, type ReadYaml, type TemplateRule, templateView } from './template-view.ts'

export const ct08Messages = messages('CT08', {
  title: 'CloudFormation can’t read the template there',
  what: 'A `templateURL` that isn’t on Amazon S3, doesn’t use https, or is a bucket website.',
  why: 'The console rejects the link.',
  todo: 'Publish the template as an object in S3: https://bucket.s3.us-east-1.amazonaws.com/key.',
  noUrl: (templateUrl: string) => `${templateUrl} isn’t a URL.`,
  website: (host: string) => `${host} is a bucket website, which CloudFormation can’t read. Use the object’s URL.`,
  noHttps: (scheme: string) => `The template URL starts with ${scheme}. Use https.`,
  notS3: (host: string) => `${host} isn’t Amazon S3. CloudFormation reads templates only from Amazon S3.`,
})

/** https://docs.aws.amazon.com/general/latest/gr/s3.html */
const s3Host = /(^|\.)s3([.-][a-z0-9]+)*\.amazonaws\.(com|com\.cn|eu)$/
const websiteHost = /(^|\.)s3-website[.-]/

function fault({ address, templateUrl }: LinkView) {
  if (address === null) return (language: string) => ct08Messages.in(language).noUrl(JSON.stringify(templateUrl))
  if (websiteHost.test(address.host)) return (language: string) => ct08Messages.in(language).website(address.host)
  if (address.scheme !== 'https') return (language: string) => ct08Messages.in(language).noHttps(address.scheme)
  if (!s3Host.test(address.host)) return (language: string) => ct08Messages.in(language).notS3(address.host)
  return null
}

const ct08: TemplateRule<LinkView> = rule(
  ct08Messages,
  'error',
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html',
  (view) => {
    const message = fault(view)
    return message === null ? [] : [{ message, place: view.place }]
  },
)

export const ct09Messages = messages('CT09', {
  title: 'The template may change',
  what: 'A `templateURL` whose key contains neither a hash nor a version.',
  why: 'The template that you reviewed yesterday can be a different one today, at the same URL.',
  todo: 'Publish each template under a key with its hash, and state its SHA-256.',
  found: (path: string) => `The key ${path} contains neither a hash nor a version, so the template can change.`,
})

const hash = /(^|[^0-9a-f])[0-9a-f]{12,128}([^0-9a-f]|$)/i
const version = /(^|[/_-])v?\d+\.\d+(\.\d+)?([/._-]|$)/

const ct09: TemplateRule<LinkView> = rule(ct09Messages, 'warning', 'own', ({ address, place }) => {
  if (address === null) return []
  if (/[?&]versionId=/.test(address.query) || hash.test(address.path) || version.test(address.path)) return []
  return [{ message: (language) => ct09Messages.in(language).found(address.path), place }]
})

export const templateRules = [ct01, ct02, ct03, ct04, ct05, ct06, ct07] as const

/** From the quick-create link that names the template. */
export const linkRules = [ct08, ct09] as const

type Context = { readonly readYaml?: ReadYaml | undefined }

function found<Subject>(
  rules: readonly TemplateRule<Subject>[],
  subject: Subject,
  { text, language }: { text: string; language: string },
): Finding[] {
  const map = sourceMap(text)
  return rules.flatMap(({ id, severity, messages, check }) =>
    check(subject).map(({ message, place, fix }) => ({
      rule: id,
      severity,
      message: message(language),
      why: messages.in(language).why,
      path: [],
      range: map.range(place),
      ...(fix === undefined || fix.length === 0 ? {} : { fix: changed(text, fix) }),
    })),
  )
}

/**
 * The findings in a CloudFormation template of an account access role, in JSON, or in YAML if `readYaml` is given. Text that is not a
 * template has no findings. Never throws.
 */
export function lintTemplate(text: string, { readYaml }: Context = {}, language = 'en'): Finding[] {
  const view = templateView(text, readYaml)
  return view === null ? [] : found(templateRules, view, { text, language })
}

/** What is wrong with a quick-create link. A text that is none has no findings. Never throws, whatever the text is. */
export function lintQuickCreateLink(text: string, language = 'en'): Finding[] {
  const view = linkView(text)
  return view === null ? [] : found(linkRules, view, { text, language })
}
