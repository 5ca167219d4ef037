import type { Module } from '#platform/module'

export default { name: 'areas', routes: [] } satisfies Module
