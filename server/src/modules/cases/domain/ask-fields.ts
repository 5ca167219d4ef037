import { z } from 'zod'
import { label, say } from '#mechanisms/flow'

/** Fields that several moves ask for. Screens draw what the labels say and know no rule. */

export { label, say }

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
