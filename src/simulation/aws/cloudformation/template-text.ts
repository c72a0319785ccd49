import { type Refusal, validationError } from '#simulation/aws/answer.ts'
import type { Call } from '#simulation/aws/call.ts'
import { constraintRefusal } from '#simulation/aws/query.ts'
import { readObjectUrl } from '#simulation/aws/s3/address.ts'
import { templateObject } from '#simulation/aws/s3/buckets.ts'
import { readTemplate, type Template } from './template.ts'

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

/** The template that a call names or holds. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
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
