import { palette } from '@linli/ui'
import type { Scheme } from '@linli/ui'
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'

type Palette = (typeof palette)[Scheme]

/** Grids: thin lines, their names from near by, the chosen one lit. */
function gridLayers(c: Palette): LayerSpecification[] {
  return [
    { id: 'paper', type: 'background', paint: { 'background-color': c.paper } },
    { id: 'grid-fill', type: 'fill', source: 'grids', paint: { 'fill-color': c.surface } },
    { id: 'grid-lit', type: 'fill', source: 'grids', filter: ['==', ['get', 'code'], ''], paint: { 'fill-color': c.pressSoft } },
    {
      id: 'grid-line',
      type: 'line',
      source: 'grids',
      paint: { 'line-color': c.edge, 'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.4, 15, 1.2] },
    },
    {
      id: 'grid-name',
      type: 'symbol',
      source: 'names',
      minzoom: 13,
      layout: { 'text-field': ['get', 'name'], 'text-size': 12, 'text-font': ['sans-serif'], 'text-max-width': 8 },
      paint: { 'text-color': c.quiet, 'text-halo-color': c.surface, 'text-halo-width': 1.5 },
    },
  ]
}

/** Matters: dots, larger where several lie together. */
function matterLayers(c: Palette): LayerSpecification[] {
  const rim = { 'circle-stroke-color': c.surface, 'circle-stroke-width': 1.5 }
  const tone = ['case', ['==', ['get', 'late'], true], c.late, c.press] as never
  return [
    {
      id: 'cluster',
      type: 'circle',
      source: 'matters',
      filter: ['>', ['get', 'count'], 1],
      paint: {
        'circle-stroke-color': ['case', ['==', ['get', 'late'], true], c.late, c.surface],
        'circle-stroke-width': ['case', ['==', ['get', 'late'], true], 3, 1.5],
        'circle-color': c.press,
        'circle-radius': ['interpolate', ['linear'], ['log10', ['get', 'count']], 0, 11, 2, 18, 4, 26],
      },
    },
    {
      id: 'cluster-count',
      type: 'symbol',
      source: 'matters',
      filter: ['>', ['get', 'count'], 1],
      layout: { 'text-field': ['to-string', ['get', 'count']], 'text-size': 12, 'text-font': ['sans-serif'], 'text-allow-overlap': true },
      paint: { 'text-color': c.onPress },
    },
    {
      id: 'matter',
      type: 'circle',
      source: 'matters',
      filter: ['<=', ['get', 'count'], 1],
      paint: { ...rim, 'circle-color': tone, 'circle-radius': 6 },
    },
    { id: 'mark', type: 'circle', source: 'mark', paint: { ...rim, 'circle-color': c.late, 'circle-radius': 8 } },
  ]
}

/** A map without tiles: the paper, the grids, the matters; labels come from the fonts of this computer. */
export function styleOf(scheme: Scheme): StyleSpecification {
  const c = palette[scheme]
  const nothing = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } as const
  return {
    version: 8,
    sources: { grids: nothing, names: nothing, matters: nothing, mark: nothing },
    layers: [...gridLayers(c), ...matterLayers(c)],
  }
}
