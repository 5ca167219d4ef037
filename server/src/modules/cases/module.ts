import type { Module } from '#platform/module'
import { checkReplay } from './commands/check-replay.ts'
import { commitSeeds, tendDraw } from './commands/draw-callbacks.ts'
import { foldMarks } from './commands/fold-marks.ts'
import { forgetLookups } from './commands/forget-person.ts'
import { followCalendar } from './commands/recalendar.ts'
import { sweepClocks } from './commands/tick.ts'
import { deskRoutes } from './http/desk-routes.ts'
import { directoryRoutes } from './http/directory-routes.ts'
import { drawRoutes } from './http/draw-routes.ts'
import { flagRoutes } from './http/flag-routes.ts'
import { moveRoutes } from './http/move-routes.ts'
import { ownRoutes } from './http/routes.ts'
import { settingRoutes } from './http/setting-routes.ts'
import { templateRoutes } from './http/templates.ts'
import { photoReader } from './queries/photos.ts'
import { reactions } from './reactions.ts'

export default {
  name: 'cases',
  routes: [
    ...ownRoutes,
    ...deskRoutes,
    ...templateRoutes,
    ...settingRoutes,
    ...directoryRoutes,
    ...drawRoutes,
    ...flagRoutes,
    ...moveRoutes,
  ],
  reactions,
  jobs: [
    { name: 'cases.clocks', every: 5, run: async (ctx) => void (await sweepClocks(ctx)) },
    { name: 'cases.calendar', every: 10, run: followCalendar },
    { name: 'cases.replay', every: 86_400, run: async (ctx) => void (await checkReplay(ctx)) },
    { name: 'cases.marks', every: 5, run: async (ctx) => void (await foldMarks(ctx)) },
    { name: 'cases.draw', every: 3600, run: tendDraw },
    { name: 'cases.lookups', every: 86_400, run: forgetLookups },
  ],
  start: async (ctx, city) => {
    city.files.readers.set('case', photoReader)
    await commitSeeds(ctx)
  },
} satisfies Module
