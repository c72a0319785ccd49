import { type CoveredCommand, coveredCommands } from './covered-commands.ts'
import { type ShellBlock, shellBlocksIn } from './shell-blocks.ts'
import type { Story } from './stories.ts'

export const coverageOf = ({ page, text }: ShellBlock): CoveredCommand | undefined =>
  coveredCommands.find((entry) => entry.page === page && text.startsWith(entry.begins))

export const isRunBy = (story: Story, block: ShellBlock): boolean => story.page === block.page && coverageOf(block) === undefined

export const blocksOf = (story: Story): readonly ShellBlock[] => shellBlocksIn(story.page).filter((block) => isRunBy(story, block))
