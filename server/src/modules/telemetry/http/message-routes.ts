import { type Route, route } from '#platform/route'
import { takeMessages } from '../commands/take-messages.ts'
import { DevicePath, ReadingsBody, ReadingsReceipt } from './schemas.ts'

const header = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

/** Where devices without MQTT say what they measured. */
export const messageRoutes: Route[] = [
  route({
    method: 'post',
    path: '/api/public/devices/{id}/readings',
    operation: 'takeReadings',
    tag: 'telemetry',
    say: {
      zh: '设备上报读数（头 x-device-key 带密钥）；存好才回答，重发不会重复',
      en: 'A device tells its readings (key in the header x-device-key); answered when they are kept, harmless when sent again',
    },
    access: 'public',
    scope: 'none',
    params: DevicePath,
    body: ReadingsBody,
    answers: { 200: ReadingsReceipt },
    write: 'none',
    limit: 6000,
    bodyLimit: 65_536,
    handle: (ctx, { params, body, http }) =>
      takeMessages(ctx, params.id, header(http.headers['x-device-key']), 'messages' in body ? body.messages : [body]),
  }),
]
