import { z } from 'zod'
import { created, type Route, route } from '#platform/route'
import { answerTemplate, answerTemplates, keepTemplate, removeTemplate, templateRoles } from '../commands/answer-templates.ts'
import { Id } from './schemas.ts'

const Template = z
  .object({ id: z.string(), unit: z.string(), title: z.string(), text: z.string(), changedAt: z.string() })
  .meta({ id: 'AnswerTemplate' })
const Templates = z.object({ items: z.array(Template), next: z.string().nullable() }).meta({ id: 'AnswerTemplatePage' })

/** Answers that a unit's own people keep for matters that come often. */
export const templateRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/answer-templates',
    operation: 'listAnswerTemplates',
    tag: 'answers',
    say: { zh: '本单位的常用答复', en: 'The answers that my unit keeps' },
    access: templateRoles,
    scope: 'own',
    answers: { 200: Templates },
    handle: async (ctx) => ({ items: await answerTemplates(ctx), next: null }),
  }),
  route({
    method: 'post',
    path: '/api/answer-templates',
    operation: 'keepAnswerTemplate',
    tag: 'answers',
    say: { zh: '保存一条常用答复', en: 'Keep an answer' },
    access: templateRoles,
    scope: 'own',
    body: z
      .strictObject({
        unit: z.string().max(80).optional(),
        title: z.string().trim().min(1).max(60),
        text: z.string().trim().min(2).max(2000),
      })
      .meta({ id: 'AnswerTemplateBody' }),
    answers: { 201: Template },
    handle: async (ctx, { body }) => {
      const made = await keepTemplate(ctx, body)
      return created(made.id, made)
    },
    again: (ctx, id) => answerTemplate(ctx, id),
  }),
  route({
    method: 'delete',
    path: '/api/answer-templates/{id}',
    operation: 'removeAnswerTemplate',
    tag: 'answers',
    say: { zh: '删除一条常用答复', en: 'Remove an answer' },
    access: templateRoles,
    scope: 'own',
    params: Id,
    answers: { 200: z.object({ removed: z.literal(true) }) },
    handle: async (ctx, { params }) => {
      await removeTemplate(ctx, params.id)
      return { removed: true }
    },
  }),
]
