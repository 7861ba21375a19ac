import { type RefusalCatalogue, refuser } from '#platform'

export const refusals = {
  notice_days_wrong: { status: 422, text: '通知中有日期不正确，请按提示修改后再预览。' },
  notice_year_gap: {
    status: 422,
    text: '中间还有年份没有载入通知，请先载入前一年的放假通知，再载入这一年的。',
  },
  notice_unchanged: { status: 409, text: '这份通知与现行日历完全相同，不需要载入。' },
  notice_preview_old: {
    status: 409,
    text: '预览之后日历已被其他人修改，请重新预览，确认变化后再载入。您填写的内容没有丢失。',
  },
  notice_file_unreadable: {
    status: 422,
    text: '读不了这个文件，请使用 JSON、CSV 或 XLSX，第一行是列名（日期、类型、名称）。',
  },
} satisfies RefusalCatalogue

export const refuse = refuser(refusals)
