import {
  documentKindLabels,
  effectivenessLabels,
  interpretationFormLabels,
  mediaLabels,
  opennessLabels,
  openStageLabels,
} from '../labels.ts'
import type { Content } from './article-view.ts'

const roleLabels = { attachment: '供下载', inline: '正文中', cover: '封面' } as const

/** Every field of an item besides its text, in words: what a reviewer compares. */
export function contentFacts(content: Content, sectionName: (id: number) => string): [string, string][] {
  return [
    ['标题', content.title],
    ['副标题', content.subtitle],
    ['栏目', sectionName(content.sectionId)],
    ['形式', mediaLabels[content.media]],
    ['链接地址', content.linkUrl ?? ''],
    ['关键词', content.keywords],
    ['稿件来自', content.origin === 'own' ? '本机关' : '转载'],
    ['来源名称', content.sourceName],
    ['原文网址', content.sourceUrl ?? ''],
    ['原发布日期', content.originallyPublishedOn ?? ''],
    ['作者', content.authorName],
    ['信息类型', documentKindLabels[content.documentKind]],
    ['解读形式', content.interpretationForm ? interpretationFormLabels[content.interpretationForm] : ''],
    ['文号', content.documentNumber ?? ''],
    ['发文机关', content.issuingBody ?? ''],
    ['成文日期', content.documentDate ?? ''],
    ['效力状态', content.effectiveness ? effectivenessLabels[content.effectiveness] : ''],
    ['替代它的文件', content.successorId ? `编号 ${content.successorId}` : ''],
    ['主题分类', content.subjectCategory ?? ''],
    ['公开方式', opennessLabels[content.openness]],
    ['理由和依据', content.opennessReason ?? ''],
    ['五公开环节', content.openStage ? openStageLabels[content.openStage] : ''],
    ['摘要', content.summary],
    ['附件', content.attachments.map(fileWords).join('\n')],
  ]
}

/** The end of the hash tells apart two files of one name. */
const fileWords = (file: Content['attachments'][number]) =>
  `${file.name}（${roleLabels[file.role]}，${file.sha256.slice(-6)}${file.alt ? `，${file.alt}` : ''}）`
