/** Where a word was found: `word` is its index in the list the matcher was built from; places count characters. */
export type Hit = { readonly word: number; readonly start: number; readonly end: number }

type Node = { readonly next: Map<number, number>; fail: number; readonly ends: number[]; report: number }

const newNode = (): Node => ({ next: new Map(), fail: 0, ends: [], report: 0 })

function grow(words: readonly string[]): Node[] {
  const nodes = [newNode()]
  words.forEach((word, index) => {
    let at = 0
    for (let i = 0; i < word.length; i++) at = step(nodes, at, word.charCodeAt(i))
    if (word.length > 0) nodes[at]?.ends.push(index)
  })
  return nodes
}

function step(nodes: Node[], at: number, code: number): number {
  const found = nodes[at]?.next.get(code)
  if (found !== undefined) return found
  nodes.push(newNode())
  nodes[at]?.next.set(code, nodes.length - 1)
  return nodes.length - 1
}

/** Adds the links to follow when the text goes on differently, breadth first. */
function link(nodes: Node[]): void {
  const queue = [...(nodes[0]?.next.values() ?? [])]
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head] ?? 0
    for (const [code, child] of nodes[at]?.next ?? []) {
      const fail = follow(nodes, nodes[at]?.fail ?? 0, code)
      const node = nodes[child]
      if (node === undefined) continue
      node.fail = fail
      node.report = (nodes[fail]?.ends.length ?? 0) > 0 ? fail : (nodes[fail]?.report ?? 0)
      queue.push(child)
    }
  }
}

function follow(nodes: readonly Node[], from: number, code: number): number {
  for (let at = from; ; at = nodes[at]?.fail ?? 0) {
    const found = nodes[at]?.next.get(code)
    if (found !== undefined) return found
    if (at === 0) return 0
  }
}

/** Finds every occurrence of every word in one pass over the text (Aho–Corasick); hits come in the order of their ends. */
export function matcher(words: readonly string[]): (text: string) => readonly Hit[] {
  const nodes = grow(words)
  link(nodes)
  return (text) => {
    const hits: Hit[] = []
    let at = 0
    for (let i = 0; i < text.length; i++) {
      at = follow(nodes, at, text.charCodeAt(i))
      for (let seen = at; seen !== 0; seen = nodes[seen]?.report ?? 0) {
        for (const word of nodes[seen]?.ends ?? []) hits.push({ word, start: i + 1 - (words[word]?.length ?? 0), end: i + 1 })
      }
    }
    return hits
  }
}

/** Half-width, lower case, without blanks: 「ＥＭＳ 快递」 → 「ems快递」. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]+/gu, '')
}
