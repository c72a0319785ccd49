import { done } from '#simulation/aws/answer.ts'
import type { Action } from '#simulation/aws/call.ts'
import { members, type Xml } from '#simulation/aws/xml.ts'
import { findStack, noSuchStack } from './stacks.ts'
import { capabilityOf, type Parameter, readTemplate, type Template } from './template.ts'
import { templateOf } from './template-text.ts'

const typesOf = ({ Resources }: Template): string[] => [...new Set(Object.values(Resources).map(({ Type }) => Type))]

const capabilities = (template: Template) => ({
  Capabilities: members([capabilityOf(template)]),
  CapabilitiesReason: `The following resource(s) require capabilities: [${typesOf(template).join(', ')}]`,
})

const description = ({ Description }: Template): string | undefined => (Description === '' ? undefined : Description)

const validatedParameter = (name: string, { Default, NoEcho, Description }: Parameter) => ({
  ParameterKey: name,
  DefaultValue: Default,
  NoEcho,
  Description,
})

const validateTemplate: Action = (call) => {
  const source = templateOf(call)
  if ('kind' in source) return source
  const { template } = source
  return done({
    Parameters: members(Object.entries(template.Parameters).map(([name, parameter]) => validatedParameter(name, parameter))),
    Description: description(template),
    ...capabilities(template),
  })
}

const summarisedParameter = (name: string, parameter: Parameter): Xml => ({
  ...validatedParameter(name, parameter),
  ParameterType: parameter.Type,
  ParameterConstraints: {
    AllowedValues: parameter.AllowedValues === undefined ? undefined : members(parameter.AllowedValues),
    AllowedPattern: parameter.AllowedPattern,
    ConstraintDescription: parameter.ConstraintDescription,
    MinLength: parameter.MinLength,
    MaxLength: parameter.MaxLength,
    MinValue: parameter.MinValue,
    MaxValue: parameter.MaxValue,
  },
})

function summary(template: Template): Xml {
  const { Metadata, AWSTemplateFormatVersion } = template
  return {
    Parameters: members(Object.entries(template.Parameters).map(([name, parameter]) => summarisedParameter(name, parameter))),
    Description: description(template),
    ...capabilities(template),
    ResourceTypes: members(typesOf(template)),
    Version: AWSTemplateFormatVersion,
    Metadata: Metadata === undefined ? undefined : JSON.stringify(Metadata),
  }
}

/** Of a template, or of a stack's. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_GetTemplateSummary.html */
const getTemplateSummary: Action = (call) => {
  const name = call.parameters.get('StackName')
  if (name === null) {
    const source = templateOf(call)
    return 'kind' in source ? source : done(summary(source.template))
  }
  const stack = findStack(call, name)
  const reading = stack === undefined ? undefined : readTemplate(stack.templateText)
  return reading?.kind === 'template' ? done(summary(reading.template)) : noSuchStack(name)
}

export const templateViewActions: Readonly<Record<string, Action>> = {
  ValidateTemplate: validateTemplate,
  GetTemplateSummary: getTemplateSummary,
}
