/** What a screen is told of a field that a move asks for: `title` and `x-en` label it, `x-widget` says how it is asked, `x-say` names each value. */
export type Label = {
  readonly title: string
  readonly 'x-en': string
  readonly 'x-widget'?: string
  readonly 'x-say'?: readonly { readonly zh: string; readonly en: string }[]
  readonly 'x-help'?: { readonly zh: string; readonly en: string }
}

/** The label of a field, for `.meta()` of its schema. */
export const label = (title: string, en: string, widget?: string, more: Partial<Label> = {}): Label => ({
  title,
  'x-en': en,
  ...(widget && { 'x-widget': widget }),
  ...more,
})

/** A text in both languages. */
export const say = (zh: string, en: string) => ({ zh, en })
