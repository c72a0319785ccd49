import { cpSync, mkdtempSync, readdirSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { openWizard, ordinaryAccount, reachRoleScreen, typeAccount } from './journey.ts'
import { serveFiles } from './static-server.ts'
import { test } from './test.ts'

/** What a browser can refuse, refused before anything of the page runs. */
const refuseClipboard = () => {
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) } })
  document.execCommand = () => false
}

const refusePopups = () => {
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[target="_blank"]') : null
    if (link !== null) event.preventDefault()
  })
}

const refuseStorage = () => {
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
    Object.defineProperty(window, name, {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      },
    })
}

test('says what to do and selects the link as text when pop-ups and the clipboard are blocked', { tag: '@thorough' }, async ({ page }) => {
  await page.addInitScript(refuseClipboard)
  await page.addInitScript(refusePopups)
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  const launch = page.getByRole('link', { name: /^(Launch stack \(simulated\)|Open again)/ })
  const address = await launch.getAttribute('href')
  await launch.click()
  await expect(page.getByText('Opened in a new tab')).toBeVisible()
  await expect(launch).toHaveAttribute('href', address ?? '')
  await page.getByRole('button', { name: 'Copy link' }).click()
  const byHand = page.getByRole('textbox', { name: /Couldn’t copy automatically/ })
  await expect(byHand).toBeFocused()
  expect(await byHand.evaluate((area) => (area instanceof HTMLTextAreaElement ? area.selectionEnd - area.selectionStart : 0))).toBe(
    (await byHand.inputValue()).length,
  )
  await expect(byHand).toHaveValue(/#\/simulated-aws\/console\?.*us-east-1\.console\.aws\.amazon\.com%2Fcloudformation/)
})

test('Back keeps typed text where the browser stores nothing', { tag: '@thorough' }, async ({ page }) => {
  await page.addInitScript(refuseStorage)
  const accountId = ordinaryAccount()
  await reachRoleScreen(page, { accountId, buckets: 'kept-bucket' })
  await page.goBack()
  await expect(page.getByLabel('AWS account ID')).toHaveValue(accountId)
  await expect(page.getByLabel('Buckets')).toHaveValue('kept-bucket')
})

test('shows why Continue fails offline, keeps what was typed, and connects when online again', async ({ page, context }) => {
  const accountId = ordinaryAccount()
  await openWizard(page)
  await page.waitForLoadState('networkidle')
  await typeAccount(page, { accountId })
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('region', { name: 'Check these fields' })).toContainText('Check your connection and try again.')
  await expect(page.getByLabel('AWS account ID')).toHaveValue(accountId)
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Create the role in AWS account/ })).toBeVisible()
})

/** A copy of the build from which files can be taken away, as a deploy does under an open page. */
async function deployment(server: string) {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-deployment-'))
  cpSync(join(import.meta.dirname, '../dist/client'), folder, { recursive: true, filter: (path) => !/iam-data|vendor\.json$/.test(path) })
  const host = await serveFiles(folder, server)
  const matching = (name: RegExp) => readdirSync(join(folder, 'assets')).filter((file) => name.test(file))
  return {
    ...host,
    takeAway: (name: RegExp) => {
      for (const file of matching(name)) renameSync(join(folder, 'assets', file), join(folder, `assets/gone-${file}`))
    },
    putBack: () => {
      for (const file of matching(/^gone-/)) renameSync(join(folder, 'assets', file), join(folder, 'assets', file.slice('gone-'.length)))
    },
  }
}

async function reachStep(page: Page, origin: string): Promise<void> {
  await page.goto(origin)
  await typeAccount(page, { accountId: ordinaryAccount(), buckets: 'kept-bucket' })
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('a file that a deployment replaced is explained, and a reload restores everything', { tag: '@thorough' }, async ({
  page,
  baseURL,
}) => {
  const host = await deployment(baseURL ?? '')
  host.takeAway(/^role-screen/)
  await reachStep(page, host.origin)
  await expect(page.getByRole('alert')).toContainText('Your input is saved')
  host.putBack()
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('Buckets')).toHaveValue('kept-bucket')
  await host.stop()
})

test('Continue says that the rules can’t be loaded, and works at the next click', { tag: '@thorough' }, async ({ page, baseURL }) => {
  const host = await deployment(baseURL ?? '')
  host.takeAway(/^continue/)
  await reachStep(page, host.origin)
  await expect(page.getByRole('region', { name: 'Check these fields' })).toContainText('didn’t load')
  host.putBack()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible()
  await host.stop()
})

test('the text stays readable where the editor can’t be loaded, and Try again loads it', { tag: '@thorough' }, async ({
  page,
  baseURL,
}) => {
  const host = await deployment(baseURL ?? '')
  host.takeAway(/^monaco-view/)
  await reachStep(page, host.origin)
  await page.getByRole('button', { name: 'Open in editor' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('The editor didn’t load. The text below is complete.')).toBeVisible()
  await expect(dialog.getByRole('region', { name: 'CloudFormation template' })).toContainText('AWSTemplateFormatVersion')
  host.putBack()
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog.locator('.monaco-editor')).toBeVisible()
  await host.stop()
})

test('a page without JavaScript says what it needs and that nothing has happened', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(baseURL ?? '')
  await expect(page.getByText(/Turn on JavaScript to continue/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: /^Connect an AWS account/ })).toBeVisible()
  await context.close()
})

/** What translating browsers do: every text node is replaced by an element with another text. */
const translate = () => {
  const leftAlone = '[translate="no"], script, style, textarea, option, title'
  const translated = new WeakSet<Node>()
  function translateOne(text: Text): void {
    const font = document.createElement('font')
    font.textContent = `«${text.data}»`
    for (const child of font.childNodes) translated.add(child)
    text.replaceWith(font)
  }
  function isForeign(node: Node): node is Text {
    return node instanceof Text && node.data.trim() !== '' && !translated.has(node) && !node.parentElement?.closest(leftAlone)
  }
  function translateAll(): void {
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
    const found: Text[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (isForeign(node)) found.push(node)
    found.forEach(translateOne)
  }
  new MutationObserver(translateAll).observe(document, { childList: true, subtree: true, characterData: true })
}

test('works through every step in a translated page, and leaves code untranslated', { tag: ['@firefox', '@thorough'] }, async ({
  page,
}) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.addInitScript(translate)
  const accountId = ordinaryAccount()
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('«')
  await page.getByRole('button', { name: /Continue/ }).click()
  await expect(page.getByRole('heading', { name: /Check these fields/ })).toBeVisible()
  await page.locator('[id="accountId"]').fill(accountId)
  await page.locator('textarea').first().fill('acme-uploads')
  await page.getByRole('button', { name: /Continue/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Create the role in AWS account/ })).toBeVisible()
  await page.getByRole('tab', { name: /Trust policy/ }).click()
  const policy = await page.getByRole('tabpanel').getByRole('region').first().textContent()
  expect(policy).not.toContain('«')
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: /Launch stack \(simulated\)/ }).click()
  const console = await opened
  await console.getByRole('checkbox', { name: /I acknowledge/ }).check()
  await console.getByRole('button', { name: /Create stack/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^«Connected to AWS account/ })).toBeVisible({ timeout: 30_000 })
  await page
    .getByRole('link', { name: /Create role/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /Create the role in AWS account/ })).toBeVisible()
  expect(faults).toEqual([])
})
