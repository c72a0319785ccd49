import { type ReactNode, useSyncExternalStore } from 'react'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { SelectField } from '#ui/controls/select-field.tsx'
import { routeHash } from '#wizard/app/routes.ts'
import { showTheme } from '#wizard/shell/embedding.ts'
import { DemoIcon, type DemoIconName } from './demo-icon.tsx'
import type { DemoStage } from './demo-layout.ts'
import { demoMessages } from './demo-messages.ts'
import { startOver } from './demo-navigation.ts'
import { togglePresenter } from './presenter-actions.ts'
import { ProspectForm } from './prospect-form.tsx'

type BarPopoverProps = { readonly name: string; readonly icon?: DemoIconName; readonly label: ReactNode; readonly children: ReactNode }

/** In the top layer, so that the row can scroll on a phone. */
export function BarPopover({ name, icon, label, children }: BarPopoverProps) {
  const id = `presenter-${name}`
  return (
    <>
      <button type="button" className="button quiet" popoverTarget={id}>
        {icon !== undefined && <DemoIcon name={icon} />}
        {label}
      </button>
      <div id={id} popover="auto" className="presenter-popover">
        {children}
      </div>
    </>
  )
}

export function ProspectPopover({ stage }: { stage: DemoStage }) {
  const words = localized(demoMessages).presenter
  const { vendor, generation } = useSyncExternalStore(stage.subscribe, stage.state)
  const label = (
    <>
      <span className="presenter-quiet">{words.prospect}</span> <span className="presenter-name">{vendor.name}</span>
    </>
  )
  return (
    <BarPopover name="prospect" label={label}>
      <ProspectForm key={generation} stage={stage} />
    </BarPopover>
  )
}

export function MorePopover({ stage }: { stage: DemoStage }) {
  const words = localized(demoMessages).presenter
  const { isLoaded } = useSyncExternalStore(stage.subscribe, stage.state)
  const label = (
    <>
      <DemoIcon name="more" />
      <span className="visually-hidden">{words.more}</span>
    </>
  )
  return (
    <BarPopover name="more" label={label}>
      <ThemeField stage={stage} />
      <p>
        <a href={routeHash({ kind: 'hosting' })}>{words.hosting}</a>
      </p>
      <div className="row">
        <Button onClick={() => startOver(stage)}>{words.reset}</Button>
        <Button onClick={() => togglePresenter(stage)}>{words.hide}</Button>
      </div>
      <p className="hint" role="status">
        {isLoaded ? words.loaded : words.loading}
      </p>
      {Object.values(words.keys).map((hint) => (
        <p className="hint" key={hint}>
          {hint}
        </p>
      ))}
    </BarPopover>
  )
}

function ThemeField({ stage }: { stage: DemoStage }) {
  const words = localized(demoMessages).presenter
  const { theme } = useSyncExternalStore(stage.subscribe, stage.state)
  function choose(chosen: string): void {
    const fixed = chosen === 'light' || chosen === 'dark' ? chosen : null
    stage.change({ theme: fixed })
    showTheme(fixed ?? 'auto')
  }
  return (
    <SelectField
      label={words.theme}
      value={theme ?? 'auto'}
      onChange={(event) => choose(event.target.value)}
      options={Object.entries(words.themes).map(([value, label]) => ({ value, label }))}
    />
  )
}
