import * as z from 'zod/mini'
import { policyDocument, policyFact } from './json-text.ts'
import type { PastedFact } from './pasted-fact.ts'

const oneOrMany = <Schema extends z.ZodMiniType>(schema: Schema) => z.union([z.array(schema), schema])
const texts = oneOrMany(z.string())

const Statement = z.object({
  effect: z.optional(z.string()),
  actions: z.optional(texts),
  not_actions: z.optional(texts),
  principals: z.optional(oneOrMany(z.object({ type: z.string(), identifiers: texts }))),
  condition: z.optional(oneOrMany(z.object({ test: z.string(), variable: z.string(), values: texts }))),
})
type Statement = z.infer<typeof Statement>

const Block = z.object({ statement: oneOrMany(Statement) })

const listOf = <Value>(value: Value | Value[] | undefined): readonly Value[] => {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

type Condition = Record<string, Record<string, readonly string[]>>

function conditionOf({ condition }: Statement): Condition {
  const all: Condition = {}
  for (const { test, variable, values } of listOf(condition)) all[test] = { ...all[test], [variable]: listOf(values) }
  return all
}

/** Blocks of type `*` trust everybody. */
function principalOf({ principals }: Statement): string | Record<string, readonly string[]> {
  const blocks = listOf(principals)
  if (blocks.some(({ type }) => type === '*')) return '*'
  return Object.fromEntries(blocks.map(({ type, identifiers }) => [type, listOf(identifiers)]))
}

const statementOf = (block: Statement): object => ({
  Effect: block.effect ?? 'Allow',
  ...(block.principals === undefined ? {} : { Principal: principalOf(block) }),
  ...(block.actions === undefined ? {} : { Action: listOf(block.actions) }),
  ...(block.not_actions === undefined ? {} : { NotAction: listOf(block.not_actions) }),
  ...(block.condition === undefined ? {} : { Condition: conditionOf(block) }),
})

/**
 * The trust policies that stand in `aws_iam_policy_document`, which Terraform writes as JSON in version 2012-10-17.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function terraformDocuments(objects: readonly object[]): readonly PastedFact[] {
  return objects
    .flatMap((object) => {
      const block = Block.safeParse(object)
      return block.success ? [block.data] : []
    })
    .flatMap(({ statement }) => policyDocument({ Version: '2012-10-17', Statement: listOf(statement).map(statementOf) }) ?? [])
    .flatMap((document) => policyFact(document, null) ?? [])
    .filter(({ kind }) => kind === 'trust-policy')
}
