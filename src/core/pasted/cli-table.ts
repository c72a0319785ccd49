/** The parts of a table of the AWS CLI. https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html#table-output */
type Line =
  /** Cells between bars, as they are padded. There are as many bars around them as the section is deep. */
  { readonly kind: 'row'; readonly depth: number; readonly cells: readonly string[] } | { readonly kind: 'rule' }

/** Longer than any line of a table, joined. */
const longestLine = 4000
/** More are no answer about one role. */
const mostLines = 3000

const isRule = (line: string): boolean => /^\|{0,40}[+-]+\|{0,40}$/.test(line)

const bars = (line: string): number => /^\|{0,40}/.exec(line)?.[0].length ?? 0

/** A row ends in as many bars as it begins with. */
function isWhole(line: string): boolean {
  const depth = bars(line)
  return depth > 0 && line.length > 2 * depth && line.endsWith('|'.repeat(depth)) && (depth > 1 || !line.endsWith('||'))
}

type Unwrapping = { readonly lines: string[]; open: string }

function addLine(unwrapping: Unwrapping, line: string): void {
  const isFirst = unwrapping.open === ''
  const joined = isFirst ? line.trim() : unwrapping.open + line.trimEnd()
  if (isFirst && !/^[|+-]/.test(joined)) return
  const isComplete = isRule(joined) || isWhole(joined)
  if (isComplete) unwrapping.lines.push(joined)
  unwrapping.open = isComplete || joined.length > longestLine ? '' : joined
}

/** The lines as they were before a terminal or a mail wrapped them. */
export function tableLines(text: string): readonly string[] {
  const unwrapping: Unwrapping = { lines: [], open: '' }
  for (const line of text.split('\n').slice(0, mostLines)) addLine(unwrapping, line)
  return unwrapping.lines
}

function lineOf(line: string): Line {
  if (isRule(line)) return { kind: 'rule' }
  const depth = bars(line)
  return { kind: 'row', depth, cells: line.slice(depth, -depth).split('|') }
}

type Row = Extract<Line, { readonly kind: 'row' }>
type Rows = readonly Row[]

/** Rows of one depth between two rules. */
function blocksOf(lines: readonly Line[]): readonly Rows[] {
  const blocks: Row[][] = []
  let isNew = true
  for (const line of lines) {
    const block = blocks.at(-1)
    if (line.kind === 'rule') isNew = true
    else if (isNew || block?.[0]?.depth !== line.depth) blocks.push([line])
    else block.push(line)
    if (line.kind === 'row') isNew = false
  }
  return blocks
}

type Section = {
  readonly depth: number
  readonly members: Map<string, unknown>
  readonly items: string[]
  /** The cell of the same name. It counts where the section is empty. */
  cell: unknown
}

const newSection = (depth: number): Section => ({ depth, members: new Map(), items: [], cell: undefined })

/** Centered, where a value stands after two spaces. */
function isTitle([row, ...others]: Rows, section: Section): boolean {
  const [cell = '', ...more] = row?.cells ?? []
  if (row === undefined || others.length > 0 || more.length > 0) return false
  const [left, right] = [cell.length - cell.trimStart().length, cell.length - cell.trimEnd().length]
  const isCentered = Math.abs(left - right) <= 1
  return row.depth > section.depth || left !== 2 || (isCentered && section.items.length + section.members.size > 0)
}

const settled = (section: Section): unknown => {
  if (section.items.length > 0) return section.items
  if (section.members.size === 0 && section.cell !== undefined) return section.cell
  return Object.fromEntries([...section.members].map(([key, value]) => [key, plain(value)]))
}

const isSection = (value: unknown): value is Section =>
  typeof value === 'object' && value !== null && 'members' in value && value.members instanceof Map

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  return isSection(value) ? settled(value) : value
}

/** A list in the cell of a scalar, as Python writes it. */
function scalar(key: string, text: string): unknown {
  if (/^\['.*'\]$/.test(text)) return [...text.matchAll(/'([^']*)'/g)].map(([, item = '']) => item)
  return key === 'MaxSessionDuration' && /^\d{1,6}$/.test(text) ? Number(text) : text
}

