import { done, type Refusal, validationError } from '#simulation/aws/answer.ts'
import { type Action, type Call, constraintRefusal } from '#simulation/aws/call.ts'
import { readObjectUrl } from '#simulation/aws/s3/address.ts'
import { templateObject } from '#simulation/aws/s3/buckets.ts'
import { members, type Xml } from '#simulation/aws/xml.ts'
import { findStack, noSuchStack } from './stacks.ts'
import { capabilityOf, type Parameter, readTemplate, type Template } from './template.ts'

export type TemplateText = { readonly text: string; readonly template: Template }

const unreadable = (message: string): Refusal => validationError(message)

function bodyOf({ parameters, world }: Call): string | Refusal {
  const url = parameters.get('TemplateURL')
  if (url === null) return parameters.get('TemplateBody') ?? unreadable('Either Template URL or Template Body must be specified.')
  if (parameters.has('TemplateBody')) return unreadable('Only one of Template URL and Template Body may be specified.')
  const address = readObjectUrl(url)
  if (address === null) return unreadable('TemplateURL must be a supported URL.')
  const object = templateObject(world, address)
  return object?.text ?? unreadable('TemplateURL must reference a valid S3 object to which you have access.')
}

/** The template in the call, or at the URL in the call. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
export function templateOf(call: Call): TemplateText | Refusal {
  const refusal = constraintRefusal(call.parameters, {
    TemplateBody: { minimumLength: 1, maximumLength: 51_200 },
    TemplateURL: { minimumLength: 1, maximumLength: 5120 },
  })
  if (refusal !== null) return refusal
  const text = bodyOf(call)
  if (typeof text !== 'string') return text
  const reading = readTemplate(text)
  return reading.kind === 'fault' ? validationError(reading.fault) : { text, template: reading.template }
}

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

const summarizedParameter = (name: string, parameter: Parameter): Xml => ({
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
    Parameters: members(Object.entries(template.Parameters).map(([name, parameter]) => summarizedParameter(name, parameter))),
    Description: description(template),
    ...capabilities(template),
    ResourceTypes: members(typesOf(template)),
    Version: AWSTemplateFormatVersion,
    Metadata: Metadata === undefined ? undefined : JSON.stringify(Metadata),
  }
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_GetTemplateSummary.html */
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
