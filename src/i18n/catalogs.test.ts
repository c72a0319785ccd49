import './de/artifacts.ts'
import './de/checks.ts'
import './de/rollout.ts'
import './de/diagnoses.ts'
import './de/plain.ts'
import './de/hosting.ts'
import { beforeAll, expect, test } from 'vitest'
import { artifactDialects } from '#core/artifacts/artifacts.ts'
import { rolloutDialects } from '#core/artifacts/rollout/rollout-artifacts.ts'
import { checks } from '#core/checks/checks.ts'
import { planOf } from '#core/fixtures.test-data.ts'
import { pastedRules } from '#core/pasted/pasted-rules.ts'
import { coversPattern } from '#core/policy/action-pattern.ts'
import { managedPolicyRisk } from '#core/policy/managed-policy-words.ts'
import { ruleCatalog } from '#core/rules/catalog.ts'
import { loadedCatalogs } from '#core/text/messages.ts'
import { explanationFacts } from '#core/verify/explanation.ts'
import { namedCheckMessages } from '#core/verify/named-checks.ts'
import { explanation } from '#core/verify/verdict.ts'
import { bannedOnScreens } from '#tools/banned-words.ts'
import { hostingMessages } from '#wizard/hosting/hosting-messages.ts'
import { catalogsIn, placesReadIn, sources } from './catalog-sources.test-data.ts'
import { showsSameValues, textsOf, wordings } from './catalog-texts.test-data.ts'
import { languages } from './languages.ts'

const inSources = new Map([...sources].map(([file, source]) => [file, catalogsIn(file, source)] as const))
const idByName = new Map([...inSources.values()].flatMap((ofFile) => [...ofFile]))
const ids = [...inSources.values()].flatMap((ofFile) => [...ofFile.values()])
/** Catalogs of a family have the code of its member in their ID, so no source names them. */
const isOfFamily = (id: string) => /^(diagnosis|scenario)\./.test(id)
const catalogs = () => loadedCatalogs().filter(({ id }) => ids.includes(id) || isOfFamily(id))
/** English is the original, and pseudo-locales are derived. */
const translations = Object.entries(languages).filter(([code, { load, name }]) => code !== 'en' && load !== null && name !== null)

beforeAll(async () => {
  for (const [file, { size }] of inSources) if (size > 0) await import(/* @vite-ignore */ `../../${file}`)
  for (const [, { load }] of translations) await (await load?.())?.loadTexts(ids)
})

test('every catalog has an ID of its own', () => {
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  expect(catalogs().length).toBeGreaterThan(20)
})

test.each(translations.map(([code]) => code))('%s has a translation of every catalog, with the same values in each text', (code) => {
  const missing = catalogs().filter((catalog) => catalog.in(code) === catalog.in('en'))
  expect(missing.map(({ id }) => id)).toEqual([])
  const differing = catalogs().flatMap((catalog) => {
    const translated = new Map(textsOf(catalog.in(code)))
    const differing = textsOf(catalog.in('en')).filter(([keyPath, text]) => !showsSameValues(text, translated.get(keyPath)))
    return differing.map(([keyPath]) => `${catalog.id} ${keyPath}`)
  })
  expect(differing).toEqual([])
})

test('some source reads every text of every catalog', () => {
  const read = [...sources].flatMap(([file, source]) => placesReadIn(file, source, idByName)).map((place) => `${place.join('.')}.`)
  const named = catalogs().filter(({ id }) => !isOfFamily(id))
  const texts = named.flatMap((catalog) => textsOf(catalog.in('en')).map(([keyPath]) => `${catalog.id}.${keyPath}.`))
  const unread = texts.filter((text) => !read.some((place) => text.startsWith(place) || place.startsWith(text)))
  expect(unread).toEqual([])
})

test('English has no banned word', () => {
  const texts = catalogs().flatMap(({ id, in: language }) =>
    textsOf(language('en')).map(([keyPath, text]) => ({ place: `${id}.${keyPath}`, text })),
  )
  const faults = texts.flatMap(({ place, text }) =>
    wordings(text).flatMap((wording) => bannedOnScreens(wording ?? '').map((fault) => `${place} ${fault} in ${wording}`)),
  )
  expect(texts.length).toBeGreaterThan(2000)
  expect([...new Set(faults)]).toEqual([])
})

/** German speaks formally, in the spelling of today, and writes compounds with a hyphen. The labels of AWS are in quotes, and stay English. */
const foreignToGerman: readonly (readonly [form: RegExp, instead: string])[] = [
  [/\b(?:du|dich|dir|dein\w*|euch|euer|eure\w*)\b/i, 'Sie, Ihr'],
  [/\b(?:daß|muß|läßt|Prozeß)\b|\b\w+’s\b/, 'the spelling of today'],
  [/\b(?:AWS (?:Konto|Konten)|IAM Rollen?)\b|\b(?:Konto|Stack) ID\b/, 'a hyphen'],
  [/\bE-?mails?\b|\bcanceln\b|\bgeupdatet\b|\bAccounts?\b(?! ID)/, 'E-Mail, abbrechen, aktualisiert, Konto'],
]

