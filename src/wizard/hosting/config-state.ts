import { useEffect, useMemo, useState } from 'react'
import * as z from 'zod/mini'
import { type ConfigIssue, type ConfigReview, configText, reviewConfig } from '#core/connection/config-review.ts'
import { servedConfig } from '#core/connection/served-config.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import type { HostingPlatform } from '#core/connection/vendor-fields.ts'
import { editedText } from '#core/policy/json/edited-text.ts'
import type { JsonValue } from '#core/policy/json/json-node.ts'
import { planFindings } from '#core/rules/plan-findings.ts'
import { currentLanguage } from '#i18n/language.ts'
import { learnServicesOf, useActionKnowledge } from '#wizard/app/action-data.ts'
import { useKeptState } from './kept-state.ts'

type Edit = { readonly path: readonly (string | number)[]; readonly value: JsonValue | undefined }

export type EditedConfig = {
  readonly text: string
  readonly issues: readonly ConfigIssue[]
  /** The last config without errors. */
  readonly vendor: ServedVendor
  readonly validText: string
  readonly isValid: boolean
  /** False while the text is no JSON object, so that fields can't write into it. */
  readonly isEditable: boolean
  /** True where it differs from what the server uses. */
  readonly isChanged: boolean
  readonly write: (text: string) => void
  /** Writes values into the text. Does nothing while the text is not JSON. */
  readonly edit: (edits: readonly Edit[]) => string
  /** Also in the last config without errors, so that the page follows. */
  readonly choosePlatform: (platform: HostingPlatform) => void
  readonly discard: () => void
}

/** `valid` is the last text without errors. */
const Kept = z.nullable(z.object({ text: z.string(), valid: z.string() }))

const withoutLint = () => []

/** Linting takes a moment, so it waits for a pause, and for the action data of the services that the text names. */
const pauseMs = 400

/** Null before the first pause. */
function useSettled(text: string): string | null {
  const [settled, setSettled] = useState<string | null>(null)
  // The outside systems are the clock and the network.
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(async () => {
      await learnServicesOf(text)
      if (isCurrent) setSettled(text)
    }, pauseMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [text])
  return settled
}

/** The linter's findings about the policies. They come a moment later; null until then. */
function useLintedReview(text: string): ConfigReview | null {
  const { code } = currentLanguage()
  const knowledge = useActionKnowledge()
  const settled = useSettled(text)
  return useMemo(
    () => (settled === null ? null : reviewConfig(settled, code, (vendor) => planFindings(vendor, knowledge, code))),
    [settled, code, knowledge],
  )
}

const withEdits = (text: string, edits: readonly Edit[]): string =>
  edits.reduce((before, { path, value }) => editedText(before, path, value) ?? before, text)

/** The one text behind the form, the editor, and everything else on the screen. */
export function useEditedConfig(served: ServedVendor): EditedConfig {
  const { code } = currentLanguage()
  const servedText = useMemo(() => configText(served), [served])
  const [kept, keep] = useKeptState('config', Kept, null)
  const { text, valid: validText } = kept ?? { text: servedText, valid: servedText }
  const review = useMemo(() => reviewConfig(text, code, withoutLint), [text, code])
  const lastValid = useMemo(() => reviewConfig(validText, code, withoutLint).vendor, [validText, code])
  const linted = useLintedReview(text)
  // Warnings about an earlier text can stay for a moment, but errors can't.
  const { issues } = review.vendor === null || linted === null || linted.vendor === null ? review : linted
  const { simulated, launch, hasSimulatedConsole } = served
  const vendor = useMemo(
    () => (lastValid === null ? served : servedConfig(lastValid, { simulated, launch, hasSimulatedConsole })),
    [lastValid, served, simulated, launch, hasSimulatedConsole],
  )

  const put = (next: string, valid: string): void => keep(next === servedText ? null : { text: next, valid })

  function write(next: string): void {
    const isValid = reviewConfig(next, code, withoutLint).vendor !== null
    put(next, isValid ? next : validText)
  }

  function edit(edits: readonly Edit[]): string {
    const next = withEdits(text, edits)
    write(next)
    return next
  }

  function choosePlatform(platform: HostingPlatform): void {
    const edits = [{ path: ['hosting'], value: platform }]
    put(withEdits(text, edits), withEdits(validText, edits))
  }

  return {
    text,
    issues,
    vendor,
    validText,
    isValid: review.vendor !== null,
    isEditable: useMemo(() => editedText(text, ['hosting'], 'ec2') !== null, [text]),
    isChanged: text !== servedText,
    write,
    edit,
    choosePlatform,
    discard: () => keep(null),
  }
}
