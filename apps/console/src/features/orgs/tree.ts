export interface Branch<T> {
  readonly node: T
  readonly below: readonly Branch<T>[]
}

/** Rows that name their parent, as a tree; a row whose parent is not among them is a root. */
export function treeOf<T extends { readonly id: string; readonly parent: string | null }>(rows: readonly T[]): readonly Branch<T>[] {
  const ids = new Set(rows.map((row) => row.id))
  const under = new Map<string | null, T[]>()
  for (const row of rows) {
    const parent = row.parent !== null && ids.has(row.parent) ? row.parent : null
    under.set(parent, [...(under.get(parent) ?? []), row])
  }
  const grow = (parent: string | null): Branch<T>[] => (under.get(parent) ?? []).map((node) => ({ node, below: grow(node.id) }))
  return grow(null)
}
