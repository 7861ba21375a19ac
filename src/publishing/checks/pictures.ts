import type { Finding } from '../contract.ts'
import type { RevisionContent } from '../revision.ts'

const picture = /<img\b[^>]*>/g
const alternative = /\balt="[^"]*[^"\s][^"]*"/
const video = /<video\b[\s\S]*?<\/video>(?:\s*<figcaption>([\s\S]*?)<\/figcaption>)?/g

/** WCAG 2.1 success criteria 1.1.1 and 1.2.1: a picture and a video have a text alternative. */
export function checkPictures(content: RevisionContent): Finding[] {
  const pictures = [...content.bodyHtml.matchAll(picture)].filter(([tag]) => !alternative.test(tag)).length
  const covers = content.attachments.filter((file) => file.role === 'cover' && !file.alt).length
  const videos = [...content.bodyHtml.matchAll(video)].filter(
    ([, words = '']) => !words.replace(/<[^>]*>/g, '').trim(),
  )
  const findings: Finding[] = []
  if (pictures + covers)
    findings.push({
      code: 'picture_without_text',
      level: 'error',
      text: `有 ${pictures + covers} 张图片没有替代文字，请为图片填写说明。`,
    })
  if (videos.length)
    findings.push({
      code: 'video_without_text',
      level: 'error',
      text: `有 ${videos.length} 个视频没有文字说明，请填写视频的主要内容。`,
    })
  return findings
}
