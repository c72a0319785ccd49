import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { type StaticServer, serveFiles } from './static-server.ts'
import { test } from './test.ts'

const folder = join(import.meta.dirname, '../dist/docs')
let site: StaticServer

test.beforeAll(async () => {
  site = await serveFiles(folder)
})

test.afterAll(() => site.stop())

/** Playwright scrolls to what it clicks. A reader must have it in view before. */
async function connectWithoutScrolling(page: Page): Promise<void> {
  const frame = page.getByTitle('Demo of the wizard').contentFrame()
  await expect(frame.getByLabel('AWS account ID')).toBeInViewport({ ratio: 1 })
  await expect(frame.getByLabel('AWS account ID')).toHaveValue('444455556666')
  const next = frame.getByRole('button', { name: 'Continue' })
  await expect(next).toBeInViewport({ ratio: 1 })
  await next.click()
  await expect(frame.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 })
  const launch = frame.getByRole('link', { name: 'Launch stack (simulated)' })
  await expect(launch).toBeInViewport({ ratio: 1 })
  await launch.click()
  const acknowledgment = frame.getByRole('checkbox', { name: /I acknowledge that AWS CloudFormation might create IAM resources/ })
  await expect(acknowledgment).toBeInViewport({ ratio: 1 })
  await acknowledgment.check()
  const create = frame.getByRole('button', { name: 'Create stack' })
  await expect(create).toBeInViewport({ ratio: 1 })
  await create.click()
  await expect(frame.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeInViewport({ ratio: 1 })
}

for (const viewport of [
  { width: 1400, height: 900 },
  { width: 375, height: 812 },
])
  test(`the demo on the first page reaches Connected without scrolling by hand at ${viewport.width} × ${viewport.height}, and nothing is requested from another origin`, async ({
    page,
  }) => {
    const origins = new Set<string>()
    page.on('request', (request) => origins.add(new URL(request.url()).origin))
    await page.setViewportSize(viewport)
    await page.goto(site.origin)
    await page.getByRole('link', { name: 'Try it here', exact: true }).click()
    await connectWithoutScrolling(page)
    expect([...origins].filter((origin) => origin.startsWith('http'))).toEqual([site.origin])
  })

test('the demo takes the theme of the site, and keeps its step', { tag: '@thorough' }, async ({ page }) => {
  // Wide enough for the switch in the navigation.
  await page.setViewportSize({ width: 1400, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(site.origin)
  const frame = page.getByTitle('Demo of the wizard').contentFrame()
  await frame.getByRole('button', { name: 'Continue' }).click()
  const ground = () => frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
  await expect(frame.getByRole('link', { name: 'Launch stack (simulated)' })).toBeVisible()
  const light = await ground()
  await page.getByRole('switch', { name: 'Switch to dark theme' }).first().click()
  await expect.poll(ground).not.toBe(light)
  await expect(frame.getByRole('link', { name: 'Launch stack (simulated)' })).toBeVisible()
})

test('the docs show double braces literally, and their search finds a diagnosis', { tag: '@thorough' }, async ({ page }) => {
  await page.goto(`${site.origin}/configuration.html`)
  await expect(page.getByText('{{id}}')).toBeVisible()
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('searchbox').fill('external-id-not-required')
  await expect(page.getByRole('option').first()).toContainText('external-id-not-required')
})

test('search finds what newcomers look for', async ({ page }) => {
  await page.goto(site.origin)
  await page.getByRole('button', { name: 'Search' }).click()
  for (const [words, expected] of [
    ['docker', '/deploy.html'],
    ['CSP', '/troubleshooting.html'],
    ['webhook', '/events.html'],
    ['architecture', '/architecture.html'],
  ] as const) {
    await page.getByRole('searchbox').fill(words)
    await expect(page.getByRole('option').locator(`a[href^="${expected}"]`).first()).toBeVisible()
  }
})

test('the address of a page that is gone leads to its new place', async ({ page }) => {
  await page.goto(`${site.origin}/try-it.html`)
  await expect(page).toHaveURL(`${site.origin}/#try-it`)
  await expect(page.getByTitle('Demo of the wizard')).toBeInViewport()
})

test('the first page names the version and the license, and how to install it', async ({ page }) => {
  const { version, license } = JSON.parse(readFileSync(join(folder, '../../package.json'), 'utf8'))
  await page.goto(site.origin)
  await expect(page.getByRole('link', { name: `Version ${version}` })).toBeVisible()
  await expect(page.getByRole('link', { name: license })).toBeVisible()
  await expect(page.getByText('npx rolebridge', { exact: true })).toBeVisible()
})

test('frameworks are tabs that work by keyboard, open for a link to one of them, and pass axe', async ({ page }) => {
  await page.goto(`${site.origin}/embed.html#frameworks`)
  const tabs = page.getByRole('tablist', { name: 'Framework' }).getByRole('tab')
  await expect(tabs).toHaveText([
    /^Plain HTML/,
    'Docusaurus',
    'VitePress',
    'Starlight',
    'React and Next.js',
    'Vue',
    'Svelte',
    'MkDocs and others',
  ])
  const panel = (name: string) => page.getByRole('tabpanel', { name })
  await expect(panel('Plain HTML with a strict policy')).toContainText('Content-Security-Policy')
  await expect(page.getByRole('tabpanel')).toHaveCount(1)
  await tabs.first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(tabs.nth(1)).toBeFocused()
  await expect(panel('Docusaurus')).toContainText('docs/connect.mdx')
  await page.keyboard.press('End')
  await expect(panel('MkDocs and others')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(panel('Plain HTML with a strict policy')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('.section-tabs').analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([])
  await page.goto(`${site.origin}/embed.html#starlight`)
  await expect(panel('Starlight').getByRole('heading', { name: 'Starlight' })).toBeInViewport()
})

test('without a script, the files of every framework stand one under another', { tag: '@thorough' }, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site.origin}/embed.html`)
  for (const file of ['docusaurus.config.js', 'astro.config.mjs', 'app/connect-aws.tsx', 'connect-aws.svelte'])
    await expect(page.getByText(file, { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('tab')).toHaveCount(0)
  await context.close()
})

test('llms.txt names pages that are there as Markdown', async ({ request }) => {
  const text = await (await request.get(`${site.origin}/llms.txt`)).text()
  const links = [...text.matchAll(/\]\(([^)]+)\): \S/g)].map(([, link = '']) => link)
  expect(links.length).toBeGreaterThan(25)
  for (const link of links) {
    const page = await request.get(`${site.origin}${link}`)
    expect([link, page.status(), (await page.text()).includes('# ')]).toEqual([link, 200, true])
  }
})
