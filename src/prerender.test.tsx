import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { ServedVendor } from './core/connection/vendor-fields.ts'
import { linkTitles, prerenderedFirstScreens, requestedLanguage } from './prerender.tsx'

const vendor = ServedVendor.parse({ ...demoVendor, simulated: false })

test('renders the whole first screen with the preview, without a script', async () => {
  for (const { markup } of await prerenderedFirstScreens(vendor)) {
    for (const part of ['<h1', 'id="accountId"', 'id="continue"', 'class="two-accounts"', 's3:GetObject']) expect(markup).toContain(part)
    expect(markup).not.toMatch(/<script|<template| hidden/)
  }
})

test('renders the first screen in each language', async () => {
  const screens = new Map((await prerenderedFirstScreens(vendor)).map(({ code, markup }) => [code, markup]))
  expect(screens.get('en')).toContain('Connect an AWS account to Pixelworks')
  expect(screens.get('de')).toMatch(/Ein AWS-Konto mit Pixelworks verbinden/)
  expect(screens.get('de')).toContain('Ausgangsbilder lesen')
  expect(new Set(screens.values()).size).toBe(screens.size)
})

test('texts of the vendor replace ours on the account screen', async () => {
  const words = { en: { account: { heading: '{0} + AWS', 'externalId.label': 'Your ID' } } }
  const [{ markup } = { markup: '' }] = await prerenderedFirstScreens({ ...vendor, words })
  expect(markup).toContain('>Pixelworks + AWS</h1>')
  expect(markup).toContain('>Your ID</span>')
  const [own] = await prerenderedFirstScreens(vendor)
  expect(own?.markup).toContain('>External ID</span>')
})

test('explains in each language that JavaScript is required, in English as in index.html', async () => {
  const [english = '', german = ''] = (await prerenderedFirstScreens(vendor)).map(({ noScript }) => noScript)
  expect(readFileSync('index.html', 'utf8').replace(/\s+/g, ' ')).toContain(`> ${english} </p>`)
  expect(german).toContain('braucht JavaScript')
})

test('titles a link in the language of its address, else in English', async () => {
  const screens = await prerenderedFirstScreens(vendor)
  const titleFor = linkTitles(screens)
  expect([null, 'de-AT', 'fr', '<b>'].map(titleFor)).toEqual([
    'Connect your AWS account to Pixelworks',
    'Ihr AWS-Konto mit Pixelworks verbinden',
    'Connect your AWS account to Pixelworks',
    'Connect your AWS account to Pixelworks',
  ])
  expect(screens.find(({ code }) => code === 'de')?.card.description).toMatch(/^Pixelworks verarbeitet in Ihrem Auftrag die Bilder/)
})

test('is the same for every visitor: proposes no external ID before the script runs', async () => {
  const screens = await prerenderedFirstScreens(vendor)
  expect(await prerenderedFirstScreens(vendor)).toEqual(screens)
  for (const { markup } of screens) expect(markup).not.toMatch(/<input[^>]* value=/)
})

test('escapes texts of the config', async () => {
  const name = '<script>alert(1)</script>"&'
  for (const { markup } of await prerenderedFirstScreens({ ...vendor, name })) expect(markup).not.toContain('<script')
})

test.each([
  ['/', 'de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['/', 'fr, en;q=0.5, de;q=0.7', 'de'],
  ['/', '*', 'en'],
  ['/', '', 'en'],
  ['/', ';q=x,,=', 'en'],
  ['/?locale=en', 'de', 'en'],
  ['/?locale=de-CH', 'en', 'de'],
  ['/?locale=not a tag', 'de', 'de'],
])('answers %s with %j in %3$s', (address, accepted, code) => {
  expect(requestedLanguage(new Request(`http://localhost${address}`, { headers: { 'Accept-Language': accepted } }))).toBe(code)
})
