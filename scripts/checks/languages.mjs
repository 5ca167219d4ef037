import ts from 'typescript'
import { sources } from './sources.mjs'

const han = /\p{Script=Han}/u
/** Chinese takes the wide comma, semicolon, colon, question and exclamation mark (GB/T 15834). */
const narrow = /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u
const letters = /\p{L}{2,}/u
const spoken = new Set(['title', 'placeholder', 'label', 'alt', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext'])

/** The words of a literal, with a mark for each hole; null for what is computed. @param {ts.Expression} node @returns {string | null} */
function wordsOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map((span) => `{}${span.literal.text}`).join('')
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [wordsOf(node.left), wordsOf(node.right)]
    return left === null || right === null ? null : left + right
  }
  return null
}

/** @param {ts.ObjectLiteralExpression} node @param {string} name */
function property(node, name) {
  return node.properties.find(
    (one) => one.name !== undefined && (ts.isIdentifier(one.name) || ts.isStringLiteral(one.name)) && one.name.text === name,
  )
}

/** What is wrong with a pair of texts. @param {string | null} zh @param {string | null} en */
function wrongPair(zh, en) {
  const spokenZh = zh?.replaceAll(/\{\{\w+\}\}|\{\}/g, '') ?? null
  if ((zh?.trim() === '') !== (en?.trim() === '')) return 'a language is empty'
  if (spokenZh !== null && !han.test(spokenZh) && /[a-z]{4,}/.test(spokenZh)) return 'no Chinese in the Chinese'
  if (spokenZh !== null && narrow.test(spokenZh)) return 'narrow punctuation in the Chinese'
  if (en !== null && han.test(en) && !/[a-z]/i.test(en)) return 'no English in the English'
  return null
}

/** @param {ts.ObjectLiteralExpression} node @returns {string | null} */
function wrongObject(node) {
  const [zh, en] = [property(node, 'zh'), property(node, 'en')]
  if (zh === undefined && en === undefined) return null
  const one = zh ?? en
  if (one === undefined || !ts.isPropertyAssignment(one)) return null
  if (zh === undefined || en === undefined)
    return wordsOf(one.initializer) === null ? null : `only ${zh === undefined ? 'English' : 'Chinese'}`
  if (!ts.isPropertyAssignment(zh) || !ts.isPropertyAssignment(en)) return null
  return wrongPair(wordsOf(zh.initializer), wordsOf(en.initializer))
}

/** Words that a person would read in one language alone. @param {ts.Node} node @returns {string | null} */
function bareWords(node) {
  if (ts.isJsxText(node) && letters.test(node.text)) return node.text.trim()
  if (
    ts.isJsxAttribute(node) &&
    spoken.has(node.name.getText()) &&
    node.initializer !== undefined &&
    ts.isStringLiteral(node.initializer) &&
    letters.test(node.initializer.text)
  ) {
    return node.initializer.text
  }
  const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
  if (isText && han.test(node.text) && !insidePair(node)) return node.text
  return null
}

const asksLanguage = /['"](zh|en)['"]/

/** True where the other language stands beside: a pair, two arguments, a choice by language. @param {ts.Node} node */
function insidePair(node) {
  for (let one = node.parent, from = node; one !== undefined; from = one, one = one.parent) {
    if ((ts.isPropertyAssignment(one) || ts.isVariableDeclaration(one)) && /^['"]?(zh|en)['"]?$/.test(one.name.getText())) return true
    if (ts.isConditionalExpression(one) && asksLanguage.test(one.condition.getText())) return true
    if (ts.isIfStatement(one) && asksLanguage.test(one.expression.getText())) return true
    if (
      ts.isCallExpression(one) &&
      one.arguments.some((beside) => beside !== from && ts.isStringLiteral(beside) && /^[a-z ]+$/i.test(beside.text))
    )
      return true
  }
  return false
}

/**
 * Walks one file and hands over what was found, with the number of pairs.
 * @param {import('./sources.mjs').Source} source
 */
export function look({ path, text }) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  /** @type {string[]} */
  const pairs = []
  /** @type {string[]} */
  const bare = []
  let count = 0
  /** @param {ts.Node} node */
  const visit = (node) => {
    const where = () => `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
    if (ts.isObjectLiteralExpression(node)) {
      if (property(node, 'zh') !== undefined) count++
      const wrong = wrongObject(node)
      if (wrong !== null) pairs.push(`${where()}: ${wrong}`)
    }
    const words = bareWords(node)
    if (words !== null) bare.push(`${where()}: ${words.slice(0, 60)}`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return { pairs, bare, count }
}

/** Every text is there in both languages. @returns {import('../ground/tally.mjs').Finding[]} */
export function languages() {
  const files = sources(/^(server\/src|apps\/[^/]+\/src|packages\/[^/]+\/src)\/.*\.tsx?$/).filter(
    ({ path }) => !/\.test\.tsx?$|\/test\/|\.d\.ts$/.test(path),
  )
  const looked = files.map((source) => ({ path: source.path, ...look(source) }))
  const faces = looked.filter(({ path }) => !path.startsWith('server/'))
  const count = looked.reduce((sum, one) => sum + one.count, 0)
  return [
    {
      name: `texts are in Chinese and in English (${count})`,
      problems: count === 0 ? ['no text was found'] : looked.flatMap((one) => one.pairs),
    },
    { name: 'no words on a screen beside the tables of words', problems: faces.flatMap((one) => one.bare) },
  ]
}
