/** A CloudFormation template, or a part of it, in the JSON form with long function names. */
export type TemplateValue = string | number | boolean | readonly TemplateValue[] | { readonly [key: string]: TemplateValue }

export type TemplateMapping = { readonly [key: string]: TemplateValue }

export const ref = (name: string): TemplateMapping => ({ Ref: name })
export const joined = (delimiter: string, values: TemplateValue): TemplateMapping => ({ 'Fn::Join': [delimiter, values] })
export const split = (delimiter: string, text: TemplateValue): TemplateMapping => ({ 'Fn::Split': [delimiter, text] })
export const selected = (index: number, values: TemplateValue): TemplateMapping => ({ 'Fn::Select': [index, values] })
export const equals = (left: TemplateValue, right: TemplateValue): TemplateMapping => ({ 'Fn::Equals': [left, right] })
export const not = (condition: TemplateValue): TemplateMapping => ({ 'Fn::Not': [condition] })

/** Leaves the property or list entry out unless the condition holds. */
export const onlyIf = (condition: string, value: TemplateValue): TemplateMapping => ({ 'Fn::If': [condition, value, ref('AWS::NoValue')] })

/**
 * Fn::And and Fn::Or take 2 to 10 conditions.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html
 */
function combined(name: 'Fn::And' | 'Fn::Or', conditions: readonly TemplateMapping[]): TemplateMapping {
  const [only] = conditions
  if (only !== undefined && conditions.length === 1) return only
  return { [name]: conditions.length <= 10 ? conditions : [...conditions.slice(0, 9), combined(name, conditions.slice(9))] }
}

export const every = (conditions: readonly TemplateMapping[]): TemplateMapping => combined('Fn::And', conditions)
export const some = (conditions: readonly TemplateMapping[]): TemplateMapping => combined('Fn::Or', conditions)

/** `sourceBuckets` → `SourceBuckets`, the name of the template's parameter. */
export function templateName(id: string): string {
  return id.slice(0, 1).toUpperCase() + id.slice(1)
}

/** Descriptions hold at most 4,000 bytes. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
export function templateDescription(text: string): string {
  return [...text].slice(0, 900).join('')
}
