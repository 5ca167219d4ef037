import { z } from 'zod'
import { type Context, holds } from '../context.ts'
import type { Module } from '../module.ts'
import { refuse } from '../refusal.ts'
import { route } from '../route.ts'
import { holidayNames } from './seed.ts'
import { daysOfYear, saveYear } from './store.ts'
import { yearRefusal } from './year.ts'

const year = z.coerce.number().int().min(2004).max(2100)
const Words = z.object({ zh: z.string(), en: z.string() })

const CalendarYear = z
  .object({
    year: z.number().int(),
    /** The last year whose holidays are entered; after it Monday to Friday is assumed. */
    lastYear: z.number().int(),
    provisional: z.boolean(),
    /** Minutes after midnight. */
    opensAt: z.number().int(),
    closesAt: z.number().int(),
    days: z.array(z.object({ date: z.string(), working: z.boolean(), name: Words })),
  })
  .meta({ id: 'CalendarYear' })

const YearBody = z
  .strictObject({
    days: z
      .array(z.strictObject({ date: z.string().max(10), working: z.boolean(), name: z.string().trim().min(1).max(40) }))
      .min(1)
      .max(150),
  })
  .meta({ id: 'CalendarYearBody' })

async function yearView(ctx: Context, wanted: number): Promise<z.infer<typeof CalendarYear>> {
  const { lastYear, opensAt, closesAt } = ctx.city.calendar()
  const english = holidayNames()
  const days = (await daysOfYear(ctx.db, wanted)).map(({ date, working, name }) => ({
    date,
    working,
    name: { zh: name, en: english.get(name) ?? name },
  }))
  return { year: wanted, lastYear, provisional: wanted > lastYear, opensAt, closesAt, days }
}

/** The calendar is the whole city's: a county's administrator does not change it. */
function cityPost(ctx: Context): string {
  const post = ctx.actor.posts.find((one) => one.role === 'systemAdmin' && one.area.length <= 4) ?? null
  if (post && holds(ctx.actor, ['systemAdmin'])) return post.id
  throw refuse('forbidden', 'calendar.city-only', {
    zh: '工作日历全市一份，由市级系统管理员维护。',
    en: 'There is one calendar for the whole city; its system administrator keeps it.',
  })
}

/** The working calendar: to be read by everybody, and kept by the city's administrator. */
export default {
  name: 'calendar',
  routes: [
    route({
      method: 'get',
      path: '/api/calendar',
      operation: 'getCalendar',
      tag: 'calendar',
      say: { zh: '一年的节假日与调休', en: 'Holidays and make-up days of a year' },
      access: 'signedIn',
      scope: 'none',
      query: z.strictObject({ year: year.optional() }),
      answers: { 200: CalendarYear },
      handle: (ctx, { query }) => yearView(ctx, query.year ?? ctx.now.getUTCFullYear()),
    }),
    route({
      method: 'put',
      path: '/api/calendar/{year}',
      operation: 'putCalendarYear',
      tag: 'calendar',
      say: {
        zh: '填写一年的节假日与调休；未到期的承诺随之重算',
        en: 'Enter a year’s holidays and make-up days; open promises are counted anew',
      },
      access: ['systemAdmin'],
      scope: 'none',
      write: 'statement',
      params: z.strictObject({ year }),
      body: YearBody,
      answers: { 200: CalendarYear },
      handle: async (ctx, { params, body }) => {
        const post = cityPost(ctx)
        const refusal = yearRefusal({ year: params.year, days: body.days, lastYear: ctx.city.calendar().lastYear, now: ctx.now })
        if (refusal) throw refusal
        await saveYear(ctx, params.year, body.days, post)
        await ctx.city.reloadCalendar()
        return yearView(ctx, params.year)
      },
      again: (ctx, id) => yearView(ctx, Number(id)),
    }),
  ],
} satisfies Module
