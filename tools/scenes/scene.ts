import { type Locator, type Page, expect as shortExpect } from '@playwright/test'
import { createRole, reachRoleScreen } from '#e2e/journey.ts'

/** A state of a screen, and the way there from an empty browser: to the page that the picture is taken of. */
export type Scene = {
  readonly name: string
  readonly reach: (page: Page) => Promise<Page>
  /** A scene that differs only in its text is taken once, wide and light. */
  readonly isLightOnly?: boolean
  /** The subject is below the fold. */
  readonly isTall?: boolean
  /** The picture is of this part alone. */
  readonly part?: (page: Page) => Locator
}

/** Patient: a busy machine is slow, not wrong. */
export const expect = shortExpect.configure({ timeout: 30_000 })

/** Unique for each scene: scenes share the simulated accounts, and an ID can't be used twice. */
export const accountOf = (scene: number): string => `4444555566${String(scene).padStart(2, '0')}`
export const externalIdOf = (scene: number): string => `7Qm2vK9dRt4XwB8nZc5HsP${String(scene).padStart(2, '0')}`

export const reachRole = (page: Page, scene: number): Promise<void> =>
  reachRoleScreen(page, { accountId: accountOf(scene), externalId: externalIdOf(scene) })

export async function reachConnected(page: Page, scene: number): Promise<void> {
  await reachRole(page, scene)
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
}
