import { created, type Route, route } from '#platform/route'
import { askForMyself } from '../commands/ask.ts'
import { verifyMe } from '../commands/verify-me.ts'
import { myPerson } from '../queries/my-person.ts'
import { AskBody, Made, MyPerson, VerifyBody } from './schemas.ts'

const mine = route({
  method: 'get',
  path: '/api/my/person',
  operation: 'readMyPerson',
  tag: 'people',
  say: { zh: '我的人口信息：哪些部门登记了什么', en: 'What the register holds about me, and which departments said so' },
  access: 'signedIn',
  scope: 'own',
  answers: { 200: MyPerson },
  handle: (ctx) => myPerson(ctx),
})

const verify = route({
  method: 'post',
  path: '/api/my/person',
  operation: 'verifyMyPerson',
  tag: 'people',
  say: { zh: '核对身份，查看自己的人口信息', en: 'Verify who I am, to see what the register holds about me' },
  access: 'signedIn',
  scope: 'own',
  write: 'none',
  limit: 6,
  body: VerifyBody,
  answers: { 200: MyPerson },
  handle: async (ctx, { body }) => {
    await verifyMe(ctx, body)
    return myPerson(ctx)
  },
})

const ask = route({
  method: 'post',
  path: '/api/my/person/requests',
  operation: 'askAboutMyPerson',
  tag: 'people',
  say: { zh: '申请更正、副本或删除', en: 'Ask for a correction, a copy or a deletion' },
  access: 'signedIn',
  scope: 'own',
  write: 'statement',
  limit: 10,
  body: AskBody,
  answers: { 201: Made },
  handle: async (ctx, { body }) => {
    const id = await askForMyself(ctx, body)
    return created(id, { id })
  },
  again: async (_ctx, id) => ({ id }),
})

export const myRoutes: readonly Route[] = [mine, verify, ask]
