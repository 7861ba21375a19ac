import { type Finding, isPolicyKind } from '../contract.ts'
import type { RevisionContent } from '../revision.ts'

/** The section's own page tags, and whether it still takes items. */
export type CheckedSection = {
  name: string
  description: string
  keywords: string
  columnType: string
  open: boolean
}

/** Fields the page tags, the repost rule and the policy catalogue need. Source: rules.md 3.3 and 3.4. */
export function checkRequiredFields(
  content: RevisionContent,
  context: { section: CheckedSection; subjectCategories: ReadonlySet<string> },
): Finding[] {
  return [
    ...reposting(content),
    ...pageTags(content, context.section),
    ...openness(content),
    ...policy(content),
    ...catalogue(content, context.subjectCategories),
    ...emptiness(content),
  ]
}

function reposting(content: RevisionContent): Finding[] {
  if (content.origin !== 'repost') return []
  return [
    content.sourceName ? undefined : error('source_name_missing', '转载信息须注明来源名称。'),
    content.sourceUrl ? undefined : error('source_url_missing', '转载信息须填写原文网址。'),
    content.originallyPublishedOn
      ? undefined
      : error('original_date_missing', '转载信息须填写原文发布日期。'),
  ].filter((finding) => finding !== undefined)
}

function pageTags(content: RevisionContent, section: CheckedSection): Finding[] {
  const findings: Finding[] = []
  if (!section.open) findings.push(error('section_closed', `栏目“${section.name}”已停用，请改选其他栏目。`))
  if (!section.description || !section.keywords || !section.columnType)
    findings.push(
      warning('section_tags_missing', `栏目“${section.name}”缺少栏目描述、关键词或类别，页面标签不完整。`),
    )
  if (content.origin === 'own' && !content.sourceName)
    findings.push(error('content_source_missing', '请填写信息来源（页面标签 ContentSource 必填）。'))
  if (!content.keywords) findings.push(warning('keywords_missing', '没有填写关键词，不利于检索。'))
  return findings
}

/** What is not disclosed on own initiative needs its reason. Law: 国办发〔2016〕80号 (attribute of a document, with reasons). */
function openness(content: RevisionContent): Finding[] {
  if (content.openness === 'proactive' || content.opennessReason) return []
  return [error('openness_reason_missing', '依申请公开或者不予公开须写明理由和依据。')]
}

/** Law: 国办发〔2016〕80号 part 2 (五公开). Soft: older documents have neither. */
function catalogue(content: RevisionContent, known: ReadonlySet<string>): Finding[] {
  if (!isPolicyKind(content.documentKind)) return []
  const { subjectCategory } = content
  return [
    content.openStage ? undefined : note('open_stage_missing', '没有选择五公开环节。'),
    subjectCategory ? undefined : note('subject_category_missing', '没有选择主题分类，不利于按主题查找。'),
    subjectCategory && !known.has(subjectCategory)
      ? note('subject_category_unknown', `主题分类“${subjectCategory}”不在本机关的分类表中。`)
      : undefined,
    replaced.has(content.effectiveness ?? '') && content.successorId === null
      ? note('successor_missing', '文件已修改或者废止，没有关联替代它的文件。')
      : undefined,
  ].filter((finding) => finding !== undefined)
}

const replaced = new Set(['amended', 'repealed'])

function policy(content: RevisionContent): Finding[] {
  if (content.documentKind !== 'normative_document') return []
  return [
    content.documentNumber ? undefined : error('document_number_missing', '规范性文件须填写文号。'),
    content.issuingBody ? undefined : error('issuing_body_missing', '规范性文件须填写发文机关。'),
    content.documentDate ? undefined : error('document_date_missing', '规范性文件须填写成文日期。'),
    content.effectiveness ? undefined : error('effectiveness_missing', '规范性文件须标明效力状态。'),
  ].filter((finding) => finding !== undefined)
}

function emptiness(content: RevisionContent): Finding[] {
  if (content.media === 'link')
    return content.linkUrl ? [] : [error('link_missing', '链接类信息须填写链接地址。')]
  if (!content.bodyHtml && !content.attachments.length)
    return [error('body_missing', '正文和附件不能都为空。')]
  if (content.media === 'picture' && !carries(content, 'image'))
    return [error('picture_missing', '图片类信息还没有图片，请在正文中插入图片或者上传封面。')]
  if (content.media === 'video' && !carries(content, 'video'))
    return [error('video_missing', '视频类信息还没有视频，请在正文中插入视频。')]
  return []
}

/** In its text, or beside it. */
const carries = ({ bodyHtml, attachments }: RevisionContent, kind: 'image' | 'video') =>
  (kind === 'image' ? /<img\b/ : /<video\b/).test(bodyHtml) ||
  attachments.some((file) => file.mediaType.startsWith(`${kind}/`))

const error = (code: string, text: string): Finding => ({ code, level: 'error', text })
const warning = (code: string, text: string): Finding => ({ code, level: 'warning', text })
const note = (code: string, text: string): Finding => ({ code, level: 'note', text })
