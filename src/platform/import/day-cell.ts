import { z } from 'zod'
import { day, isDay } from '#platform/clock'

/** A day of an import file: text that begins with YYYY-MM-DD, or a sheet's date. `name`: the column, for the reason. */
export const dayCell = (name: string) =>
  z.union([z.string(), z.date()]).transform((value, context) => {
    const text = value instanceof Date ? value.toISOString().slice(0, 10) : value.trim().slice(0, 10)
    if (isDay(text)) return day(text)
    context.addIssue({ code: 'custom', message: `${name} is not a day (YYYY-MM-DD)` })
    return z.NEVER
  })

/** An absent cell of a table is an empty text, of JSON a null. */
export const optionalCell = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional())
