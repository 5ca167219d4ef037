/** What a list is asked. */
export interface Asked {
  readonly area?: string | undefined
  readonly q?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** A keyset page: the cursor is the id of the last item when the page is full. */
export function paged<T extends { readonly id: string }>(items: T[], limit: number): { items: T[]; next: string | null } {
  return { items, next: items.length === limit ? (items.at(-1)?.id ?? null) : null }
}
