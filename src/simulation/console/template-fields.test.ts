import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { TemplateParameter, TemplateSummary } from './cloudformation.ts'
import { templateFields } from './template-fields.ts'

const parameter = (ParameterKey: string, rest: Partial<TemplateParameter> = {}): TemplateParameter => ({
  ParameterKey,
  ParameterType: 'String',
  DefaultValue: '',
  Description: '',
  NoEcho: false,
  ParameterConstraints: { AllowedValues: [] },
  ...rest,
})

const summary = (Parameters: TemplateParameter[], Metadata = ''): TemplateSummary => ({
  Description: '',
  Parameters,
  Capabilities: [],
  Metadata,
})

test('the link overrides defaults of the parameters that it names', () => {
  const asked = summary([parameter('ExternalId'), parameter('Mode', { DefaultValue: 'read' })])
  expect(templateFields(asked, { ExternalId: 'k7Qm2vK9' }).fields.map(({ name, value }) => [name, value])).toEqual([
    ['ExternalId', 'k7Qm2vK9'],
    ['Mode', 'read'],
  ])
  expect(templateFields(asked, { Mode: '' }).fields[1]?.value).toBe('')
})

test('ignores and names unknown and NoEcho parameters of the link, matching case', () => {
  const asked = summary([parameter('ExternalId'), parameter('Password', { NoEcho: true })])
  const { fields, ignored } = templateFields(asked, { externalid: 'a', Password: 'b', constructor: 'c' })
  expect(fields.map(({ value }) => value)).toEqual(['', ''])
  expect(ignored).toEqual([
    { name: 'externalid', reason: 'unknown' },
    { name: 'Password', reason: 'no-echo' },
    { name: 'constructor', reason: 'unknown' },
  ])
})

test('takes labels, groups, and order from the template', () => {
  const metadata = {
    'AWS::CloudFormation::Interface': {
      ParameterGroups: [{ Label: { default: 'Who' }, Parameters: ['ExternalId'] }],
      ParameterLabels: { ExternalId: { default: 'External ID' } },
    },
  }
  const asked = summary([parameter('Buckets'), parameter('ExternalId')], JSON.stringify(metadata))
  expect(templateFields(asked, {}).fields.map(({ group, label }) => [group, label])).toEqual([
    ['Who', 'External ID'],
    ['', 'Buckets'],
  ])
})

propertyTest.prop([fc.dictionary(fc.string(), fc.string()), fc.uniqueArray(fc.string()), fc.string()])(
  'shows every value of the link in a field or as ignored, whatever the metadata',
  (linked, names, metadata) => {
    const { fields, ignored } = templateFields(
      summary(
        names.map((name) => parameter(name)),
        metadata,
      ),
      linked,
    )
    for (const [name, value] of Object.entries(linked)) {
      expect(fields.some((field) => field.name === name && field.value === value)).not.toBe(ignored.some((one) => one.name === name))
    }
  },
)
