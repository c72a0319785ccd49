import { inLanguage } from '#i18n/language.ts'
import type { WordsOf } from '#i18n/words-of.ts'

/** What a company may ask of the role, on the Account screen. */
const english = {
  hint: 'Only what your company asks for. An empty field leaves the role as it is proposed.',
  path: {
    label: 'Path of the role',
    hint: (ofVendor: string) =>
      `Part of the ARN of the role. Begins and ends with /, for example /company/connectors/. Leave it empty for ${ofVendor}`,
  },
  boundary: {
    label: 'Permissions boundary',
    requiredLabel: 'Permissions boundary (required)',
    hint: (example: string) => `The ARN of the policy that limits what the role may ever do, for example ${example}`,
  },
  tags: {
    label: 'Tags',
    hint: (ofVendor: readonly string[]) =>
      `One a line: Key=Value.${ofVendor.length === 0 ? '' : ` Set already: ${ofVendor.join(', ')}.`} With tags you upload a template instead of opening a link.`,
  },
  session: {
    label: 'Longest session',
    hint: 'A shorter one is enough for an application that works with a role itself: AWS gives it an hour at most.',
    asAsked: (hours: number, vendor: string) => `${hours === 1 ? '1 hour' : `${hours} hours`}, as ${vendor} asks`,
    hours: (hours: number) => (hours === 1 ? '1 hour' : `${hours} hours`),
  },
  facts: {
    title: 'Role',
    arn: 'ARN',
    boundary: 'Permissions boundary',
    noBoundary: 'none',
    tags: 'Tags',
    noTags: 'none',
    session: 'Longest session',
    seconds: (seconds: number) => `${seconds} seconds`,
  },
} as const

export type CompanyPolicyWords = WordsOf<typeof english>

export const companyPolicyWords = inLanguage('first', 'companyPolicy', english)
