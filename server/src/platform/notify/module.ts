import type { Module } from '../module.ts'
import { notifyRoutes } from './routes.ts'
import { forgetOld } from './sweep.ts'

export default {
  name: 'notify',
  routes: notifyRoutes,
  jobs: [{ name: 'notify.forget', every: 24 * 3600, run: forgetOld }],
} satisfies Module