test('German speaks formally and has no foreign form', () => {
  const faults = catalogs().flatMap(({ id, in: language }) =>
    textsOf(language('de')).flatMap(([keyPath, text]) =>
      wordings(text).flatMap((wording) =>
        foreignToGerman.flatMap(([form, instead]) => {
          const found = form.exec((wording ?? '').replace(/„[^“]*“/g, '„…“'))?.[0]
          return found === undefined ? [] : [`${id}.${keyPath} “${found}”: write ${instead}, in ${wording}`]
        }),
      ),
    ),
  )
  expect([...new Set(faults)]).toEqual([])
})

test('detects a text that no source reads', () => {
  const source = `
    const fooMessages = messages('foo', {})
    const words = localized(fooMessages)
    const { deep } = words
    show(words.title, deep.hint, fooMessages.in(language).list[0], words.kinds[kind], other.never)`
  const read = placesReadIn('foo.ts', source, new Map()).map((place) => place.join('.'))
  expect(read).toEqual(['foo.title', 'foo.deep.hint', 'foo.list', 'foo.kinds'])
})

test('only the list of languages imports the folder of a language', () => {
  const foreign = [...sources].flatMap(([file, text]) => {
    const others = translations.filter(([code]) => !file.startsWith(`src/i18n/${code}/`))
    const read = others.filter(([code]) => new RegExp(`['"](#i18n|\\./i18n|\\.)/${code}/`).test(text))
    return file === 'src/i18n/languages.ts' ? [] : read.map(([code]) => `${file}: ${code}`)
  })
  expect(foreign).toEqual([])
})

/** Attributes that a screen reader reads out or a browser shows. */
const shown = /\s(?:aria-label|aria-description|aria-roledescription|title|alt|placeholder|label|summary|hint|heading)="[^"]*\p{L}[^"]*"/gu

test('no attribute of an element contains literal text', () => {
  const screens = [...sources].filter(([file]) => /^src\/(wizard|ui|simulation)\/.*\.tsx$/.test(file))
  expect(screens.length).toBeGreaterThan(100)
  expect(screens.flatMap(([file, text]) => [...text.matchAll(shown)].map(([attribute]) => `${file}:${attribute}`))).toEqual([])
})

/** Pseudo-locales, which have no name, are made of the English texts. */
const loaded = Object.entries(languages).flatMap(([code, { name, load }]) => (load === null || name === null ? [] : [{ code, load }]))

test.each(loaded)('the linter and the doctor are translated to $code', async ({ code, load }) => {
  await (await load()).loadTexts(ruleCatalog.map(({ id }) => id))
  const untranslated = [
    ...ruleCatalog.filter(({ messages }) => messages.in(code).why === messages.in('en').why).map(({ id }) => id),
    ...pastedRules.filter(({ title }) => title(code) === title('en')).map(({ id }) => id),
  ]
  expect(untranslated).toEqual([])
})

test.each([namedCheckMessages, ...checks.map(({ messages }) => messages)])('German has the texts of $id', (catalog) => {
  expect(catalog.in('de')).not.toBe(catalog.in('en'))
})

test.each([...Object.values(artifactDialects), ...Object.values(rolloutDialects)])('German has the texts of $id', ({ texts }) => {
  expect(texts('de')).not.toBe(texts('en'))
})

const audit = 'arn:aws:iam::aws:policy/SecurityAudit'

test('the German text of a policy names the secrets that settings include', () => {
  expect(managedPolicyRisk(audit, 'de')).toMatch(/Einstellungen können Geheimnisse enthalten/)
  expect(managedPolicyRisk('arn:aws:iam::aws:policy/job-function/ViewOnlyAccess', 'de')).toMatch(/können Geheimnisse enthalten/)
})

test.each(['permissions-drifted', 'permissions-incomplete'] as const)('the German text of %s says which policies to attach', (code) => {
  const todo = (managedPolicyArns: readonly string[]) =>
    explanation(code, { ...explanationFacts(planOf()), managedPolicyArns }, 'de').todo.join('\n')
  expect(todo([audit])).toContain(`fügen Sie hinzu, was davon fehlt: ${audit}`)
  expect(todo([])).not.toContain('fügen Sie hinzu')
})

test('the words on the pattern of the role names tell of the path, too, which it matches', () => {
  expect(coversPattern('arn:aws:iam::*:role/AcmeAccess-*', 'arn:aws:iam::444455556666:role/AcmeAccess-x/Admin')).toBe(true)
  expect(hostingMessages.in('en').artifacts.suffix('AcmeAccess')).toContain(
    'if its name, or the first part of its path, starts with AcmeAccess-',
  )
  expect(hostingMessages.in('de').artifacts.suffix('AcmeAccess')).toContain(
    'wenn ihr Name oder der erste Teil ihres Pfads mit AcmeAccess- beginnt',
  )
})
