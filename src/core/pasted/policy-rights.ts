import { listOf, type PolicyDocument } from '#core/policy/document.ts'
import { evaluateIdentityPolicies } from '#core/policy/evaluate.ts'

type Named = { readonly action: string; readonly resource: string }

/** An example of what the patterns cover, with the patterns as they are written. */
export type Right = Named & { readonly written: Named }

const example = (pattern: string): string => pattern.replace(/[*?]/g, (sign) => (sign === '*' ? 'rolebridge' : 'x'))

export const rightsOf = (document: PolicyDocument): readonly Right[] =>
  listOf(document.Statement)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action, Resource }) =>
      listOf(Action).flatMap((action) =>
        listOf(Resource).map((resource) => ({
          action: example(action),
          resource: example(resource),
          written: { action, resource },
        })),
      ),
    )

export const isGranted = (documents: readonly PolicyDocument[], right: Right): boolean =>
  evaluateIdentityPolicies(documents, right) === 'allowed'
