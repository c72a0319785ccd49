import './step-list.css'
import { localized } from '#i18n/language.ts'
import { controlMessages } from '#ui/control-messages.ts'
import { Icon } from './icon.tsx'

export type Step = { title: string; state: 'done' | 'current' | 'ahead'; href?: string | undefined }

export function StepList({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <nav className="step-list" aria-label={label}>
      <ol>
        {steps.map((step, index) => (
          <li key={step.title} className={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
            <StepContent step={step} number={index + 1} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

function StepContent({ step, number }: { step: Step; number: number }) {
  const content = (
    <>
      <span className="step-mark" aria-hidden="true">
        {step.state === 'done' ? <Icon name="check" /> : number}
      </span>
      <span className="step-title">{step.title}</span>
      <span className="visually-hidden">, {localized(controlMessages).steps[step.state]}</span>
    </>
  )
  return step.state === 'done' && step.href !== undefined ? <a href={step.href}>{content}</a> : <span className="step">{content}</span>
}
