import type { NounKind } from '#mechanisms/flow'
import type { Component } from '../domain/component.ts'
import { componentFlow } from '../domain/component-flow.ts'

/** The table of components, as the flow mechanism writes it. */
export const componentKind: NounKind<Component> = {
  flow: componentFlow,
  table: 'components.component',
  columns: [
    'region',
    'id',
    'version',
    'state',
    'area',
    'clocks',
    'tick_at',
    'due_at',
    'code',
    'former_code',
    'name',
    'initials',
    'type',
    'lon',
    'lat',
    'spot',
    'datum',
    'line',
    'metres',
    'unit_grid',
    'place_words',
    'supervisor',
    'owner',
    'keeper',
    'since',
    'changed_on',
    'data_origin',
    'remark',
    'dwelling',
    'origin',
    'origin_id',
    'run',
  ],
  told: (one) => ({ code: one.code, type: one.type }),
}
