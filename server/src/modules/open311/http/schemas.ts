import { z } from 'zod'
import { formats } from './format.ts'

const Format = z.enum(formats)
const Text = z.union([z.string(), z.number(), z.array(z.string())]).optional()

export const FormatParam = z.strictObject({ format: Format })
export const CodeParam = z.strictObject({ code: z.string().max(20), format: Format })
export const NumberParam = z.strictObject({ id: z.string().max(60), format: Format })
export const TokenParam = z.strictObject({ token: z.string().max(60), format: Format })

/** Unknown parameters are let pass, as clients of other cities send them. */
export const ListQuery = z.looseObject({
  service_request_id: Text,
  service_code: Text,
  start_date: Text,
  end_date: Text,
  status: Text,
  page: Text,
  page_size: Text,
  jurisdiction_id: Text,
})

export const PostBody = z.looseObject({
  api_key: Text,
  jurisdiction_id: Text,
  service_code: Text,
  lat: Text,
  long: Text,
  address_string: Text,
  address_id: Text,
  first_name: Text,
  last_name: Text,
  phone: Text,
  description: Text,
  media_url: Text,
})

export const Services = z
  .array(
    z.object({
      service_code: z.string(),
      service_name: z.string(),
      description: z.string(),
      metadata: z.boolean(),
      type: z.literal('realtime'),
      keywords: z.string(),
      group: z.string(),
    }),
  )
  .meta({ id: 'Open311Services' })

export const Definition = z
  .object({
    service_code: z.string(),
    attributes: z.array(
      z.object({
        variable: z.boolean(),
        code: z.string(),
        datatype: z.string(),
        required: z.boolean(),
        datatype_description: z.string().nullable(),
        order: z.number().int(),
        description: z.string(),
        values: z.array(z.object({ key: z.string(), name: z.string() })),
      }),
    ),
  })
  .meta({ id: 'Open311Definition' })

export const Requests = z
  .array(
    z.object({
      service_request_id: z.string(),
      status: z.enum(['open', 'closed']),
      status_notes: z.string(),
      service_name: z.string(),
      service_code: z.string(),
      description: z.string().nullable(),
      agency_responsible: z.string(),
      service_notice: z.string(),
      requested_datetime: z.string(),
      updated_datetime: z.string(),
      expected_datetime: z.string().nullable(),
      address: z.string(),
      address_id: z.string(),
      zipcode: z.null(),
      lat: z.number().nullable(),
      long: z.number().nullable(),
      media_url: z.string().nullable(),
    }),
  )
  .meta({ id: 'Open311Requests' })

export const Posted = z
  .array(
    z.object({
      service_request_id: z.string(),
      service_notice: z.string(),
      account_id: z.null(),
      expected_datetime: z.string().nullable(),
      agency_responsible: z.string(),
    }),
  )
  .meta({ id: 'Open311Posted' })

export const Tokens = z.array(z.object({ service_request_id: z.string(), token: z.string() })).meta({ id: 'Open311Tokens' })

export const Discovery = z
  .object({
    changeset: z.string(),
    contact: z.string(),
    key_service: z.string(),
    endpoints: z.array(
      z.object({ specification: z.string(), url: z.string(), changeset: z.string(), type: z.string(), formats: z.array(z.string()) }),
    ),
  })
  .meta({ id: 'Open311Discovery' })