/** Sections of one name are a list. */
function addSection({ members }: Section, name: string, section: Section): void {
  const before = members.get(name)
  const isList = Array.isArray(before) && before.some(isSection)
  if (isList) members.set(name, [...before, section])
  else if (isSection(before)) members.set(name, [before, section])
  else {
    section.cell = before
    members.set(name, section)
  }
}

/** A row without a key goes on with the cell above it. */
function addPairs({ members }: Section, rows: Rows): void {
  let last = ''
  for (const { cells } of rows) {
    const [key = '', text = ''] = cells.map((cell) => cell.trim())
    if (key === '') members.set(last, `${String(members.get(last) ?? '')}${text}`)
    else members.set(key, scalar(key, text))
    last = key === '' ? last : key
  }
}

/** One row of values below the names of their columns. */
function addColumns({ members }: Section, { cells }: Row, header: Row): void {
  for (const [at, name] of header.cells.entries()) members.set(name.trim(), scalar(name.trim(), cells[at]?.trim() ?? ''))
}

function addValues(section: Section, rows: Rows, header: Row | null): void {
  const columns = rows[0]?.cells.length ?? 0
  if (columns === 1) section.items.push(...rows.map(({ cells: [cell = ''] }) => cell.trim()))
  else if (header !== null) for (const row of rows) addColumns(section, row, header)
  else if (columns === 2) addPairs(section, rows)
}

/** Names of columns above a block of values. */
function isHeader(block: Rows, next: Rows | undefined): boolean {
  const [row, ...others] = block
  const below = next?.[0]
  return (
    row !== undefined &&
    others.length === 0 &&
    row.cells.length > 1 &&
    below?.depth === row.depth &&
    below.cells.length === row.cells.length
  )
}

/** The section that a block of this depth is in, or the one around it. */
function sectionAt(open: Section[], depth: number, root: Section): Section {
  while ((open.at(-1)?.depth ?? 0) > depth) open.pop()
  return open.at(-1) ?? root
}

function openSection(open: Section[], [row]: Rows, section: Section): void {
  const next = newSection(row?.depth ?? 0)
  if (section.depth === next.depth) open.pop()
  const around = open.at(-1)
  if (around !== undefined) addSection(around, row?.cells[0]?.trim() ?? '', next)
  open.push(next)
}

type Reading = { readonly open: Section[]; header: Row | null }

function addBlock(reading: Reading, block: Rows, next: Rows | undefined, root: Section): void {
  const section = sectionAt(reading.open, block[0]?.depth ?? 0, root)
  const header = reading.header === null && isHeader(block, next) ? (block[0] ?? null) : null
  if (isTitle(block, section)) openSection(reading.open, block, section)
  else if (header === null) addValues(section, block, reading.header)
  reading.header = header
}

/** Null for a text without a table. */
export function cliTable(text: string): unknown {
  if (!/^\| {1,400}(?:Get|List)\w{1,60} *\|?$/m.test(text)) return null
  const blocks = blocksOf(tableLines(text).map(lineOf))
  const root = newSection(0)
  const reading: Reading = { open: [root], header: null }
  for (const [at, block] of blocks.entries()) addBlock(reading, block, blocks[at + 1], root)
  return settled(root)
}

/**
 * Output of the AWS CLI, of AWS Tools for PowerShell or of the API that is not JSON: a table, text between tabs, `Format-List`, XML.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html
 */
const otherOutputs: readonly RegExp[] = [
  /^\|+ +(?:Get|List|Describe)\w+ +\|+$/m,
  /^(?:ROLE|ASSUMEROLEPOLICYDOCUMENT|STATEMENT|PRINCIPAL)\t/m,
  /^\d{12}\tarn:/m,
  /^(?:Arn|RoleName|AssumeRolePolicyDocument) +: /m,
  /<(?:Get|List)\w+Response[ >]/,
]

export const isOtherOutput = (text: string): boolean => otherOutputs.some((form) => form.test(text))
