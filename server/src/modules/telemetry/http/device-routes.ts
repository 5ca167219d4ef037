import { created, type Route, route } from '#platform/route'
import { addDevice, changeDevice, endDevice, revokeKeys, rotateKey } from '../commands/devices.ts'
import { graceOfKeyMs } from '../domain/device.ts'
import { readers } from '../domain/permit.ts'
import { getDevice, listDevices, readingsOf } from '../queries/devices.ts'
import {
  DeviceBody,
  DeviceCard,
  DeviceList,
  DevicePatch,
  DevicePath,
  DeviceQuery,
  DeviceWithKey,
  Done,
  KeyChanged,
  Readings,
  ReadingsQuery,
} from './schemas.ts'

const keyHours = graceOfKeyMs / 3_600_000

/** Devices: seen by those who handle what comes of them, kept by the system administrator of the area. */
export const deviceRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/devices',
    operation: 'listDevices',
    tag: 'telemetry',
    say: { zh: '列出物联设备和它们最近的读数', en: 'List devices with what they said last' },
    access: readers,
    scope: 'area',
    query: DeviceQuery,
    answers: { 200: DeviceList },
    handle: (ctx, { query }) => listDevices(ctx, query),
  }),
  route({
    method: 'post',
    path: '/api/devices',
    operation: 'addDevice',
    tag: 'telemetry',
    say: { zh: '登记设备，密钥只显示这一次', en: 'Enter a device; its key is shown this once' },
    access: ['systemAdmin'],
    scope: 'area',
    body: DeviceBody,
    answers: { 201: DeviceWithKey },
    again: async (ctx, id) => ({ device: await getDevice(ctx, id), key: null }),
    handle: async (ctx, { body }) => {
      const { device, key } = await addDevice(ctx, body)
      return created(device.id, { device: await getDevice(ctx, device.id), key })
    },
  }),
  route({
    method: 'get',
    path: '/api/devices/{id}',
    operation: 'getDevice',
    tag: 'telemetry',
    say: { zh: '查看一个设备', en: 'Look at a device' },
    access: readers,
    scope: 'area',
    params: DevicePath,
    answers: { 200: DeviceCard },
    handle: (ctx, { params }) => getDevice(ctx, params.id),
  }),
  route({
    method: 'get',
    path: '/api/devices/{id}/readings',
    operation: 'listReadings',
    tag: 'telemetry',
    say: { zh: '查看一个量最近的读数', en: 'Read the last values of one measure' },
    access: readers,
    scope: 'area',
    params: DevicePath,
    query: ReadingsQuery,
    answers: { 200: Readings },
    handle: async (ctx, { params, query }) => ({ items: await readingsOf(ctx, params.id, query.measure, query.hours) }),
  }),
  route({
    method: 'patch',
    path: '/api/devices/{id}',
    operation: 'changeDevice',
    tag: 'telemetry',
    say: { zh: '改设备的名称、部件或位置', en: 'Change the name, component or place of a device' },
    access: ['systemAdmin'],
    scope: 'area',
    params: DevicePath,
    body: DevicePatch,
    answers: { 200: DeviceCard },
    again: (ctx, _id, { params }) => getDevice(ctx, params.id),
    handle: async (ctx, { params, body }) => {
      await changeDevice(ctx, params.id, body)
      return getDevice(ctx, params.id)
    },
  }),
  route({
    method: 'delete',
    path: '/api/devices/{id}',
    operation: 'endDevice',
    tag: 'telemetry',
    say: { zh: '停用设备，读数和报警保留', en: 'Take a device out of service; readings and alarms stay' },
    access: ['systemAdmin'],
    scope: 'area',
    params: DevicePath,
    answers: { 200: Done },
    handle: async (ctx, { params }) => {
      await endDevice(ctx, params.id)
      return { id: params.id }
    },
  }),
  route({
    method: 'post',
    path: '/api/devices/{id}/key',
    operation: 'rotateDeviceKey',
    tag: 'telemetry',
    say: {
      zh: '换密钥：新的只显示这一次，旧的再用 24 小时',
      en: 'Change the key: the new one is shown this once, the old one opens for 24 hours',
    },
    access: ['systemAdmin'],
    scope: 'area',
    params: DevicePath,
    answers: { 201: KeyChanged },
    again: async (_ctx, id) => ({ id, key: null, oldEndsInHours: keyHours }),
    handle: async (ctx, { params }) => {
      const { key } = await rotateKey(ctx, params.id)
      return created(params.id, { id: params.id, key, oldEndsInHours: keyHours })
    },
  }),
  route({
    method: 'delete',
    path: '/api/devices/{id}/key',
    operation: 'revokeDeviceKeys',
    tag: 'telemetry',
    say: { zh: '作废设备的全部密钥，立即生效', en: 'Revoke all keys of a device at once' },
    access: ['systemAdmin'],
    scope: 'area',
    params: DevicePath,
    answers: { 200: Done },
    handle: async (ctx, { params }) => {
      await revokeKeys(ctx, params.id)
      return { id: params.id }
    },
  }),
]
