import { readdirSync, readFileSync } from 'node:fs'

const client = 'dist/client'
const page = readFileSync(`${client}/index.html`, 'utf8')

/** What the browser needs before the first screen works: what index.html names. */
const named = (pattern) => [...page.matchAll(pattern)].map((match) => `${client}/${match[1]}`)
const scripts = named(/(?:src|href)="\.?\/([^"]+\.js)"/g)
const styles = named(/href="\.?\/([^"]+\.css)"/g)

if (scripts.length === 0 || styles.length === 0)
  throw new Error('index.html names no script or no style sheet: the budget would measure nothing')
// The style sheet stands in the page itself; its link is disabled.
const requests = 1 + scripts.length
if (requests > 4) throw new Error(`${requests} critical requests (page, ${scripts.join(', ')}): at most 4`)

const isEditor = readdirSync(`${client}/assets`).some(
  (file) => /monaco|editor/.test(file) && [...scripts].some((script) => script.endsWith(file)),
)
if (isEditor) throw new Error('The editor is part of the first load')

export default [
  { name: 'Initial JavaScript', path: scripts, limit: '110 kB', gzip: true },
  { name: 'Initial CSS', path: styles, limit: '10 kB', gzip: true },
  { name: 'embed.js', path: `${client}/embed.js`, limit: '5.1 kB', gzip: true },
]
