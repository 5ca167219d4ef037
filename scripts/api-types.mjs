// Writes the types of the API client from the contract, docs/openapi.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { at } from './ground/paths.mjs'

const generator = createRequire(at('packages', 'api', 'package.json')).resolve('openapi-typescript')
const { default: found } = await import(pathToFileURL(generator).href)
const { default: openapiTypes, astToString } = found
const contract = JSON.parse(readFileSync(at('docs', 'openapi.json'), 'utf8'))
const types = astToString(await openapiTypes(contract, { alphabetize: true }))
mkdirSync(at('packages', 'api', 'src'), { recursive: true })
writeFileSync(
  at('packages', 'api', 'src', 'schema.d.ts'),
  `// Generated from docs/openapi.json by scripts/api-types.mjs; not committed.\n${types}`,
)
