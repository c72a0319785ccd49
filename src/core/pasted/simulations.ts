import * as z from 'zod/mini'
import type { SimulatedCall, SimulationFact } from './finding-fact.ts'

const Decision = z.enum(['allowed', 'implicitDeny', 'explicitDeny'])

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html */
const Result = z.object({
  EvalActionName: z.string(),
  EvalResourceName: z._default(z.string(), '*'),
  EvalDecision: Decision,
  MissingContextValues: z._default(z.array(z.string()), []),
  OrganizationsDecisionDetail: z.optional(z.object({ AllowedByOrganizations: z.optional(z.boolean()) })),
  PermissionsBoundaryDecisionDetail: z.optional(z.object({ AllowedByPermissionsBoundary: z.optional(z.boolean()) })),
})

type Result = z.infer<typeof Result>

function denier({
  OrganizationsDecisionDetail: organization,
  PermissionsBoundaryDecisionDetail: boundary,
}: Result): SimulatedCall['isDeniedBy'] {
  if (organization?.AllowedByOrganizations === false) return 'organization'
  return boundary?.AllowedByPermissionsBoundary === false ? 'boundary' : null
}

const callOf = (result: Result): SimulatedCall => ({
  action: result.EvalActionName,
  resource: result.EvalResourceName,
  decision: result.EvalDecision,
  isDeniedBy: denier(result),
  missingKeys: result.MissingContextValues,
})

function resultsIn(value: unknown): readonly unknown[] {
  const whole = z.object({ EvaluationResults: z.array(z.unknown()) }).safeParse(value)
  if (whole.success) return whole.data.EvaluationResults
  return Array.isArray(value) ? value : [value]
}

/** The answer of `simulate-principal-policy` and `simulate-custom-policy`, whole or its results alone. */
export function simulation(value: unknown): readonly SimulationFact[] {
  const calls = resultsIn(value).flatMap((result) => {
    const read = Result.safeParse(result)
    return read.success ? [callOf(read.data)] : []
  })
  return calls.length === 0 ? [] : [{ kind: 'simulation', identityArn: null, calls }]
}

/** A row of the console, or of the CLI's table: the service, the action, the type of the resource, the resource, and the decision. */
const consoleRow =
  /^([^\n]{0,60}?\b((?:[a-z][a-z0-9-]{1,30}:)?[A-Z][a-z]{2,20}[A-Z][a-zA-Z]{2,50})[ \t|][^\n]{0,400}?\b([Aa]llowed|[Dd]enied)\b[^\n]{0,20}?)(\d+ matching statements?|Implicitly denied|Explicitly denied|\d+ explicit)/gm

const resourceIn = (row: string): string => /[ \t|](\*|arn:[^\s|]{1,300})(?=[ \t|])/.exec(row)?.[1] ?? '*'

const decisionOf = (decision: string, reason: string): SimulatedCall['decision'] => {
  if (decision.toLowerCase() === 'allowed') return 'allowed'
  return /^implicit/i.test(reason) ? 'implicitDeny' : 'explicitDeny'
}

/** Results of `--output text` and of `--query`: an action, a decision, and perhaps a resource between tabs or spaces. */
const outputRow =
  /^[ \t|"[]*(?:EVALUATIONRESULTS[ \t]+)?([a-z][a-z0-9-]{1,30}:[A-Z][a-zA-Z]{2,60})[ \t|",:=>-]+(allowed|implicitDeny|explicitDeny)\b(?:[ \t|",]+(\*|arn:[^\s|",]{1,300}))?/gm

const labelled = (label: string, value: string): RegExp => new RegExp(`${label}["']?[ \\t]*[|:][ \\t|]*["']?(${value})`)

const actionLabel = labelled('EvalActionName', '[a-z][a-z0-9-]{1,30}:[A-Za-z]{2,60}')
const decisionLabel = labelled('EvalDecision', 'allowed|implicitDeny|explicitDeny')
const resourceLabel = labelled('EvalResourceName', '[^\\s|"\']{1,300}')

/** The table of the AWS CLI, its YAML, and lists of PowerShell, with a label before each value. */
const labelledCalls = (text: string): readonly SimulatedCall[] =>
  text.split(/(?=EvalActionName)/).flatMap((part): SimulatedCall[] => {
    const [, action] = actionLabel.exec(part) ?? []
    const [, decision] = decisionLabel.exec(part) ?? []
    const read = Decision.safeParse(decision)
    if (action === undefined || !read.success) return []
    return [{ action, resource: resourceLabel.exec(part)?.[1] ?? '*', decision: read.data, isDeniedBy: null, missingKeys: [] }]
  })

/** The results of the policy simulator's console, and those of the AWS CLI in another format than JSON. */
export function simulationText(text: string): readonly SimulationFact[] {
  const isSimulator = /\bsimulat|\bEvalDecision\b|\bpolicysim\b|\bmatching statements?\b|\b(?:implicit|explicit)Deny\b/i.test(text)
  if (!isSimulator) return []
  const ofConsole = [...text.matchAll(consoleRow)].map(
    ([, row = '', action = '', decision = '', reason = '']): SimulatedCall => ({
      action,
      resource: resourceIn(row),
      decision: decisionOf(decision, reason),
      isDeniedBy: null,
      missingKeys: [],
    }),
  )
  const ofOutput = [...text.matchAll(outputRow)].map(
    ([, action = '', decision = '', resource = '*']): SimulatedCall => ({
      action,
      resource,
      decision: Decision.safeParse(decision).data ?? 'implicitDeny',
      isDeniedBy: null,
      missingKeys: [],
    }),
  )
  const calls = [...ofConsole, ...ofOutput, ...labelledCalls(text)]
  return calls.length === 0 ? [] : [{ kind: 'simulation', identityArn: null, calls }]
}

/** https://docs.aws.amazon.com/cli/latest/reference/iam/simulate-principal-policy.html */
export const simulatedIdentity = (text: string): string | null =>
  /--policy-source-arn[ =]{1,3}["']?(arn:[\w-]+:iam::\d{12}:[\w+=,.@/-]{1,600})/.exec(text)?.[1] ?? null
