/** Editions of the report's form. Source: rules.md 2.1. */
export const forms = ['2014', '2019', '2021'] as const
export type Form = (typeof forms)[number]

/** Which form a year is written on: 2014 to 2018, 国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号. */
export function formOf(year: number): Form {
  if (year <= 2018) return '2014'
  return year <= 2020 ? '2019' : '2021'
}
