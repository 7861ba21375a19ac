import { z } from 'zod'

const line = (label: string) => z.string().trim().min(1, `请填写${label}。`).max(200)
const lines = z.string().trim().max(20_000).default('')

export const leaderInput = z.object({
  name: line('姓名'),
  post: line('职务'),
  duties: lines,
  career: lines,
  portraitAlt: z.string().trim().max(200).default(''),
  position: z.number().int().min(0).max(1000).default(0),
  shown: z.boolean().default(true),
})
export type LeaderInput = z.infer<typeof leaderInput>

export const departmentKinds = ['internal', 'subordinate'] as const
export const departmentInput = z.object({
  kind: z.enum(departmentKinds).default('internal'),
  duties: lines,
  telephone: z.string().trim().max(100).default(''),
  room: z.string().trim().max(200).default(''),
  shown: z.boolean().default(true),
})
export type DepartmentInput = z.infer<typeof departmentInput>

export const functionsInput = z.object({
  basis: z.string().trim().max(500).default(''),
  body: lines,
})
export type FunctionsInput = z.infer<typeof functionsInput>

/** Unit: bytes. A portrait for a page, not for print. */
export const portraitLimitBytes = 5 * 1024 * 1024
