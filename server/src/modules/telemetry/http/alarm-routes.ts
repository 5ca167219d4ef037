import { created, type Route, route } from '#platform/route'
import { addKind, addRule, changeRule } from '../commands/rules.ts'
import { readers } from '../domain/permit.ts'
import { listAlarms } from '../queries/alarms.ts'
import { listKinds, listRules } from '../queries/rules.ts'
import { AlarmList, AlarmQuery, CodePath, KindBody, KindCard, RuleBody, RuleCard, RuleList, RulePatch } from './schemas.ts'

/** Alarms for those who handle them; rules are seen by all of them and kept by the system administrator. */
export const alarmRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/alarms',
    operation: 'listAlarms',
    tag: 'telemetry',
    say: { zh: '列出报警：未恢复的、已恢复的、转成了哪件诉求', en: 'List alarms: open, cleared, and the matter each became' },
    access: readers,
    scope: 'area',
    query: AlarmQuery,
    answers: { 200: AlarmList },
    handle: (ctx, { query }) => listAlarms(ctx, query),
  }),
  route({
    method: 'get',
    path: '/api/device-rules',
    operation: 'listDeviceRules',
    tag: 'telemetry',
    say: { zh: '列出设备类型和报警规则', en: 'List kinds of devices and their rules' },
    access: readers,
    scope: 'none',
    answers: { 200: RuleList },
    handle: async (ctx) => ({ kinds: await listKinds(ctx), items: await listRules(ctx), next: null }),
  }),
  route({
    method: 'post',
    path: '/api/device-rules',
    operation: 'addDeviceRule',
    tag: 'telemetry',
    say: { zh: '增加报警规则', en: 'Add a rule' },
    access: ['systemAdmin'],
    scope: 'none',
    body: RuleBody,
    answers: { 201: RuleCard },
    again: async (ctx, code) => (await listRules(ctx)).find((one) => one.code === code),
    handle: async (ctx, { body }) => {
      const made = await addRule(ctx, { ...body, enabled: true })
      return created(made.code, made)
    },
  }),
  route({
    method: 'patch',
    path: '/api/device-rules/{code}',
    operation: 'changeDeviceRule',
    tag: 'telemetry',
    say: { zh: '改报警规则，或停用', en: 'Change a rule, or switch it off' },
    access: ['systemAdmin'],
    scope: 'none',
    params: CodePath,
    body: RulePatch,
    answers: { 200: RuleCard },
    again: async (ctx, _id, { params }) => (await listRules(ctx)).find((one) => one.code === params.code),
    handle: (ctx, { params, body }) => changeRule(ctx, params.code, body),
  }),
  route({
    method: 'post',
    path: '/api/device-kinds',
    operation: 'addDeviceKind',
    tag: 'telemetry',
    say: { zh: '增加设备类型', en: 'Add a kind of device' },
    access: ['systemAdmin'],
    scope: 'none',
    body: KindBody,
    answers: { 201: KindCard },
    again: async (ctx, code) => (await listKinds(ctx)).find((one) => one.code === code),
    handle: async (ctx, { body }) => {
      const made = await addKind(ctx, body)
      return created(made.code, made)
    },
  }),
]
