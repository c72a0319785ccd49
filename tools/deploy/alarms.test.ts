import { readFileSync } from 'node:fs'
import { parse } from '@cdktf/hcl2json'
import { expect, test } from 'vitest'
import { at, list, section, stringOf } from '#core/artifacts/read-template.test-data.ts'
import { plans, propertiesOf, stackOf } from './template.test-data.ts'

const plan = plans[0]?.[1] ?? expect.unreachable()
const stack = stackOf(plan)

const ofType = (type: string): readonly string[] =>
  Object.entries(section(stack.template, 'Resources')).flatMap(([name, resource]) => (at(resource, 'Type') === type ? [name] : []))

const module = await parse('alarms.tf', readFileSync('deploy/terraform/alarms.tf', 'utf8'))
const faults = section(list(at(module, 'locals'))[0], 'faults')

const one = (resource: string, name: string) => section(list(at(module, 'resource', resource, name))[0])

/** The value of an expression of the module, for a function of this name and one of its faults. */
function evaluated(value: unknown, key: string): unknown {
  if (typeof value !== 'string') return value
  const fault = /^\$\{each\.value\.(\w+)\}$/.exec(value)?.[1]
  if (fault !== undefined) return at(faults, key, fault)
  return value.replaceAll(/\$\{var\.function_name\}/g, plan.functionName).replaceAll(/\$\{each\.key\}/g, key)
}

const evaluate = (values: unknown, key: string) =>
  Object.fromEntries(Object.entries(section(values)).map(([name, value]) => [name, evaluated(value, key)]))

/** `evaluation_periods` is EvaluationPeriods in CloudFormation. */
const pascal = (name: string): string => name.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
const asProperties = (values: object) => Object.fromEntries(Object.entries(values).map(([name, value]) => [pascal(name), value]))

const byMetric = (values: readonly Readonly<Record<string, unknown>>[], metric: (each: unknown) => unknown) =>
  values.toSorted((first, second) => stringOf(metric(first)).localeCompare(stringOf(metric(second))))

/** CloudFormation chooses the name of an alarm, so names are left out. */
function alarmsOfModule() {
  const of = (key: string, { alarm_name: _, alarm_actions, for_each: _each, dimensions, ...rest }: Readonly<Record<string, unknown>>) => {
    expect(alarm_actions).toMatch(/^\$\{local\.alarm_arns\}$/)
    return { ...asProperties(evaluate(rest, key)), Dimensions: evaluate(dimensions ?? {}, key) }
  }
  const alarm = (name: string) => one('aws_cloudwatch_metric_alarm', name)
  return [...Object.keys(faults).map((key) => of(key, alarm('faults'))), of('', alarm('function'))]
}

function alarmsOfTemplate() {
  const withTopic = { ...stack, parameters: { ...stack.parameters, AlarmEmail: 'ops@example.com' } }
  return ofType('AWS::CloudWatch::Alarm').map((name) => {
    const { AlarmActions, Dimensions = [], ...rest } = propertiesOf(withTopic, name)
    expect([name, AlarmActions]).toEqual([name, ['AlarmTopic']])
    return { ...rest, Dimensions: Object.fromEntries(list(Dimensions).map((each) => [stringOf(at(each, 'Name')), at(each, 'Value')])) }
  })
}

test('the template and the module have the same alarms', () => {
  const metric = (alarm: unknown) => at(alarm, 'MetricName')
  const ofModule = byMetric(alarmsOfModule(), metric)
  expect(ofModule.map(metric)).toEqual(['Errors', 'rolebridge-errors', 'rolebridge-vendor-faults'])
  expect(ofModule).toEqual(byMetric(alarmsOfTemplate(), metric))
})

function filtersOfModule() {
  const filter = one('aws_cloudwatch_log_metric_filter', 'faults')
  return Object.keys(faults).map((key) => {
    const { namespace, name, value, default_value } = evaluate(list(filter['metric_transformation'])[0], key)
    const transformation = { MetricNamespace: namespace, MetricName: name, MetricValue: value, DefaultValue: Number(default_value) }
    return { FilterPattern: evaluated(filter['pattern'], key), MetricTransformations: [transformation] }
  })
}

function filtersOfTemplate() {
  return ofType('AWS::Logs::MetricFilter').map((name) => {
    const { LogGroupName, ...rest } = propertiesOf(stack, name)
    expect([name, LogGroupName]).toEqual([name, 'Log'])
    return rest
  })
}

test('the template and the module count the same lines of the log', () => {
  const metric = (filter: unknown) => at(list(at(filter, 'MetricTransformations'))[0], 'MetricName')
  expect(byMetric(filtersOfModule(), metric)).toEqual(byMetric(filtersOfTemplate(), metric))
})
