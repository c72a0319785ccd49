import type { MarkdownRenderer } from 'vitepress'

/** The tags that our pages use. Anything else in angle brackets is meant to be read. */
const known = /^<\/?(?:br|a|p|kbd|img|details|summary|ClientOnly|LiveDemo|rolebridge-wizard)\b|^<!--/

/** These pages are read in the repository too, where neither double braces nor words in angle brackets mean anything to Vue. */
export function takeTextAsText({ renderer, utils }: MarkdownRenderer): void {
  const escaped = (text: string) => utils.escapeHtml(text).replaceAll('{{', '<span v-pre>{{</span>')
  renderer.rules.text = (tokens, index) => escaped(tokens[index]?.content ?? '')
  renderer.rules.code_inline = (tokens, index) => `<code v-pre>${utils.escapeHtml(tokens[index]?.content ?? '')}</code>`
  for (const type of ['html_inline', 'html_block'] as const) {
    renderer.rules[type] = (tokens, index) => {
      const content = tokens[index]?.content ?? ''
      return known.test(content) ? content : escaped(content)
    }
  }
}
