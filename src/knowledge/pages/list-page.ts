import { type Html, html, join } from '#platform/html'
import type { PublicEntry } from '../entries/public-entries.ts'

export const topicPath = (topic: string) => `/answers/topics/${encodeURIComponent(topic)}`

/** All topics, the most helpful answers of each first. */
export function listPage(entries: readonly PublicEntry[]): Html {
  const topics = [...Map.groupBy(entries, ({ topic }) => topic)].map(
    ([topic, list]) => html`<h2><a href="${topicPath(topic)}">${topic}</a></h2>${questions(list)}`,
  )
  return html`<h1>常见问题</h1>
${topics.length ? join(topics) : html`<p>暂时没有公开的问答，您可以写信或者致电询问。</p>`}
${actions('/answers/feed.atom')}`
}

export function topicPage(topic: string, entries: readonly PublicEntry[]): Html {
  return html`<h1>${topic}</h1>
<p class="quiet">共${entries.length}个常见问题。</p>
${questions(entries)}
${actions(`${topicPath(topic)}/feed.atom`)}`
}

const questions = (list: readonly PublicEntry[]): Html =>
  html`<ul>${join(list.map(({ id, question }) => html`<li><a href="/answers/${id}">${question}</a></li>`))}</ul>`

const actions = (feed: string): Html =>
  html`<div class="actions"><a class="button" href="/letters/new">没有找到，我要写信</a><a class="button" href="${feed}">订阅</a></div>`
