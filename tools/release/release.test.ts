import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadedBy, releaseNotes } from './pages.ts'
import { namedVersions, versionFaults, versionOf, versionsIn } from './versions.ts'

const root = '.'

test('every file that names a version of Rolebridge names the one of package.json', () => {
  expect(versionFaults(root)).toEqual([])
  const places = namedVersions(root).map(({ place }) => place.replace(/:\d+$/, ''))
  expect(places).toEqual(
    expect.arrayContaining(['package-lock.json', 'deploy/kubernetes/kustomization.yaml', 'docs/deploy.md', 'docs/embed.md']),
  )
})

test.each([
  ['npx rolebridge@1.2.3', '1.2.3'],
  ['npm install @rolebridge/embed@1.2.3', '1.2.3'],
  ['aws s3 cp rolebridge.zip s3://my-code/rolebridge-1.2.3.zip', '1.2.3'],
  ['image: registry.example.com/rolebridge:1.2.3', '1.2.3'],
  ['    "rolebridge": "^1.2.3",', '1.2.3'],
  ['    "@rolebridge/embed": "1.2.3"', '1.2.3'],
  ['    newTag: 1.2.3', '1.2.3'],
  ['<script src="https://connect.example.com/embed/1.2.3-…/embed.js">', '1.2.3'],
])('finds the version in %s', (line, version) => {
  expect(versionsIn(`\n${line}`, 'file')).toEqual([{ place: 'file:2', version }])
})

test('versions of others and addresses are not taken for ours', () => {
  expect(versionsIn('postgres:17.1.0, zod@4.6.7, 10.0.0.1, http://rolebridge:4173', 'file')).toEqual([])
})

test('the changelog has a section of this version', () => {
  expect(releaseNotes(readFileSync('CHANGELOG.md', 'utf8'), versionOf(root))).toMatchObject({
    kind: 'notes',
    text: expect.stringContaining('### Added'),
  })
})

test('the notes of a version end where those of the version before begin', () => {
  const changelog = '# Changelog\n\n## 1.2.0 (2027-01-05)\n\n### Added\n\n- A\n\n## 1.1.0 (unreleased)\n\n- B\n\n## 1.0.0\n'
  expect(releaseNotes(changelog, '1.2.0')).toEqual({ kind: 'notes', day: '2027-01-05', text: '### Added\n\n- A' })
  expect(releaseNotes(changelog, '1.1.0')).toEqual({ kind: 'notes', day: null, text: '- B' })
  expect(releaseNotes(changelog, '1.0.0')).toEqual({ kind: 'missing' })
  expect(releaseNotes(changelog, '1.2')).toEqual({ kind: 'missing' })
})

test.each([
  '<script src="./main.js"></script>',
  "<script defer src='./main.js'></script>",
  '<script src=./main.js></script>',
  '<link rel=stylesheet href="/main.css">',
  '<iframe src="https://example.com/"></iframe>',
  '<img srcset="a.png 2x">',
  '<style>@import "more.css";</style>',
  '<style>p { background: url(/picture.png) }</style>',
  '<script type="module">import "./assets/main.js"</script>',
  '<script type="module">import { start } from "./start.js"</script>',
])('a page loads another file by %s', (page) => {
  expect(loadedBy(`<p>Text</p>${page}`)).toBeDefined()
})

test.each([
  '<img src="data:image/png;base64,AAAA">',
  '<a href="https://example.com/">Link</a>',
  '<use href="#icon">',
  '<style>p { background: url(data:image/svg+xml,a) }</style>',
  '<script type="module">const text = "import this"</script>',
])('a page loads nothing by %s', (page) => {
  expect(loadedBy(`<p>Text</p>${page}`)).toBeUndefined()
})
