import { Problem } from '@linli/api'
import { describe, expect, it } from 'vitest'
import { refusedIn, wrongIn } from './typed.ts'

describe('what was typed', () => {
  it('is taken when each answer is there, the passwords are the same, and codes have their length', () => {
    expect(wrongIn({ name: '王芳', area: '2109', password: 'a b', again: 'a b' })).toEqual({})
    expect(wrongIn({ area: '210911' })).toEqual({})
    expect(wrongIn({ code: '012345' })).toEqual({})
  })

  it('is refused beside the question that it belongs to', () => {
    expect(wrongIn({ name: '  ', area: '21091', password: 'one', again: 'two' })).toEqual({
      name: 'needed',
      area: 'areaShape',
      again: 'differs',
    })
    expect(wrongIn({ code: '12345' })).toEqual({ code: 'codeShape' })
  })

  it('finds the question at which a refusal of the server points', () => {
    const problem = new Problem(422, { code: 'request.invalid', errors: [{ path: '/body/signIn', code: 'pattern', detail: '…' }] })
    expect(refusedIn(problem)).toEqual({ signIn: '…' })
    expect(refusedIn(null)).toEqual({})
  })
})
