import * as z from 'zod/mini'

const AccessLevel = z.enum(['List', 'Read', 'Write', 'Tagging', 'Permissions management'])
export type AccessLevel = z.infer<typeof AccessLevel>

export type ActionFacts = {
  /** Without the prefix, as AWS writes it. */
  readonly name: string
  readonly level: AccessLevel
  /** The forms of ARN that a policy can name for this action; none: it works on `*` only. */
  readonly arnFormats: readonly string[]
  /** The service's own keys; global ones (`aws:…`) are not listed. */
  readonly conditionKeys: readonly string[]
}

/** What AWS documents about a service's actions. https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export type ServiceFacts = {
  readonly prefix: string
  readonly title: string
  readonly actions: readonly ActionFacts[]
}

/** ARN forms and keys stand once and are named by their index, which makes the files of all services together a third as long. */
const ServiceFile = z.object({
  prefix: z.string(),
  title: z.string(),
  arnFormats: z.array(z.string()),
  conditionKeys: z.array(z.string()),
  actions: z.record(z.string(), z.tuple([AccessLevel, z.array(z.int()), z.array(z.int())])),
})
export type ServiceFile = z.infer<typeof ServiceFile>

const named = (texts: readonly string[], indexes: readonly number[]): string[] => indexes.flatMap((index) => texts[index] ?? [])

/** Parses `iam-data/<prefix>.json`. */
export const ServiceFacts = z.pipe(
  ServiceFile,
  z.transform(
    ({ prefix, title, arnFormats, conditionKeys, actions }): ServiceFacts => ({
      prefix,
      title,
      actions: Object.entries(actions).map(([name, [level, arns, keys]]) => ({
        name,
        level,
        arnFormats: named(arnFormats, arns),
        conditionKeys: named(conditionKeys, keys),
      })),
    }),
  ),
)

/** Parses `iam-data/index.json`: the title of each service by its prefix. */
export const ServiceIndex = z.object({
  /** When the list was made. */
  updatedAt: z.string(),
  services: z.record(z.string(), z.string()),
})
export type ServiceIndex = z.infer<typeof ServiceIndex>
