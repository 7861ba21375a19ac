import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { applicantFaults } from './applicant-rules.ts'
import { builtApplication, builtCase } from './builders.ts'
import { completeApplicant } from './complete-applicant.ts'
import { applicationInput, completionInput } from './contract.ts'
import { readRequest, readSealed } from './read-request.ts'

let platform: Platform
let officer: Staff
beforeAll(async () => {
  platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  officer = await testStaff(platform, 'foi_officer')
})

describe('an answer by fax needs a number to send it to', () => {
  it('is asked for online and at the counter: application_incomplete', async () => {
    expect(applicantFaults(builtApplication({ delivery: 'fax' }), 'online')).toEqual({
      fax: '选择传真送达的，请填写传真号码。',
    })
    await expect(builtCase(platform, officer, '2026-02-26', { delivery: 'fax' })).rejects.toMatchObject({
      code: 'application_incomplete',
      fields: { fax: expect.any(String) },
    })
    expect(applicantFaults(builtApplication({ delivery: 'fax', fax: '010-12345678' }), 'online')).toEqual({})
  })
  it.each(['传真', '12', '010-abc'])('%s is no number', (fax) => {
    expect(applicationInput.safeParse({ ...builtApplication(), fax }).success).toBe(false)
  })
  it('is sealed with the rest, opened with it, mended with it, and reaches an applicant without telephone', async () => {
    const only = { delivery: 'fax', fax: '(010) 8765 4321', telephone: '' } as const
    const { id } = await builtCase(platform, officer, '2026-02-26', only)
    const view = await readRequest(platform, officer, id)
    expect(view.request.lacks).toEqual([])
    expect(JSON.stringify(view)).not.toContain('8765')
    expect((await readSealed(platform, officer, id)).applicant?.fax).toBe(only.fax)
    const mended = { identityKind: 'identity_card', fax: '010-11112222', reason: '号码有误' }
    await completeApplicant(platform, officer, id, completionInput.parse(mended))
    expect((await readSealed(platform, officer, id)).applicant?.fax).toBe('010-11112222')
  })
  it('stands on the form and on the printed one', async () => {
    const app = await createApp(platform)
    const form = (await app.inject('/requests/new?kind=natural_person')).body
    expect(form).toContain('name="fax"')
    expect((await app.inject('/requests/form')).body).toContain('传真号码')
    await app.close()
  })
})
