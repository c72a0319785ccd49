import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderArtifact } from '#core/artifacts/artifacts.ts'
import { connections, seed, textOf } from '#core/connection/arbitraries.test-data.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { jsonValue } from '#core/policy/json/json-node.ts'
import { lintQuickCreateLink, lintTemplate } from '#core/rules/template/lint-template.ts'
import { readYamlTemplate } from './template-findings.ts'

const readYaml = readYamlTemplate
const lint = (text: string) => lintTemplate(text, { readYaml })

test('reads short forms of functions as long forms, with positions', () => {
  const text = "Resources:\n  Role:\n    Arn: !Sub 'arn:x'\n    Ref: !Ref Name\n    Id: 012345678901\n"
  const node = readYamlTemplate(text)
  expect(node === null ? null : jsonValue(node)).toEqual({
    Resources: { Role: { Arn: { 'Fn::Sub': 'arn:x' }, Ref: { Ref: 'Name' }, Id: 12345678901 } },
  })
  const [finding] = lint(text)
  expect(finding).toMatchObject({ rule: 'CT06', range: { start: { line: 5, column: 9 }, end: { line: 5, column: 21 } } })
  expect(finding?.fix).toContain("Id: '012345678901'\n")
})

const ours = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  ExternalId:
    Type: String # whatever it is
    NoEcho: true
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { AWS: !Sub 'arn:aws:iam::111122223333:root' }
            Action: sts:AssumeRole
            Condition: { StringEquals: { sts:ExternalId: !Ref ExternalId } }
`

test('fixes a YAML template rule by rule and keeps its comments', () => {
  expect(lint(ours).map(({ rule }) => rule)).toEqual(['CT02', 'CT03', 'CT04', 'CT07'])
  let text = ours
  for (const { rule } of lint(ours)) text = lint(text).find((finding) => finding.rule === rule)?.fix ?? text
  expect(lint(text)).toEqual([])
  expect(text).toContain('Type: String\n    MinLength: 2\n    MaxLength: 1224\n')
  expect(text).toContain('# whatever it is')
})

test('finds at most notes in our own template and link', () => {
  fc.assert(
    fc.property(connections, ({ terms, vendor }) => {
      const plan = rolePlan(terms, vendor)
      const found = [
        ...lint(renderArtifact('cloudformation', plan).text),
        ...lintQuickCreateLink(renderArtifact('quick-create', plan).text),
      ]
      expect(found.filter(({ severity }) => severity !== 'info')).toEqual([])
    }),
    { seed, numRuns: 20 },
  )
})

test('never throws', () => {
  const pieces = ['Resources:', '\n  ', 'Role:', ' !Sub', ' &a', ' *a', ' - ', '{', '}', '[', ': ', "'", '"', '? ', '|', '012345678901']
  fc.assert(
    fc.property(textOf(pieces), (text) => {
      expect(() => lint(text)).not.toThrow()
    }),
    { seed, numRuns: 300 },
  )
})
