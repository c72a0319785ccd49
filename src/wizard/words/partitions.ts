import { type Partition, partitions } from '#core/aws/partition.ts'
import { inLanguage } from '#i18n/language.ts'
import type { WordsOf } from '#i18n/words-of.ts'

const english = {
  aws: partitions.aws.title,
  'aws-us-gov': partitions['aws-us-gov'].title,
  'aws-cn': partitions['aws-cn'].title,
  'aws-eusc': partitions['aws-eusc'].title,
} satisfies Readonly<Record<Partition, string>>

export type PartitionWords = WordsOf<typeof english>

const words = inLanguage('first', 'partitions', english)

export const partitionTitle = (partition: Partition): string => words[partition]
