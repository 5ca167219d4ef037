import { z } from 'zod'
import { created, type Route, route } from '#platform/route'
import { changeKind, changeSmallPlace, enterSmallPlace } from '../commands/small-places.ts'
import { keepers, readers } from '../domain/permit.ts'
import { kindsIn, profile, search, smallPlace, smallPlaces } from '../queries/places.ts'
import {
  Id,
  KindBody,
  KindCode,
  KindList,
  ProfileCard,
  Scope,
  SearchList,
  SearchQuery,
  SmallPlaceBody,
  SmallPlaceCard,
  SmallPlaceList,
  SmallPlacePatch,
  SmallPlaceQuery,
} from './schemas.ts'

const Within = z.strictObject({ area: Scope.optional() })
const read = { method: 'get', tag: 'places', access: readers, scope: 'area' } as const

/** 九小场所 and their dictionary (002-65). */
const ofSmallPlaces: Route[] = [
  route({
    ...read,
    path: '/api/places/small',
    operation: 'listSmallPlaces',
    say: { zh: '列出九小场所', en: 'List small places' },
    query: SmallPlaceQuery,
    answers: { 200: SmallPlaceList },
    handle: (ctx, { query }) => smallPlaces(ctx, query),
  }),
  route({
    method: 'post',
    path: '/api/places/small',
    operation: 'enterSmallPlace',
    tag: 'places',
    say: { zh: '登记一家小场所', en: 'Enter a small place' },
    access: keepers,
    scope: 'area',
    body: SmallPlaceBody,
    answers: { 201: SmallPlaceCard },
    again: (ctx, id) => smallPlace(ctx, id),
    handle: async (ctx, { body }) => {
      const id = await enterSmallPlace(ctx, body)
      return created(id, await smallPlace(ctx, id))
    },
  }),
  route({
    ...read,
    path: '/api/places/small/{id}',
    operation: 'getSmallPlace',
    say: { zh: '一家小场所', en: 'One small place' },
    params: Id,
    answers: { 200: SmallPlaceCard },
    handle: (ctx, { params }) => smallPlace(ctx, params.id),
  }),
  route({
    method: 'patch',
    path: '/api/places/small/{id}',
    operation: 'changeSmallPlace',
    tag: 'places',
    say: { zh: '修改一家小场所：类型、周期、上次检查、停业', en: 'Change a small place: kind, cycle, last inspection, closed' },
    access: keepers,
    scope: 'area',
    params: Id,
    body: SmallPlacePatch,
    answers: { 200: SmallPlaceCard },
    again: (ctx, _id, { params }) => smallPlace(ctx, params.id),
    handle: async (ctx, { params, body }) => {
      await changeSmallPlace(ctx, params.id, body)
      return smallPlace(ctx, params.id)
    },
  }),
  route({
    ...read,
    path: '/api/places/kinds',
    operation: 'listPlaceKinds',
    say: { zh: '这里的小场所类型、检查周期和家数', en: 'The kinds of small places here, their cycles and how many there are' },
    query: Within,
    answers: { 200: KindList },
    handle: (ctx, { query }) => kindsIn(ctx, query.area),
  }),
  route({
    method: 'put',
    path: '/api/places/kinds/{code}',
    operation: 'changePlaceKind',
    tag: 'places',
    say: { zh: '设定一个地区的小场所类型', en: 'Set a kind of small place for an area' },
    access: ['systemAdmin'],
    scope: 'area',
    params: KindCode,
    body: KindBody,
    answers: { 200: KindList },
    again: (ctx, _id, { body }) => kindsIn(ctx, body.area),
    handle: async (ctx, { params, body }) => {
      await changeKind(ctx, params.code, body)
      return kindsIn(ctx, body.area)
    },
  }),
]

/** The small places with what is asked of all places: the difficulty profile (004-08) and the search. */
export const smallPlaceRoutes: Route[] = [
  ...ofSmallPlaces,
  route({
    ...read,
    path: '/api/places/profile',
    operation: 'getDifficultyProfile',
    say: { zh: '一个地区的“五多”情况，按台账数出来', en: 'The five kinds of difficulty of an area, counted from the registers' },
    query: Within,
    answers: { 200: ProfileCard },
    handle: (ctx, { query }) => profile(ctx, query.area),
  }),
  route({
    ...read,
    path: '/api/places/search',
    operation: 'findRegisteredPlaces',
    say: { zh: '找地方：汉字、拼音首字母、门牌、信用代码', en: 'Find places by Chinese words, pinyin initials, numbers or credit code' },
    query: SearchQuery,
    answers: { 200: SearchList },
    handle: (ctx, { query }) => search(ctx, query.q, query.area, query.limit),
  }),
]
