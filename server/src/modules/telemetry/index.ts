/** 物联: what devices at components say, and what becomes of it. */
export { addDevice, type WithKey } from './commands/devices.ts'
export { changeRule } from './commands/rules.ts'
export { type History, writeHistory } from './commands/write-history.ts'
export { type Broker, openBroker } from './ingest/broker.ts'
export { hear } from './ingest/hear.ts'
