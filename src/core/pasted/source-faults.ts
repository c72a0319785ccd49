import type { SourceFaultFact } from './pasted-fact.ts'

/** `assume_role_policy = data.aws_iam_policy_document.trust`, without the attribute at the end. */
const wholeDocument =
  /\b(?:assume_role_policy|policy)\s*=\s*"?(?:\$\{)?(data\.aws_iam_policy_document\.\w+(?:\[[^\]\n]{0,80}\])?)\}?"?[ \t]*$/m

/** `assume_role_policy = aws_iam_policy_document.trust.json`, without `data` at the start. */
const bareReference = /\b(?:assume_role_policy|policy)\s*=\s*"?(?:\$\{)?(([a-z]\w{2,100})\.(\w{1,100})(?:\[[^\]\n]{0,80}\])?\.json)\b/g

/** https://developer.hashicorp.com/terraform/language/expressions/references */
function reference(text: string): SourceFaultFact | null {
  const [, document] = wholeDocument.exec(text) ?? []
  if (document !== undefined) return { kind: 'source-fault', fault: 'reference', written: document, corrected: `${document}.json` }
  for (const [, written = '', type = '', name = ''] of text.matchAll(bareReference)) {
    if (new RegExp(`\\bdata\\s+"${type}"\\s+"${name}"`).test(text))
      return { kind: 'source-fault', fault: 'reference', written, corrected: `data.${written}` }
  }
  return null
}

/** The resources of a Terraform configuration, each with its block. */
export function resources(text: string): readonly { readonly address: string; readonly block: string }[] {
  return text.split(/^(?=[ \t]*(?:resource|data|module|provider|output|variable|locals|terraform)\s+["{])/m).flatMap((block) => {
    const [, type, name] = /^[ \t]*resource\s+"(\w{1,100})"\s+"([\w-]{1,100})"/.exec(block) ?? []
    return type === undefined || name === undefined ? [] : [{ address: `${type}.${name}`, block }]
  })
}

/** Two resources that read from each other, in a text that tells of a cycle. */
function shownCycle(text: string): readonly string[] | null {
  if (!/\bcycles?\b|\bcircular\b/i.test(text)) return null
  const all = resources(text).slice(0, 50)
  const reads = (one: string, other: string): boolean => new RegExp(`(?<![\\w.])${other}(?![\\w-])`).test(one)
  const pair = all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const))
  const found =
    pair.find(([one, other]) => reads(one.block, other.address) && reads(other.block, one.address)) ??
    // The text tells of the rest.
    (all.length === 2 ? pair.find(([one, other]) => reads(one.block, other.address) || reads(other.block, one.address)) : undefined)
  return found === undefined ? null : found.map(({ address }) => address)
}

function cycle(text: string): SourceFaultFact | null {
  const [, written] = /\bError: Cycle: ([^\n]{3,2000})/.exec(text) ?? []
  const members = written?.trim().split(/,\s*/) ?? shownCycle(text)
  return members === null ? null : { kind: 'source-fault', fault: 'cycle', members }
}

/** The inputs that say who can assume the role. https://registry.terraform.io/modules/terraform-aws-modules/iam/aws/latest */
const trustInputs =
  /^\s*(?:trusted_role_\w+|trust_policy_\w+|custom_role_trust_policy|create_custom_role_trust_policy|allow_self_assume_role|enable_\w+|oidc_\w+|provider_\w+|github_\w+)\s*=/m

/** A call of the module whose end is in the text, by its indentation. */
const moduleCall = /^([ \t]*)module\s+"[\w-]+"\s*\{\n((?:(?!\1\})[^\n]*\n){0,200})\1\}/gm

function moduleWithoutTrust(text: string): SourceFaultFact | null {
  for (const [, , body = ''] of text.matchAll(moduleCall)) {
    const [, module] = /\bsource\s*=\s*"[^"\n]{0,200}\/iam\/aws\/\/modules\/(iam-role|iam-assumable-role)(?:[?"]|$)/m.exec(body) ?? []
    if (module !== undefined && !trustInputs.test(body)) return { kind: 'source-fault', fault: 'module-without-trust', module }
  }
  return null
}

/** Errors that the library itself throws while the program runs. */
const cdkError = /Components of a CompositePrincipal must not have conditions[^\n]*|\bjsii\.errors\.(?:JSIIError|JavaScriptError):[^\n]*/

function cdkFault(text: string): SourceFaultFact | null {
  const [message] = cdkError.exec(text) ?? []
  return message === undefined ? null : { kind: 'source-fault', fault: 'cdk', message }
}

const effect = /(?<!\w)(?:"Effect"|'Effect'|Effect)\s*[:=]\s*["']?(allow|deny)\b/gi

/** Other products have elements of that name, but no actions like these. */
const awsAction = /\bActions?["']?\s*[:=]\s*[[\s-]*["']?(?:[a-z][\w-]{1,40}:[A-Z*]|\*)/i

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html */
function effectFault(text: string): SourceFaultFact | null {
  const written = [...text.matchAll(effect)].map(([, value = '']) => value).find((value) => !/^(?:Allow|Deny)$/.test(value))
  if (written === undefined || !awsAction.test(text)) return null
  return { kind: 'source-fault', fault: 'effect', written, corrected: /^a/i.test(written) ? 'Allow' : 'Deny' }
}

/** Faults of a policy, a program or a configuration that show before AWS is called. */
export function sourceFault(text: string): SourceFaultFact | null {
  return cdkFault(text) ?? cycle(text) ?? reference(text) ?? moduleWithoutTrust(text) ?? effectFault(text)
}
