/** Descriptions hold at most 4,000 bytes. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
export function templateDescription(text: string): string {
  return [...text].slice(0, 900).join('')
}
