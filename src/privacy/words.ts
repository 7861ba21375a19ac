import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import type { Place } from './place.ts'

/** `as`: a word that the dictionary knows, one that it does not, or somebody's name, family name first or not. */
export type Word = Place & { text: string; as: 'word' | 'unknown' | 'name' }

/** The dictionary takes a third of a second: it is read when the first text asks for it. */
let jieba: Jieba | undefined

/** A text in words, by the dictionary that lies in the package; what it does not know, it tags x, and people nr. */
export function wordsOf(text: string): Word[] {
  jieba ??= Jieba.withDict(dict)
  let at = 0
  return jieba.tag(text, true).map(({ word, tag }) => {
    const start = at
    at += word.length
    return {
      text: word,
      start,
      end: at,
      as: tag === 'x' ? 'unknown' : tag.startsWith('nr') ? 'name' : 'word',
    }
  })
}
