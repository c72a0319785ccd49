import { localized } from '#i18n/language.ts'
import { FactList } from '#ui/controls/fact-list.tsx'
import { roleOptionMessages } from './role-option-messages.ts'
import type { RolePreviewFacts } from './role-preview-plan.ts'

/** The role beside its policies, with what the company asks of it. */
export function RoleFacts({ roleArn, permissionsBoundary, tags, maxSessionDuration }: RolePreviewFacts) {
  const words = localized(roleOptionMessages).facts
  const tagTexts = Object.entries(tags).map(([key, value]) => `${key}=${value}`)
  return (
    <FactList
      facts={[
        { term: words.arn, value: <Text text={roleArn} /> },
        { term: words.boundary, value: permissionsBoundary === null ? words.noBoundary : <Text text={permissionsBoundary} /> },
        { term: words.tags, value: tagTexts.length === 0 ? words.noTags : tagTexts.map((text) => <Text key={text} text={text} />) },
        { term: words.session, value: words.seconds(maxSessionDuration) },
      ]}
    />
  )
}

function Text({ text }: { text: string }) {
  return (
    <code className="role-fact" translate="no" dir="ltr">
      {text}
    </code>
  )
}
