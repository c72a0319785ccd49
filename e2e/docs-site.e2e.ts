import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type StaticServer, serveFiles } from './static-server.ts'
import { test } from './test.ts'

let site: StaticServer

test.beforeAll(async () => {
  site = await serveFiles(join(import.meta.dirname, '../dist/docs'))
})

test.afterAll(() => site.stop())

test('the demo in the documentation reaches Connected, and nothing is asked of another origin', async ({ page }) => {
  const origins = new Set<string>()
  page.on('request', (request) => origins.add(new URL(request.url()).origin))
  await page.goto(`${site.origin}/try-it.html`)
  // The browser draws a frame only where it is in view.
  await page.locator('rolebridge-wizard').scrollIntoViewIfNeeded()
  const frame = page.locator('rolebridge-wizard iframe').contentFrame()
  await frame.getByLabel('AWS account ID').fill('444455556666')
  await frame.getByLabel('Buckets').fill('acme-uploads')
  await frame.getByRole('button', { name: 'Continue' }).click()
  await frame.getByRole('link', { name: 'Launch stack (simulated)' }).click()
  await frame.getByRole('checkbox', { name: /I acknowledge that AWS CloudFormation might create IAM resources/ }).check()
  await frame.getByRole('button', { name: 'Create stack' }).click()
  await expect(frame.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
  expect([...origins].filter((origin) => origin.startsWith('http'))).toEqual([site.origin])
})

test('the docs show double braces literally, and their search finds a diagnosis', async ({ page }) => {
  await page.goto(`${site.origin}/configuration.html`)
  await expect(page.getByText('{{id}}')).toBeVisible()
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('searchbox').fill('external-id-not-required')
  await expect(page.getByRole('option').first()).toContainText('external-id-not-required')
})
