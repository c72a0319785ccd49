import { messages } from '#core/text/messages.ts'
import type { LinkView } from './link-view.ts'
import type { TemplateRule } from './template-rule.ts'

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
