import { describe, expect, it } from 'vitest'
import { bodyOf, fieldAt, fieldsOf, problemsIn, startingAnswers } from './index.ts'
import type { JsonSchema } from './index.ts'

const asks: JsonSchema = {
  type: 'object',
  properties: {
    kind: {
      type: 'string',
      enum: ['solved', 'unsolvable'],
      title: '办理结果',
      'x-en': 'Outcome',
      'x-say': [
        { zh: '已解决', en: 'Solved' },
        { zh: '暂无法解决', en: 'Cannot be solved' },
      ],
    },
    words: { type: 'string', minLength: 2, maxLength: 2000, title: '说明', 'x-en': 'Words', 'x-widget': 'longtext' },
    reviewAt: { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }], title: '复核日期', 'x-en': 'Review date' },
    satisfied: {
      type: 'integer',
      minimum: 1,
      maximum: 5,
      title: '满意吗',
      'x-widget': 'satisfaction',
      'x-say': ['很不满意', '不满意', '一般', '满意', '很满意'].map((zh) => ({ zh, en: zh })),
    },
    again: { type: 'boolean', title: '请继续办理', 'x-en': 'Go on' },
    photos: { type: 'array', items: { type: 'string' }, maxItems: 2, 'x-widget': 'photos' },
    support: { type: 'array', items: { type: 'string' }, 'x-widget': 'units' },
    days: { type: 'integer', minimum: 1, maximum: 15 },
    odd: { type: 'string', 'x-widget': 'somethingNew' },
  },
  required: ['kind', 'words'],
}
const fields = fieldsOf(asks)

describe('fieldsOf', () => {
  it('says how each question is asked, in the order of the server', () => {
    expect(fields.map((field) => [field.name, field.kind])).toEqual([
      ['kind', 'choice'],
      ['words', 'longtext'],
      ['reviewAt', 'moment'],
      ['satisfied', 'choice'],
      ['again', 'yesNo'],
      ['photos', 'photos'],
      ['support', 'units'],
      ['days', 'number'],
      ['odd', 'text'],
    ])
  })

  it('carries both languages and the values of a choice and of a scale', () => {
    expect(fields[0]).toMatchObject({ label: { zh: '办理结果', en: 'Outcome' }, required: true })
    expect(fields[0]?.choices[1]).toEqual({ value: 'unsolvable', say: { zh: '暂无法解决', en: 'Cannot be solved' } })
    expect(fields[3]?.choices.map((choice) => choice.value)).toEqual([1, 2, 3, 4, 5])
  })

  it('draws a group with its own questions, and what a number counts', () => {
    const help: JsonSchema = {
      type: 'object',
      properties: {
        people: { type: 'integer', minimum: 1, 'x-unit': { zh: '人', en: 'people' } },
        contact: {
          type: 'object',
          properties: { name: { type: 'string', minLength: 2 }, phone: { type: 'string', maxLength: 30 } },
          required: ['name'],
        },
      },
      required: [],
    }
    const [people, contact] = fieldsOf(help)
    expect(people?.unit).toEqual({ zh: '人', en: 'people' })
    expect(contact?.fields?.map((field) => field.name)).toEqual(['name', 'phone'])
    const asked = fieldsOf(help)
    expect(problemsIn(asked, startingAnswers(asked))).toEqual({})
    expect(bodyOf(asked, startingAnswers(asked))).toEqual({})
    expect(Object.keys(problemsIn(asked, { contact: { phone: '1' } }))).toEqual(['contact.name'])
    expect(bodyOf(asked, { people: 3, contact: { name: ' 王芳 ' } })).toEqual({ people: 3, contact: { name: '王芳' } })
    expect(fieldAt(asked, '/body/contact/phone')).toBe('contact.phone')
  })

  it('a move that asks nothing has no fields', () => {
    expect(fieldsOf(null)).toEqual([])
  })
})

describe('answers', () => {
  it('what is required and blank is named; what may stay open may', () => {
    expect(Object.keys(problemsIn(fields, { words: '  ' }))).toEqual(['kind', 'words'])
    expect(problemsIn(fields, { kind: 'solved', words: '修好了' })).toEqual({})
  })

  it('lengths, bounds and counts are checked', () => {
    const found = problemsIn(fields, { kind: 'solved', words: '好', days: 16, photos: ['a', 'b', 'c'] })
    expect(found).toMatchObject({ words: { en: 'At least 2 characters' }, days: { en: 'Not above 15' }, photos: { en: 'At most 2' } })
  })

  it('the body holds what was answered: no is an answer, blank is not', () => {
    expect(bodyOf(fields, { kind: 'solved', words: ' 修好了 ', again: false, satisfied: undefined, photos: [], reviewAt: null })).toEqual({
      kind: 'solved',
      words: '修好了',
      again: false,
    })
  })

  it('starts from what was kept, else from what the schema proposes', () => {
    const [one] = fieldsOf({ properties: { a: { type: 'string', default: 'x' } } })
    expect(one && startingAnswers([one])).toEqual({ a: 'x' })
    expect(one && startingAnswers([one], { a: 'kept', gone: 1 })).toEqual({ a: 'kept' })
  })

  it('finds the field that the server complains about', () => {
    expect(fieldAt(fields, '/body/words')).toBe('words')
    expect(fieldAt(fields, '/body/photos/0')).toBe('photos')
    expect(fieldAt(fields, '/query/x')).toBeNull()
  })
})
