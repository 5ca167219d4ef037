import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../../../../..')

const options: ts.CompilerOptions = {
  ...ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile).config, ts.sys, root).options,
  composite: false,
  noEmit: true,
  rewriteRelativeImportExtensions: false,
  allowImportingTsExtensions: true,
}

/** Compiles the texts as if they lay in this folder, in one program; gives what the compiler says of each. */
function compiled(texts: readonly string[]): string[][] {
  const files = new Map(texts.map((text, i) => [join(here, `planted-${i}.ts`), text]))
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (name) => files.has(name) || fileExists(name)
  host.readFile = (name) => files.get(name) ?? ts.sys.readFile(name)
  host.getSourceFile = (name, version) => {
    const text = files.get(name)
    return text === undefined ? getSourceFile(name, version) : ts.createSourceFile(name, text, version)
  }
  const program = ts.createProgram([...files.keys()], options, host)
  return [...files.keys()].map((name) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(name)).map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n')),
  )
}

const zhangwu = readFileSync(join(here, 'zhangwu-order.ts'), 'utf8')

function zhangwuWith(from: string, to: string): string {
  expect(zhangwu.split(from)).toHaveLength(2)
  return zhangwu.replace(from, () => to)
}

/** Each planted fault, and what the compiler must say of it. */
const planted: readonly [name: string, text: string, says: RegExp | null][] = [
  ['the flow as it is', zhangwu, null],
  [
    'a state nobody reaches',
    zhangwuWith(
      "done: { say: say('已办好', 'Done'), final: true },",
      "done: { say: say('已办好', 'Done'), final: true },\n    lost: { say: say('丢了', 'Lost') },",
    ),
    /nobody reaches this state[^]*"lost"/,
  ],
  [
    'a state that is left but never reached',
    zhangwuWith('moves: {', "moves: {\n    find: move({ say: say('找回', 'Find'), from: 'lost', to: 'accepted', by: branch }),").replace(
      "done: { say: say('已办好', 'Done'), final: true },",
      "done: { say: say('已办好', 'Done'), final: true },\n    lost: { say: say('丢了', 'Lost') },",
    ),
    /nobody reaches this state[^]*"lost"/,
  ],
  ['a move nobody may make', zhangwuWith('by: [requester, branch]', 'by: []'), /Type '\[\]' is not assignable[^]*Who<Errand>/],
  ['a move without anybody', zhangwuWith("to: 'accepted', by: branch }", "to: 'accepted' }"), /Property 'by' is missing/],
  [
    'a clock that runs in every state',
    zhangwuWith("during: ['accepted'] })", "during: ['requested', 'accepted', 'taken', 'waitingForRequester', 'done'] })"),
    /this clock is never stopped[^]*"take"/,
  ],
  [
    'a clock that no move stops',
    zhangwuWith("during: ['accepted'] })", "during: ['done', 'accepted', 'taken'], pausedIn: ['waitingForRequester'] })"),
    /this clock is never stopped[^]*"take"/,
  ],
  ['a move to a state that is not there', zhangwuWith("from: 'requested', to: 'accepted'", "from: 'requested', to: 'acepted'"), /acepted/],
  ['a clock in a state that is not there', zhangwuWith("during: ['accepted'] })", "during: ['acepted'] })"), /acepted/],
  ['a first state that is not there', zhangwuWith("initial: 'requested'", "initial: 'start'"), /start/],
  ['a change of a field that the noun has not', zhangwuWith('changes: byWhom', 'changes: () => ({ takr: null })'), /takr/],
]

describe('what is no program', () => {
  const said = compiled(planted.map(([, text]) => text))

  it.each(planted.map(([name, , says], i) => [name, says, said[i] ?? []] as const))('%s', (_name, says, messages) => {
    if (says === null) expect(messages).toEqual([])
    else expect(messages.join('\n')).toMatch(says)
  })
})
