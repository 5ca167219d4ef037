import { z } from 'zod'

/*
 * What moves ask. `title` and `x-en` label the field, `x-widget` says how a screen asks for it,
 * `x-say` names each value. Screens draw these and know no rule.
 */

type Label = {
  readonly title: string
  readonly 'x-en': string
  readonly 'x-widget'?: string
  readonly 'x-say'?: readonly { readonly zh: string; readonly en: string }[]
  readonly 'x-help'?: { readonly zh: string; readonly en: string }
}

export const label = (title: string, en: string, widget?: string, more: Partial<Label> = {}): Label => ({
  title,
  'x-en': en,
  ...(widget && { 'x-widget': widget }),
  ...more,
})
export const say = (zh: string, en: string) => ({ zh, en })

export const words = (title: string, en: string) =>
  z
    .string()
    .trim()
    .min(2)
    .max(2000)
    .meta(label(title, en, 'longtext'))
export const someWords = (title: string, en: string) =>
  z
    .string()
    .trim()
    .max(2000)
    .optional()
    .meta(label(title, en, 'longtext'))
export const photos = z
  .array(z.uuid())
  .max(9)
  .optional()
  .meta(label('照片', 'Photos', 'photos'))
export const unit = (title: string, en: string) =>
  z
    .string()
    .min(1)
    .max(80)
    .meta(label(title, en, 'unit'))
