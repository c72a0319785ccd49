import type { RolePlan } from '#core/connection/role-plan.ts'
import { athenaQueries, lookUpUses } from '#core/review/monitoring-commands.ts'
import { verifySessionName } from '#core/verify/probe.ts'
import { localized } from '#i18n/language.ts'
import { CopyableCode } from '#ui/editor/code-view.tsx'
import { reviewMessages } from './review-messages.ts'

const sources = () => {
  const words = localized(reviewMessages).watch
  return [
    {
      title: words.stsEvents,
      href: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html',
    },
    {
      title: words.dataEvents,
      href: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html',
    },
    { title: words.athena, href: 'https://docs.aws.amazon.com/athena/latest/ug/cloudtrail-logs.html' },
  ] as const
}

export function Monitoring({ plan }: { plan: RolePlan }) {
  const words = localized(reviewMessages).watch
  const command = lookUpUses(plan)
  const queries = athenaQueries(plan)
  return (
    <>
      <ul className="review-points">
        {words.points(verifySessionName).map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <h3>{words.command}</h3>
      <CopyableCode label={words.command} text={command.text} language={command.language} copyLabel={words.copyCommand}>
        <span className="hint">{words.commandHint}</span>
      </CopyableCode>
      <h3>{words.query}</h3>
      <CopyableCode label={words.query} text={queries.text} language={queries.language} copyLabel={words.copyQuery}>
        <span className="hint">{words.queryHint}</span>
      </CopyableCode>
      <p className="hint review-sources">
        {words.sources}{' '}
        {sources().map(({ title, href }, index) => (
          <span key={href}>
            {index > 0 && ' · '}
            <a href={href} target="_blank" rel="noopener">
              {title}
            </a>
          </span>
        ))}
      </p>
    </>
  )
}
