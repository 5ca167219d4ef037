import { z } from 'zod'
import type { Context } from '#platform/context'
import { created, type Route, route } from '#platform/route'
import { appoint, endAppointment } from '../commands/appointments.ts'
import { assignDuty } from '../commands/settings.ts'
import { dutyLevelCodes } from '../domain/duty.ts'
import { appointmentsOf, dutyChain } from '../queries/registers.ts'
import { unitWords } from '../queries/units.ts'
import { AppointmentBody, AppointmentCard, Done, DutyChain, Scope, staff, UnitId } from './schemas.ts'
import { appointmentCard, dutyView } from './views.ts'

async function chain(ctx: Context, area: string): Promise<z.input<typeof DutyChain>> {
  const found = await dutyChain(ctx, area)
  return dutyView(
    area,
    found,
    await unitWords(
      ctx,
      Object.values(found).flatMap((link) => link.units),
    ),
  )
}

/** Offices and cross-appointments (000-03), and the chain of duty (002-02). */
export const officeRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/units/{id}/appointments',
    operation: 'listAppointments',
    tag: 'orgs',
    say: { zh: '列出任职与交叉任职', en: 'List offices and cross-appointments' },
    access: staff,
    scope: 'none',
    params: z.strictObject({ id: UnitId }),
    answers: { 200: z.object({ items: z.array(AppointmentCard) }).meta({ id: 'AppointmentList' }) },
    handle: async (ctx, { params }) => ({ items: (await appointmentsOf(ctx, params.id)).map(appointmentCard) }),
  }),
  route({
    method: 'post',
    path: '/api/appointments',
    operation: 'appoint',
    tag: 'orgs',
    say: { zh: '登记任职', en: 'Enter an appointment' },
    access: ['systemAdmin'],
    scope: 'area',
    body: AppointmentBody,
    answers: { 201: Done },
    again: async (_ctx, id) => ({ id }),
    handle: async (ctx, { body }) => {
      const { id } = await appoint(ctx, body)
      return created(id, { id })
    },
  }),
  route({
    method: 'delete',
    path: '/api/appointments/{id}',
    operation: 'endAppointment',
    tag: 'orgs',
    say: { zh: '结束任职', en: 'End an appointment' },
    access: ['systemAdmin'],
    scope: 'area',
    params: z.strictObject({ id: z.uuid() }),
    answers: { 200: Done },
    handle: async (ctx, { params }) => {
      await endAppointment(ctx, params.id)
      return { id: params.id }
    },
  }),
  route({
    method: 'get',
    path: '/api/duty-chain',
    operation: 'readDutyChain',
    tag: 'orgs',
    say: { zh: '查看四级联动责任链', en: 'Read the chain of duty' },
    access: staff,
    scope: 'none',
    query: z.strictObject({ area: Scope }),
    answers: { 200: DutyChain },
    handle: (ctx, { query }) => chain(ctx, query.area),
  }),
  route({
    method: 'put',
    path: '/api/duty-chain/{area}/{level}',
    operation: 'assignDuty',
    tag: 'orgs',
    say: { zh: '设定责任链的一级', en: 'Assign a level of the chain of duty' },
    access: ['systemAdmin'],
    scope: 'area',
    params: z.strictObject({ area: Scope, level: z.enum(dutyLevelCodes) }),
    body: z.strictObject({ units: z.array(UnitId).max(50) }),
    answers: { 200: DutyChain },
    handle: async (ctx, { params, body }) => {
      await assignDuty(ctx, params.area, params.level, body.units)
      return chain(ctx, params.area)
    },
  }),
]
