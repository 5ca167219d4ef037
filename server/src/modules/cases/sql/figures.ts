import { countingSource } from '#mechanisms/flow'
import type { Subject } from '#mechanisms/metric'
import { counters } from '../domain/figures/counters.ts'
import { caseKind, orderKind } from './kinds.ts'

/** Cases and their orders, as they are counted. */
export const caseSubject: Subject = { name: 'case', counters, sources: [countingSource(caseKind), countingSource(orderKind)] }
