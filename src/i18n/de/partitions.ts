import type { PartitionWords } from '#wizard/words/partitions.ts'

export const partitions: PartitionWords = {
  aws: 'AWS-Standardpartition',
  'aws-us-gov': 'AWS GovCloud (US)',
  'aws-cn': 'AWS in China',
  'aws-eusc': 'AWS European Sovereign Cloud',
}
