import { expect, it } from 'vitest'
import { problemsOf } from '../words/index.ts'
import * as tables from './parts-words.ts'

it.each(Object.entries(tables))('%s are complete in both languages', (_, words) => {
  expect(problemsOf(words)).toEqual([])
})
