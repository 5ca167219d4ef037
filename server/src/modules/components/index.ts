/** 城市部件: the register of city components, each with its card (002-64, 002-67). */
export { registerComponent } from './commands/register.ts'
export { type Seeded, seedComponents } from './commands/seed.ts'
export { moveComponent } from './commands/move-component.ts'
export { codeOf, type ComponentCode, readCode } from './domain/code.ts'
export type { Component } from './domain/component.ts'
export { componentView } from './queries/component-view.ts'
export { nearestComponents } from './queries/nearest.ts'
export { findByCode as findComponentByCode } from './sql/store.ts'
