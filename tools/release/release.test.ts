import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { releaseNotes } from './changelog.ts'
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
