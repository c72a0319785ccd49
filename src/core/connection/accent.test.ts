import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '#tools/thorough.ts'
import { accentProperties, contrast, darkSurfaces, lightSurfaces } from './accent.ts'

const tokens = readFileSync('src/ui/controls/tokens.css', 'utf8')

function pair(declared: string | undefined): { light: string; dark: string } {
  const [, light = '', dark = ''] = /light-dark\((#\w{6}), (#\w{6})\)/.exec(declared ?? '') ?? []
  return { light, dark }
}

function token(name: string) {
  return pair(new RegExp(`${name}: (light-dark\\(.*\\));`).exec(tokens)?.[1])
}

const anyColor = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('any brand color is readable on every surface, and so is text on it', () => {
  fc.assert(
    fc.property(anyColor, (color) => {
      const properties = accentProperties(color)
      for (const name of ['--accent', '--accent-strong']) {
        const accent = pair(properties[name])
        const wash = pair(properties['--accent-wash'])
        for (const surface of [...lightSurfaces, wash.light]) expect(contrast(accent.light, surface)).toBeGreaterThanOrEqual(4.5)
        for (const surface of [...darkSurfaces, wash.dark]) expect(contrast(accent.dark, surface)).toBeGreaterThanOrEqual(4.5)
      }
    }),
    { numRuns: runs(1000) },
  )
})

test('the fill of any brand color is seen on the page, and white text is readable on it', () => {
  fc.assert(
    fc.property(anyColor, (color) => {
      const fill = pair(accentProperties(color)['--accent-fill'])
      for (const text of [fill.light, fill.dark]) expect(contrast(text, '#ffffff')).toBeGreaterThanOrEqual(4.5)
      expect(contrast(fill.light, token('--page').light)).toBeGreaterThanOrEqual(3)
      expect(contrast(fill.dark, token('--page').dark)).toBeGreaterThanOrEqual(3)
    }),
    { numRuns: runs(1000) },
  )
})

test('marked code is readable with any brand color', () => {
  fc.assert(
    fc.property(anyColor, (color) => {
      const wash = pair(accentProperties(color)['--accent-wash'])
      for (const name of ['--ink', '--code-key', '--code-string', '--code-value', '--code-quiet']) {
        expect(contrast(token(name).light, wash.light)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(token(name).dark, wash.dark)).toBeGreaterThanOrEqual(4.5)
      }
    }),
    { numRuns: runs(1000) },
  )
})

test('keeps a readable color in the light theme', () => {
  expect(accentProperties('#3454d1')).toMatchInlineSnapshot(`
    {
      "--accent": "light-dark(#3454d1, #648afc)",
      "--accent-fill": "light-dark(#3454d1, #3454d1)",
      "--accent-strong": "light-dark(#243db9, #83a4fd)",
      "--accent-wash": "light-dark(#eaf0fe, #1d2640)",
    }
  `)
})

test('ignores anything but a hex color', () => {
  const others = fc.string().filter((text) => !/^#[0-9a-f]{6}$/i.test(text))
  fc.assert(
    fc.property(others, (text) => {
      expect(accentProperties(text)).toEqual({})
    }),
  )
  expect(accentProperties(undefined)).toEqual({})
})

test('every ink and tone of the tokens reaches 4.5:1 on every surface, and control lines 3:1', () => {
  const surfaces = ['--page', '--surface', '--code', '--success-wash', '--waiting-wash', '--danger-wash', '--accent-wash'].map(token)
  for (const name of ['--ink', '--ink-2', '--ink-3', '--accent', '--accent-strong', '--success', '--waiting', '--danger', '--code-quiet']) {
    for (const surface of surfaces) {
      expect(contrast(token(name).light, surface.light), `${name} light`).toBeGreaterThanOrEqual(4.5)
      expect(contrast(token(name).dark, surface.dark), `${name} dark`).toBeGreaterThanOrEqual(4.5)
    }
  }
  for (const surface of surfaces) {
    expect(contrast(token('--control-line').light, surface.light)).toBeGreaterThanOrEqual(3)
    expect(contrast(token('--control-line').dark, surface.dark)).toBeGreaterThanOrEqual(3)
  }
})

test('fits the accent to the surfaces in the tokens', () => {
  const surfaces = ['--surface', '--page', '--code', '--success-wash', '--waiting-wash', '--danger-wash'].map(token)
  expect(new Set(surfaces.map((surface) => surface.light))).toEqual(new Set(lightSurfaces))
  expect(new Set(surfaces.map((surface) => surface.dark))).toEqual(new Set(darkSurfaces))
})
