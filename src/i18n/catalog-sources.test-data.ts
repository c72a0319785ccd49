import { readdirSync, readFileSync } from 'node:fs'
import { parseSync } from 'oxc-parser'
import { z } from 'zod'

const isSource = (file: string) => /\.tsx?$/.test(file) && !/\.(test|test-data|d)\.tsx?$/.test(file)

/** The sources of the program by their paths. */
export const sources: ReadonlyMap<string, string> = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter(isSource)
    .map((file) => [`src/${file}`, readFileSync(`src/${file}`, 'utf8')]),
)

export type Node = { readonly type: string; readonly [key: string]: unknown }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** Takes the node as it is. A copy of each node of each tree would take most of the time. */
export const Node = z.custom<Node>(isNode)

const programs = new Map<string, Node>()

/** Several tests read the same sources. */
export function programOf(file: string, source: string): Node {
  const known = programs.get(source)
  if (known !== undefined) return known
  const program = Node.parse(parseSync(file, source).program)
  programs.set(source, program)
  return program
}

/** A place in a catalog: `['account', 'region', 'hint']`. */
type Place = readonly string[]

/** Types, and names of fields, are no values. */
const isName = (node: Node, key: string): boolean =>
  /^(type|typeAnnotation|typeArguments|returnType)$/.test(key) || (/^(key|property)$/.test(key) && node['computed'] === false)

const childrenOf = (node: Node): readonly Node[] =>
  Object.entries(node)
    .filter(([key]) => !isName(node, key))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter(isNode)

function nodeIn(node: Node, key: string): Node | null {
  const value = node[key]
  return isNode(value) ? value : null
}

export function nodesIn(node: Node, key: string): readonly Node[] {
  const values = node[key]
  return Array.isArray(values) && values.every(isNode) ? values : []
}

const nameOf = (node: Node | null): string | null => (node?.type === 'Identifier' ? String(node['name']) : null)

/** In the order of the source. */
export function everyNode(root: Node): readonly Node[] {
  const found: Node[] = []
  const open = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    found.push(node)
    open.push(...childrenOf(node).toReversed())
  }
  return found
}

const isCallOf = (node: Node | null, callee: string): node is Node =>
  node?.type === 'CallExpression' && nameOf(nodeIn(node, 'callee')) === callee

/** The catalogs that a file makes: the ID of each by the name of its constant. */
export function catalogsIn(file: string, source: string): ReadonlyMap<string, string> {
  if (!source.includes('messages(')) return new Map()
  return new Map(
    everyNode(programOf(file, source)).flatMap((node): [string, string][] => {
      const [init, name] = [nodeIn(node, 'init'), nameOf(nodeIn(node, 'id'))]
      if (node.type !== 'VariableDeclarator' || name === null || !isCallOf(init, 'messages')) return []
      const [id] = nodesIn(init, 'arguments')
      return typeof id?.['value'] === 'string' ? [[name, id['value']]] : []
    }),
  )
}

type Reader = { readonly catalogs: ReadonlyMap<string, string>; readonly aliases: Map<string, Place[]> }

/** The constant of the catalog in `localized(catalog)` or `catalog.in(language)`. */
function catalogRead(call: Node): string | null {
  if (isCallOf(call, 'localized')) return nameOf(nodesIn(call, 'arguments')[0] ?? null)
  const callee = nodeIn(call, 'callee')
  const isIn = callee?.type === 'MemberExpression' && nameOf(nodeIn(callee, 'property')) === 'in'
  return isIn ? nameOf(nodeIn(callee, 'object')) : null
}

function memberPlaces(node: Node, reader: Reader): readonly Place[] {
  const key = node['computed'] === true ? null : nameOf(nodeIn(node, 'property'))
  return key === null ? [] : placesOf(nodeIn(node, 'object'), reader).map((place) => [...place, key])
}

