import { z } from 'zod'
import { type Day, isDay } from './day.ts'

/** A day as forms, addresses and files send it. */
export const dayInput = z.iso
  .date('请填写 1900 年至 2199 年之间的日期，例如 2019-05-15。')
  .refine(isDay, '请填写 1900 年至 2199 年之间的日期，例如 2019-05-15。')
  .transform((text) => text as Day)

/** A moment with its offset, in the same years. */
export const instantInput = z.iso
  .datetime({ offset: true, error: '请填写日期和时间。' })
  .refine((text) => isDay(text.slice(0, 10)), '请填写 1900 年至 2199 年之间的日期和时间。')
