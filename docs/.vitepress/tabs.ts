import type { MarkdownRenderer } from 'vitepress'

type Core = Parameters<Parameters<MarkdownRenderer['core']['ruler']['push']>[1]>[0]
type Tokens = Core['tokens']

/** Comments around sections of the third level, which are tabs on the site. In the repository they stand one under another. */
const begins = /^<!-- tabs: (.+) -->\s*$/
const ends = /^<!-- \/tabs -->\s*$/

const isHeading = ({ type, tag }: Tokens[number]): boolean => type === 'heading_open' && tag === 'h3'

/** Renders `<SectionTabs>` of the theme, with one slot for each section. */
export function showSectionsAsTabs(md: MarkdownRenderer): void {
  const { escapeHtml } = md.utils
  md.renderer.rules['section_tabs'] = (tokens, index) => tokens[index]?.content ?? ''

  function tabs({ Token }: Core, label: string, inside: Tokens): Tokens {
    const html = (content: string) => Object.assign(new Token('section_tabs', '', 0), { content })
    const names = inside.flatMap((token, index) => (isHeading(token) ? [inside[index + 1]?.content ?? ''] : []))
    let section = -1
    const sections = inside.flatMap((token): Tokens => {
      if (!isHeading(token)) return [token]
      section += 1
      return [html(`${section === 0 ? '' : '</template>'}<template #section${section}>`), token]
    })
    const open = `<SectionTabs label="${escapeHtml(label)}" :names="${escapeHtml(JSON.stringify(names))}">`
    return [html(open), ...sections, html('</template></SectionTabs>')]
  }

  md.core.ruler.push('section_tabs', (state) => {
    const start = state.tokens.findIndex(({ type, content }) => type === 'html_block' && begins.test(content))
    const end = state.tokens.findIndex(({ type, content }) => type === 'html_block' && ends.test(content))
    if (start < 0 || end < start) return
    const [, label = ''] = begins.exec(state.tokens[start]?.content ?? '') ?? []
    const inside = tabs(state, label, state.tokens.slice(start + 1, end))
    state.tokens = [...state.tokens.slice(0, start), ...inside, ...state.tokens.slice(end + 1)]
  })
}