/** The path of an expression in the catalogs, also by a constant that holds a part of one. */
function placesOf(node: Node | null, reader: Reader): readonly Place[] {
  if (node?.type === 'Identifier') return reader.aliases.get(nameOf(node) ?? '') ?? []
  if (node?.type === 'MemberExpression') return memberPlaces(node, reader)
  const id = node?.type === 'CallExpression' ? reader.catalogs.get(catalogRead(node) ?? '') : undefined
  return id === undefined ? [] : [[id]]
}

function addAlias({ aliases }: Reader, name: string | null, places: readonly Place[]): void {
  if (name !== null && places.length > 0) aliases.set(name, [...(aliases.get(name) ?? []), ...places])
}

function readDeclaration(node: Node, reader: Reader): void {
  const [pattern, places] = [nodeIn(node, 'id'), placesOf(nodeIn(node, 'init'), reader)]
  addAlias(reader, nameOf(pattern), places)
  for (const property of pattern === null ? [] : nodesIn(pattern, 'properties')) {
    const key = nameOf(nodeIn(property, 'key'))
    const below = key === null ? [] : places.map((place) => [...place, key])
    addAlias(reader, nameOf(nodeIn(property, 'value')), below)
  }
}

/** A catalog, or its `in`, as a value. */
function wholeCatalog(value: Node, { catalogs }: Reader): readonly Place[] {
  const isIn = value.type === 'MemberExpression' && nameOf(nodeIn(value, 'property')) === 'in'
  const id = catalogs.get(nameOf(isIn ? nodeIn(value, 'object') : value) ?? '')
  return id === undefined ? [] : [[id]]
}

/** A rule, a dialect, or a function gets the whole catalog, and reads the keys that its family has. */
function passedOn(node: Node, reader: Reader): readonly Place[] {
  if (node.type === 'CallExpression' && !isCallOf(node, 'localized'))
    return nodesIn(node, 'arguments').flatMap((value) => wholeCatalog(value, reader))
  const value = node.type === 'Property' ? nodeIn(node, 'value') : null
  return value === null ? [] : wholeCatalog(value, reader)
}

/** The longest places that the expressions below a node lead to. */
function usesBelow(node: Node, reader: Reader): readonly Place[] {
  const passed = passedOn(node, reader)
  if (passed.length > 0) return passed
  const places = node.type === 'VariableDeclarator' || node.type === 'Property' ? [] : placesOf(node, reader)
  if (places.length > 0) return places
  const children = node.type === 'VariableDeclarator' && placesOf(nodeIn(node, 'init'), reader).length > 0 ? [] : childrenOf(node)
  return children.flatMap((child) => usesBelow(child, reader))
}

const importedNames = (program: Node): ReadonlyMap<string, string> =>
  new Map(
    nodesIn(program, 'body')
      .filter(({ type }) => type === 'ImportDeclaration')
      .flatMap((node) => nodesIn(node, 'specifiers'))
      .map((specifier) => [nameOf(nodeIn(specifier, 'local')) ?? '', nameOf(nodeIn(specifier, 'imported')) ?? '']),
  )

/** The places of all catalogs that a file reads. What is read by an index, or passed on as a whole, stands for all below it. */
export function placesReadIn(file: string, source: string, exported: ReadonlyMap<string, string>): readonly Place[] {
  // An import of a catalog has its name.
  if (!source.includes('messages(') && ![...exported.keys()].some((name) => source.includes(name))) return []
  const program = programOf(file, source)
  const imported = [...importedNames(program)].flatMap(([local, name]): [string, string][] => {
    const id = exported.get(name)
    return id === undefined ? [] : [[local, id]]
  })
  const reader: Reader = { catalogs: new Map([...imported, ...catalogsIn(file, source)]), aliases: new Map() }
  if (reader.catalogs.size === 0) return []
  for (const node of everyNode(program)) if (node.type === 'VariableDeclarator') readDeclaration(node, reader)
  return usesBelow(program, reader)
}
