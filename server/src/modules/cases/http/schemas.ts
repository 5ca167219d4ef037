import { z } from 'zod'
import { channels, severities } from '../domain/case.ts'

/** Shapes of requests; unknown fields are refused everywhere. */

const text = z.string().trim().min(2, '请写一句话|Please write a sentence').max(4000, '最多 4000 字|4,000 characters at most')
const Place = z.strictObject({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  source: z.enum(['wgs84', 'gcj02', 'bd09']).default('wgs84'),
  words: z.string().trim().max(200).optional(),
})
const phone = z
  .string()
  .trim()
  .transform((typed) =>
    typed
      .normalize('NFKC')
      .replaceAll(/[\s-]/g, '')
      .replace(/^\+?86(?=1\d{10}$)/, ''),
  )
  .pipe(z.string().regex(/^(1\d{10}|0\d{9,11}|\d{7,8})$/, '电话号码不对|Not a phone number'))
const photos = z.array(z.uuid()).max(9).optional()
/** Who reports, as far as they say so. */
export const Reporter = z.strictObject({ name: z.string().trim().min(1).max(40).optional(), phone: phone.optional() })
const where = {
  place: Place.nullish(),
  address: z.string().trim().min(1).max(200).optional(),
  area: z
    .string()
    .regex(/^\d{4,15}$/)
    .optional(),
}

/** The number of an open matter that was shown as likely the same, and that the reporter says is. */
const sameAs = z.string().max(40).optional()

export const PublicReport = z
  .strictObject({
    text,
    category: z.string().max(20).optional(),
    ...where,
    photos,
    reporter: Reporter.optional(),
    anonymous: z.boolean().optional(),
    sameAs,
  })
  .meta({ id: 'PublicReport' })

export const StaffIntake = z
  .strictObject({
    channel: z.enum(channels).exclude(['app', 'open311', 'import', 'device']),
    text,
    category: z.string().max(20).optional(),
    severity: z.enum(severities).optional(),
    ...where,
    photos,
    reporter: Reporter.optional(),
    proxy: z
      .strictObject({ name: z.string().trim().min(1).max(40), phone, relation: z.string().trim().min(1).max(40), consent: z.literal(true) })
      .optional(),
    onSpot: z.strictObject({ result: z.string().trim().min(2).max(2000), photos }).optional(),
    sameAs,
  })
  .meta({ id: 'StaffIntake' })

/** What somebody is about to report. */
export const Similar = z.strictObject({ text, category: z.string().max(20).optional(), ...where }).meta({ id: 'AboutToReport' })

export const Id = z.strictObject({ id: z.string().max(64) })
export const Token = z.strictObject({ token: z.string().min(8).max(64) })
export const CaseQuery = z.strictObject({
  state: z.string().max(200).optional(),
  area: z
    .string()
    .regex(/^\d{2,15}$/)
    .optional(),
  category: z.string().max(20).optional(),
  unit: z.string().max(80).optional(),
  channel: z.enum(channels).optional(),
  q: z.string().trim().min(1).max(60).optional(),
  due: z.enum(['late', 'soon']).optional(),
  supervised: z.stringbool().optional(),
  order: z.enum(['new', 'due']).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})
export const Paging = z.strictObject({ after: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(200).optional() })
/** A resident's own matters are paged by their ids. */
export const OwnPaging = Paging.extend({ after: z.uuid().optional() })
export const WorkQuery = Paging.extend({ post: z.string().max(200).optional() })
export const Lookup = z.strictObject({ number: z.string().min(10).max(40), phoneLast4: z.string().regex(/^\d{4}$/) })
