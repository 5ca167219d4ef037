import { expect, test } from 'vitest'
import { type Asked, bare, constantsOf, fieldsOf, missingIn, widgetOf } from './asked.ts'

const verdict: Asked = {
  type: 'object',
  properties: {
    solved: { type: 'string', enum: ['yes', 'partly', 'no'], title: '真的解决了吗', 'x-en': 'Was it really solved?' },
    satisfied: { type: 'integer', minimum: 1, maximum: 5, 'x-widget': 'satisfaction' },
    again: { type: 'boolean' },
    words: { type: 'string', maxLength: 2000, 'x-widget': 'longtext' },
    photos: { type: 'array', items: { type: 'string' }, 'x-widget': 'photos' },
    version: { type: 'integer' },
    kind: { const: 'verdict' },
  },
  required: ['solved', 'kind'],
}

test('draws each field as it asks to be drawn', () => {
  const drawn = Object.fromEntries(fieldsOf(verdict).map(([name, field]) => [name, widgetOf(field)]))
  expect(drawn).toEqual({ solved: 'choice', satisfied: 'satisfaction', again: 'yesNo', words: 'longtext', photos: 'photos' })
})

test.each([
  [{ type: 'string', format: 'date-time' }, 'when'],
  [{ type: 'string', 'x-widget': 'date-time', format: 'date-time' }, 'when'],
  [{ type: 'string', maxLength: 2000 }, 'longtext'],
  [{ type: 'string', maxLength: 60 }, 'text'],
  [{ type: 'array', items: { enum: ['a', 'b'] } }, 'choices'],
  [{ anyOf: [{ type: 'integer' }, { type: 'null' }], title: '几次' }, 'number'],
  [{ type: 'string', 'x-widget': 'unheardOf' }, 'text'],
] as const)('%j is drawn as %s', (field, widget) => {
  expect(widgetOf(field)).toBe(widget)
})

test('what a nullable field says of itself stands over its alternatives', () => {
  expect(bare({ anyOf: [{ type: 'null' }, { type: 'string', maxLength: 9 }], title: '甲' })).toEqual({
    type: 'string',
    maxLength: 9,
    title: '甲',
  })
})

test('names what is missing, but neither constants nor the version', () => {
  expect(missingIn(verdict, {})).toEqual(['solved'])
  expect(missingIn(verdict, { solved: 'no' })).toEqual([])
  expect(missingIn({ ...verdict, required: ['version', 'again'] }, { again: false })).toEqual([])
  expect(constantsOf(verdict)).toEqual({ kind: 'verdict' })
})
