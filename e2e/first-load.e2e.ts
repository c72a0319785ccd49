import { expect, test } from '@playwright/test'
import { createRole, openWizard, ordinaryAccount, reachRoleScreen } from './journey.ts'

test('the whole path breaks no rule of the content security policy and asks no other origin', async ({ page, baseURL }) => {
  const faults: string[] = []
  const origins = new Set<string>()
  page.context().on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) faults.push(message.text())
  })
  page.context().on('weberror', (error) => faults.push(error.error().message))
  page.context().on('request', (request) => origins.add(new URL(request.url()).origin))
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await page.getByRole('button', { name: 'Open in editor' }).click()
  await expect(page.getByRole('dialog').locator('.monaco-editor')).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('Escape')
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1, name: /is connected/ })).toBeVisible()
  expect(faults).toEqual([])
  expect([...origins].filter((origin) => origin.startsWith('http'))).toEqual([new URL(baseURL ?? '').origin])
})

test('the first screen loads neither editor nor simulator nor the later screens', async ({ page }) => {
  const files: string[] = []
  page.on('request', (request) => files.push(new URL(request.url()).pathname))
  await openWizard(page)
  await page.waitForLoadState('networkidle')
  expect(files.filter((file) => /monaco|editor|worker|simulat|role-screen|connected-screen|artefacts/.test(file))).toEqual([])
})

test('an absent role polls on in a tab that cannot be seen', async ({ page, context }) => {
  let looks = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/verify')) looks += 1
  })
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  const other = await context.newPage()
  await other.bringToFront()
  const before = looks
  await expect.poll(() => looks, { timeout: 20_000 }).toBeGreaterThan(before + 1)
})
