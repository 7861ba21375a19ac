import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { CalendarGap } from '#calendar'
import { type Command, Refusal } from '#platform'
import { day, isDay } from '#platform/clock'
import type { Db } from '#platform/db'
import { lawText } from '#platform/law'
import { clockEvent } from './clock/event.ts'
import { explainDueDate } from './clock/explain.ts'
import { dayInWords, provisionalWords, stepInWords, waitingWords } from './clock/in-words.ts'
import { judgeEvents } from './clock/judge.ts'
import { rulePackFor, rulePacks } from './clock/rule-pack.ts'
import { type CaseDue, caseCalendar, restsOnUnknown } from './events.ts'
import { valuesOn } from './uncertain/value-store.ts'
import { withValues } from './uncertain/values.ts'

class BadArguments extends Error {}

export const dueCommand: Command = {
  name: 'due',
  usage: 'due --received DAY [--rules 492|711] [--events FILE] [--json]',
  summary: 'a due date of a disclosure request, explained day by day',
  run: async ({ db }, args) => {
    try {
      const { json, due } = await read(db, args)
      process.stdout.write(json ? `${JSON.stringify(due)}\n` : explained(due))
      return 0
    } catch (error) {
      if (!(error instanceof BadArguments || error instanceof Refusal || error instanceof CalendarGap))
        throw error
      process.stderr.write(`gongkai: ${error.message}\n`)
      return error instanceof BadArguments ? 2 : 1
    }
  },
}

async function read(db: Db, args: readonly string[]): Promise<{ json: boolean; due: CaseDue }> {
  const { values } = parsed(args)
  const received = values.received ?? ''
  if (!isDay(received)) throw new BadArguments('--received needs a day, as 2019-05-15')
  if (values.rules !== undefined && !(values.rules in rulePacks))
    throw new BadArguments('--rules is 492 or 711')
  const receivedOn = day(received)
  if (values.rules === undefined && receivedOn < rulePacks['492'].inForceFrom)
    throw new BadArguments('no rules were in force before 2008-05-01')
  const rules = values.rules ? rulePacks[values.rules as keyof typeof rulePacks] : rulePackFor(receivedOn)
  const uncertain = await valuesOn(db, receivedOn)
  const pack = uncertain ? withValues(rules, uncertain) : rules
  const calendar = await caseCalendar(db)
  const events = values.events ? readEvents(values.events) : []
  judgeEvents(calendar, pack, receivedOn, events)
  const due = explainDueDate(calendar, pack, receivedOn, events)
  const provisional = restsOnUnknown(due, calendar.knownUntil)
  return { json: values.json ?? false, due: { ...due, provisional } }
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const
  const options = { received: text, rules: text, events: text, json: { type: 'boolean' } } as const
  try {
    return parseArgs({ args: [...args], options })
  } catch (error) {
    throw new BadArguments((error as Error).message)
  }
}

/** A JSON array, or JSON Lines. */
function readEvents(file: string) {
  try {
    const text = readFileSync(file, 'utf8').trim()
    const rows = text.startsWith('[')
      ? JSON.parse(text)
      : text
          .split('\n')
          .filter(Boolean)
          .map((row) => JSON.parse(row))
    return z.array(clockEvent).parse(rows)
  } catch (error) {
    throw new BadArguments(`--events ${file}: ${(error as Error).message}`)
  }
}

function explained(due: CaseDue): string {
  const steps = due.steps.map((step) => `  ${stepInWords(step, { names: true })}（${lawText(step.law)}）`)
  const days = due.days.map((counted) => {
    const number = counted.number === null ? '  —' : String(counted.number).padStart(3)
    const words = counted.reason === 'weekday' ? '' : dayInWords(counted)
    return `  ${counted.day}  ${number}  ${words}`.trimEnd()
  })
  const end = due.dueOn
    ? `答复期限：${due.dueOn}`
    : `期限尚未起算：${due.waitsFor ? waitingWords[due.waitsFor] : ''}`
  const provisional = provisionalWords(due)
  const head = [`适用：${due.rulesName}（${lawText(due.law)}）`, '经过：', ...steps]
  const count = days.length ? [`自 ${due.countedFrom} 的次日起 ${due.workingDays} 个工作日：`, ...days] : []
  return `${[...head, ...count, end, ...(provisional ? [`（${provisional}）`] : [])].join('\n')}\n`
}
