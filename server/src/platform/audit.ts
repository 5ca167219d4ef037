/** The audit trail: who did what outside the life of a noun, sealed every minute in hash-chained blocks. */
import { auditRoutes } from './audit/routes.ts'
import { sealAudit } from './audit/seal.ts'
import { entrySource, type SealedSource } from './audit/source.ts'
import { allNames, type Naming } from './audit/values.ts'
import type { Module } from './module.ts'

export { type Act, audit, auditIn } from './audit/entry.ts'
export type { Fact, Facts } from './audit/facts.ts'
export { sealAudit } from './audit/seal.ts'
export { entrySource, type SealedSource } from './audit/source.ts'
export { fromTables, type NameOf, type Naming } from './audit/values.ts'
export { type BrokenBlock, verifyChain } from './audit/verify.ts'

/** The audit's routes and its job, over the audit's own rows and what else is sealed with them (the traces of flows); `namings` say what codes are called. */
export function auditModule(others: readonly SealedSource[], namings: readonly Naming[]): Module {
  const sources = [entrySource, ...others]
  return {
    name: 'audit',
    routes: auditRoutes(sources, allNames(namings)),
    jobs: [{ name: 'audit.seal', every: 60, run: async (ctx) => void (await sealAudit(ctx, sources)) }],
  }
}
