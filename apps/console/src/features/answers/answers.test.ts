import { expect, it } from 'vitest'
import type { Me } from '../../api-types.ts'
import { answeringUnits, withAnswer } from './answers.ts'

const post = (role: Me['posts'][number]['role'], org: string): Me['posts'][number] => ({
  id: `${role}:${org}:99`,
  role,
  roleSay: { zh: '', en: '' },
  org: { id: org, name: org },
  area: { code: '99', name: '' },
})

it('an answer fills an empty field and follows what was typed', () => {
  expect(withAnswer(' ', '已更换。')).toBe('已更换。')
  expect(withAnswer('今天去看了。\n', '已更换。')).toBe('今天去看了。\n已更换。')
})

it('answers are kept for the units in which one handles, leads or keeps the desk, each once', () => {
  const posts = [post('departmentHandler', 'housing'), post('departmentLead', 'housing'), post('dispatcher', 'centre')]
  expect(answeringUnits({ posts }).map((unit) => unit.id)).toEqual(['housing'])
  expect(answeringUnits(null)).toEqual([])
})
