export { covers, isCode, type Level, levelOf, padded, parentOf, pathOf, regionOfArea, scopeOf } from './domain/code.ts'
export { gridName } from './domain/numbering.ts'
