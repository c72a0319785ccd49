import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import { vendor as demoVendor, planOf } from '#core/fixtures.test-data.ts'
import { lintHostingPolicy } from '#core/rules/lint.ts'
import { scenarioAccounts } from '#simulation/aws/accounts.ts'
import { queryServices } from '#simulation/aws/query-protocol.ts'
import { vendor } from '#simulation/aws/testing.test-data.ts'
import { controlAccountId } from '#simulation/aws/vendor-roles.ts'

const read = (path: string): string => readFileSync(path, 'utf8')

const folders = ['docs', 'examples', 'src', 'deploy'].filter((folder) => existsSync(folder))

const pages = [
  ...readdirSync('.').filter((file) => file.endsWith('.md')),
  ...folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => join(folder, file)),
  ),
]

const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')

/** GitHub's rule: lowercase, no punctuation, a hyphen for each space, and a number for a repeated heading. */
function anchors(text: string): Set<string> {
  const slugs = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )
  return new Set(slugs.map((slug, index) => [slug, slugs.slice(0, index).filter((other) => other === slug).length] as const).map(numbered))
}

const numbered = ([slug, earlier]: readonly [string, number]): string => (earlier === 0 ? slug : `${slug}-${earlier}`)

function fault(page: string, link: string): string | null {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? page : join(dirname(page), path)
  if (!existsSync(target)) return `${page}: there is no ${link}`
  if (relative('.', target).startsWith('..')) return `${page}: ${link} is outside of the repository`
  if (anchor === undefined || statSync(target).isDirectory()) return null
  return anchors(read(target)).has(anchor) ? null : `${page}: there is no heading for ${link}`
}

test('pages name only folders and files that exist', () => {
  const named = pages.flatMap((page) => {
    const paths = [...read(page).matchAll(/(?:^|[`\s(])((?:src|tools|e2e)\/[\w./-]*\w)(?=[/`\s),.:]|$)/gm)]
    return paths.map(([, path = '']) => ({ page, path }))
  })
  expect(named.length).toBeGreaterThan(60)
  expect(named.filter(({ path }) => !existsSync(path)).map(({ page, path }) => `${page}: ${path}`)).toEqual([])
})

test('links and pictures between pages lead to existing files and headings', () => {
  const faults = pages.flatMap((page) => {
    const links = [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
    return links.filter((link) => !/^(?:[a-z]+:|\/)/.test(link)).flatMap((link) => fault(page, link) ?? [])
  })
  expect(pages.length).toBeGreaterThan(20)
  expect(faults).toEqual([])
})

test('the page on the way through the code names more than 25 files, and all exist', () => {
  const page = read('docs/code-path.md')
  const named = [...page.matchAll(/`(src\/[^`]+)`/g)].map(([, file = '']) => file)
  expect(named.length).toBeGreaterThan(25)
  expect(named.filter((file) => !existsSync(file))).toEqual([])
})

const points = [...read('docs/checklist.md').matchAll(/^\| (\d+) \| (.+?) \| (.+) \|$/gm)].map(([, number, point, proof = '']) => ({
  number: Number(number),
  point,
  proofs: proof.split('<br>'),
}))

test('the checklist numbers its points without a gap, and each has a proof or a reason', () => {
  expect(points.map(({ number }) => number)).toEqual(points.map((_, index) => index + 1))
  expect(points.length).toBeGreaterThanOrEqual(61)
  expect(points.filter(({ proofs }) => proofs.some((proof) => proof.trim().length < 20))).toEqual([])
})

const isTitleIn = (file: string, title: string): boolean =>
  existsSync(file) && ["'", '"', '`'].some((quote) => read(file).includes(`${quote}${title}`))

/** A proof as the pages write it: the file of a test, and its title. */
function namedTest(proof: string) {
  const [, file, title] = /^`([^`]+\.tsx?)` › (.+)$/.exec(proof.trim()) ?? []
  return file === undefined || title === undefined ? null : { file, title }
}

test('the checklist names only tests that exist', () => {
  const named = points.flatMap(({ number, proofs }) => proofs.flatMap((proof) => ({ number, ...namedTest(proof) })))
  const missing = named.filter(({ file, title }) => file !== undefined && title !== undefined && !isTitleIn(file, title))
  expect(named.filter(({ file }) => file !== undefined).length).toBeGreaterThan(60)
  expect(missing).toEqual([])
})

const paperRows = [...read('docs/paper.md').matchAll(/^\| (.+?) \| (.+?) \| (`.+?`) \| (`.+) \|$/gm)].map(
  ([, rule = '', , files = '', tests = '']) => ({ rule, files: files.split('<br>'), tests: tests.split('<br>') }),
)

