import { expect, it } from 'vitest'
import { openLog } from './log.ts'

function written(facts: Record<string, unknown>, text = 'a request failed'): Record<string, unknown> {
  const lines: string[] = []
  openLog('info', { write: (line) => void lines.push(line) })('error', facts, text)
  return JSON.parse(lines.join('')) as Record<string, unknown>
}

it('writes one JSON object a line with time, level and ids', () => {
  const line = written({ requestId: 'r1', route: 'listCases', status: 500 })
  expect(line).toMatchObject({ level: 'error', requestId: 'r1', route: 'listCases', status: 500, msg: 'a request failed' })
  expect(Date.parse(String(line['time']))).not.toBeNaN()
})

it('takes phones, identity numbers and what was typed out of every fact', () => {
  const error = new Error('invalid input syntax for type uuid: "王芳住在3号楼"')
  const line = JSON.stringify(
    written({
      problem: error,
      nested: { words: ['电话 13812345678', '身份证 110101199003074530'] },
      detail: 'Key (name)=(李明) already exists.',
    }),
  )
  for (const secret of ['王芳', '3号楼', '13812345678', '110101199003074530', '李明']) expect(line).not.toContain(secret)
  expect(line).toContain('invalid input syntax')
})

it('is silent when told so', () => {
  const lines: string[] = []
  openLog('silent', { write: (line) => void lines.push(line) })('error', {}, 'nothing')
  expect(lines).toEqual([])
})
