import * as z from 'zod/mini'
import { pastedText } from '#core/text/strings.ts'
import { ExternalId, externalIdMaximumLength, externalIdMinimumLength, externalIdPattern } from './external-id.ts'
import { guessability } from './guessability.ts'

/** What a customer may type: `names` are those of the vendor and, where known, the customer. */
export type ExternalIdContext = {
  readonly minimumLength: number
  readonly names: readonly string[]
  readonly accountId?: string | undefined
}

/** A chosen external ID: as `ExternalId`, without blanks around it, long enough and not guessable. */
export function chosenExternalId({ minimumLength, names, accountId }: ExternalIdContext) {
  return z.pipe(
    z.pipe(z.string({ error: 'external-id-empty' }), z.transform(pastedText)),
    ExternalId.check(
      z.superRefine((text, context) => {
        const refuse = (message: string) => context.addIssue({ code: 'custom', message })
        if (text.length < externalIdMinimumLength || text.length > externalIdMaximumLength || !externalIdPattern.test(text)) return
        if (text.length < minimumLength) return refuse('external-id-too-short')
        const guess = guessability(text, { names, accountId })
        if (guess !== null) refuse(`external-id-${guess}`)
      }),
    ),
  )
}
