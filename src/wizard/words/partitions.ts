import { type Partition, partitions } from '#core/partition.ts'
import { inLanguage } from '#words/language.ts'
import type { WordsOf } from '#words/words-of.ts'

const english = {
  aws: partitions.aws.title,
  'aws-us-gov': partitions['aws-us-gov'].title,
  'aws-cn': partitions['aws-cn'].title,
  'aws-eusc': partitions['aws-eusc'].title,
} satisfies Readonly<Record<Partition, string>>

export type PartitionWords = WordsOf<typeof english>

const words = inLanguage('first', 'partitions', english)

export const partitionTitle = (partition: Partition): string => words[partition]
