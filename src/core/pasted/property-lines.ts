const listed = /^([A-Za-z]\w*) *: ?(.*)$/
const longestLine = 20_000

/**
 * `Format-List` of PowerShell: a name, blanks, a colon, and the value, which goes on in lines that stand further in.
 * https://docs.aws.amazon.com/powershell/latest/reference/items/Get-IAMRole.html
 */
function listedProperties(text: string): Readonly<Record<string, string>> {
  const found: [string, string][] = []
  for (const line of text.split('\n').map((whole) => whole.slice(0, longestLine))) {
    const [, name, value = ''] = listed.exec(line) ?? []
    const last = found.at(-1)
    if (name !== undefined) found.push([name, value])
    else if (last !== undefined && /^\s+\S/.test(line)) last[1] += line.trim()
  }
  return Object.fromEntries(found)
}

/** The elements of an answer in XML that hold nothing but a text. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html */
function leafElements(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(/<(\w+)>([^<>]*)<\/\1>/g)].map(([, name = '', value = '']) => [name, value]))
}

/** An answer about one thing, as name and value. */
export const propertyForms: readonly ((text: string) => Readonly<Record<string, string>>)[] = [listedProperties, leafElements]
