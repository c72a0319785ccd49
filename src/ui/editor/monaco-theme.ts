import * as monaco from 'monaco-editor/editor'

type Palette = ReturnType<typeof paletteAt>

/** Draws the editor in the colours of the page and keeps it so; the returned function stops it. Forced colours Monaco follows itself. */
export function followTheme(element: HTMLElement): () => void {
  const update = () => applyTheme(element)
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const attributes = new MutationObserver(update)
  update()
  dark.addEventListener('change', update)
  attributes.observe(document.documentElement, { attributes: true, subtree: true, attributeFilter: ['data-theme'] })
  return () => {
    dark.removeEventListener('change', update)
    attributes.disconnect()
  }
}

function applyTheme(element: HTMLElement) {
  const palette = paletteAt(element)
  const base = isDark(palette.code) ? 'vs-dark' : 'vs'
  monaco.editor.defineTheme('page', { base, inherit: true, rules: tokenRules(palette), colors: editorColors(palette) })
  monaco.editor.setTheme('page')
}

/** Monaco wants hex; only the browser can tell what a token comes to at this place of the page. */
function paletteAt(element: HTMLElement) {
  const probe = document.createElement('span')
  element.append(probe)
  const colorOf = (token: string) => {
    probe.style.color = `var(--${token})`
    return hexOf(getComputedStyle(probe).color)
  }
  const palette = {
    code: colorOf('code'),
    ink: colorOf('ink'),
    line: colorOf('line'),
    'control-line': colorOf('control-line'),
    surface: colorOf('surface'),
    accent: colorOf('accent'),
    'accent-wash': colorOf('accent-wash'),
    'code-key': colorOf('code-key'),
    'code-string': colorOf('code-string'),
    'code-value': colorOf('code-value'),
    'code-quiet': colorOf('code-quiet'),
    danger: colorOf('danger'),
  }
  probe.remove()
  return palette
}

function hexOf(rgb: string): string {
  const channels = (rgb.match(/\d+/g) ?? []).slice(0, 3)
  return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`
}

const isDark = (hex: string) => Number.parseInt(hex.slice(3, 5), 16) < 128

/** The base themes name some tokens with their language, which is more specific than the bare name. */
const languageSuffixes = ['', '.json', '.yaml', '.shell'] as const

function tokenRules(palette: Palette): monaco.editor.ITokenThemeRule[] {
  const colors = {
    'string.key': palette['code-key'],
    'string.value': palette['code-string'],
    string: palette['code-string'],
    type: palette['code-key'],
    number: palette['code-value'],
    keyword: palette['code-value'],
    variable: palette['code-value'],
    tag: palette['code-value'],
    delimiter: palette['code-quiet'],
    operators: palette['code-quiet'],
    comment: palette['code-quiet'],
  }
  const rules = Object.entries(colors).flatMap(([name, color]) => languageSuffixes.map((suffix) => rule(`${name}${suffix}`, color)))
  return [rule('', palette.ink), ...rules]
}

const rule = (token: string, color: string) => ({ token, foreground: color.slice(1) })

function editorColors(palette: Palette): monaco.editor.IColors {
  return {
    'editor.background': palette.code,
    'editor.foreground': palette.ink,
    'editorLineNumber.foreground': palette['code-quiet'],
    'editorLineNumber.activeForeground': palette.ink,
    'editorLineNumber.dimmedForeground': palette['code-quiet'],
    'editorCursor.foreground': palette.accent,
    'editor.selectionBackground': palette['accent-wash'],
    'editorIndentGuide.background1': palette.line,
    'editorWidget.background': palette.surface,
    'editorWidget.border': palette['control-line'],
    'editorHoverWidget.background': palette.surface,
    'editorError.foreground': palette.danger,
    focusBorder: palette.accent,
  }
}
