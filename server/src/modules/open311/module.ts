import type { Module } from '#platform/module'
import { open311Routes } from './http/routes.ts'

export default { name: 'open311', routes: open311Routes } satisfies Module
