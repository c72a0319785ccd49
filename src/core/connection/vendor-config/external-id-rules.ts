import { proposedExternalId } from '#core/connection/external-id/external-id.ts'
import type { ConfigRule } from './config-finding.ts'

const generatedLength = proposedExternalId((length) => new Uint8Array(length)).length
const recommendedMinimum = 16

const longerThanGenerated: ConfigRule = {
  severity: 'error',
  check: ({ externalId: { mode, minimumLength } }) =>
    mode !== 'issued' && minimumLength > generatedLength
      ? [
          {
            path: ['externalId', 'minimumLength'],
            message: `${minimumLength} is more than the ${generatedLength} characters of a generated ID, which customers could then not keep. Use a number from ${recommendedMinimum} to ${generatedLength}, for example 16.`,
          },
        ]
      : [],
}

const short: ConfigRule = {
  severity: 'warning',
  check: ({ externalId: { mode, minimumLength } }) =>
    mode !== 'issued' && minimumLength < recommendedMinimum
      ? [
          {
            path: ['externalId', 'minimumLength'],
            message: `IDs of ${minimumLength} characters are easier to guess. Use a number from ${recommendedMinimum} to ${generatedLength}, for example 16.`,
          },
        ]
      : [],
}

const withoutEffect: ConfigRule = {
  severity: 'warning',
  check: ({ externalId: { mode, minimumLength } }) =>
    mode === 'issued' && minimumLength !== recommendedMinimum
      ? [
          {
            path: ['externalId', 'minimumLength'],
            message: `With the mode "issued" every ID has ${generatedLength} characters, and this has no effect. Remove the key, or use the mode "chosen".`,
          },
        ]
      : [],
}

export const externalIdRules: readonly ConfigRule[] = [longerThanGenerated, short, withoutEffect]