test('each rule, figure, and listing of the paper has code and a test that exist', () => {
  const [rules = '', figures = ''] = read('docs/paper.md').split(/^## /m).slice(1)
  const rows = [...`${rules}${figures}`.matchAll(/^\| (?!The paper).+$/gm)]
  expect(paperRows.length).toBe(rows.length)
  expect(rows.length).toBeGreaterThan(30)
  const missing = paperRows.flatMap(({ rule, files, tests }) => [
    ...files.filter((file) => !existsSync(file.replaceAll('`', ''))).map((file) => `${rule}: ${file}`),
    ...tests.filter((proof) => {
      const named = namedTest(proof)
      return named === null || !isTitleIn(named.file, named.title)
    }),
  ])
  expect(missing).toEqual([])
})

const threats = [...read('docs/security.md').matchAll(/^\| (?!Threat |---)(.+?) \| (.+) \| (.+) \| (`[^|]+) \|$/gm)].map(
  ([, threat = '', , figure = '', proof = '']) => ({ threat, figure, named: namedTest(proof) }),
)

test('each threat has a figure, and a test that exists', () => {
  expect(threats.length).toBeGreaterThan(15)
  expect(threats.filter(({ named, figure }) => named === null || !isTitleIn(named.file, named.title) || figure.length < 15)).toEqual([])
})

test('the documentation names this version', () => {
  const { version } = JSON.parse(read('package.json'))
  const named = pages
    .filter((page) => page !== 'CHANGELOG.md' && !page.startsWith('docs/decisions'))
    .flatMap((page) => [...read(page).matchAll(/(?:rolebridge-|embed\/|version )(\d+\.\d+\.\d+)/g)].map(([, each]) => `${page}: ${each}`))
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((each) => !each.endsWith(`: ${version}`))).toEqual([])
})

const jsonIn = (page: string): unknown[] =>
  [...read(`docs/${page}.md`).matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, text = '']) => JSON.parse(text))

const [config, hostingPolicy] = jsonIn('vendors')

test('the config of the vendor guide is valid and starts like the demo vendor’s', () => {
  const vendor = Vendor.parse(config)
  expect(demoVendor).toMatchObject({
    name: vendor.name,
    purpose: vendor.purpose,
    applicationRoleName: vendor.applicationRoleName,
  })
})

test('the linter finds nothing in the vendor guide’s policy of the application role', () => {
  expect(lintHostingPolicy(JSON.stringify(hostingPolicy))).toEqual([])
})

test('the security reviewers’ guide shows the trust policy that customers get', () => {
  expect(jsonIn('security-reviewers')).toEqual([planOf().trustPolicy])
})

const readme = read('README.md')

test('the README names existing scenario accounts by their titles', () => {
  const rows = [...readme.matchAll(/^\| `(\d{12})` \| (.+) \|$/gm)].map(([, accountId, title]) => ({ accountId, title: title?.trim() }))
  expect(rows.length).toBeGreaterThan(10)
  const known = scenarioAccounts.map(({ accountId, messages }) => ({ accountId, title: messages.in('en').title }))
  for (const row of rows) expect(known).toContainEqual(row)
})

test('the pages name only npm scripts that exist', () => {
  const { scripts } = JSON.parse(read('package.json'))
  const readers = pages.filter((page) => !page.startsWith('docs/decisions') && page !== 'CHANGELOG.md')
  const named = readers.flatMap((page) => [...read(page).matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name))
  expect(named.length).toBeGreaterThan(20)
  for (const name of new Set(named)) expect(scripts).toHaveProperty([name])
})

const simulatorPage = read('docs/simulator.md')

test('the simulator page lists every scenario account', () => {
  const rows = scenarioAccounts.map(({ accountId, messages, expects }) => {
    const { title, story } = messages.in('en')
    return `| \`${accountId}\` | ${title} | ${story} | \`${expects}\` |`
  })
  expect(simulatorPage.split('\n').filter((line) => line.startsWith('| `4'))).toEqual(rows)
})

test('the simulator page lists every action', () => {
  for (const { actions } of queryServices) for (const name of Object.keys(actions)) expect(simulatorPage).toContain(name)
})

test('the simulator page names the control account', () => {
  expect(simulatorPage).toContain(controlAccountId(vendor, 'aws'))
})
