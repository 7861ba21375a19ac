import type { Staff } from '#people'
import type { Platform } from '#platform'
import { fixedClock } from '#platform/clock'
import {
  type ArticleContent,
  articleContent,
  createArticle,
  decideStep,
  publishArticle,
  saveDraft,
  submitArticle,
} from '#publishing'
import type { Bureau } from '../make-staff.ts'

/** The same system on an earlier day: use cases take the present from the clock. */
export const on = (platform: Platform, at: Date): Platform => ({ ...platform, clock: fixedClock(at) })
export const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)

const chain = [
  ['reviewer', 'first_review'],
  ['secrecy', 'secrecy_review'],
  ['publisher', 'final_review'],
] as const
export type Step = (typeof chain)[number][1]

/** Some days of an office, by its people's hands: each act is the use case that the console calls. */
export class Hands {
  readonly #platform: Platform
  readonly people: Bureau
  constructor(platform: Platform, people: Bureau) {
    this.#platform = platform
    this.people = people
  }

  /** A draft of an author. */
  async write(author: Staff, content: Partial<ArticleContent>, at: Date): Promise<number> {
    const { id } = await createArticle(on(this.#platform, at), author, articleContent.parse(content))
    return id
  }

  submit(author: Staff, id: number, at: Date) {
    return submitArticle(on(this.#platform, at), author, id)
  }

  /** Approvals in the order of the chain, up to and with `last`, each a quarter of an hour after the one before. */
  async approve(id: number, at: Date, last: Step = 'final_review') {
    for (const [nth, [username, step]] of chain.entries()) {
      await this.decide(username, id, later(at, nth * 15), 'approved', '')
      if (step === last) return
    }
  }

  giveBack(username: 'reviewer' | 'secrecy' | 'publisher', id: number, at: Date, comment: string) {
    return this.decide(username, id, at, 'returned', comment)
  }

  publish(id: number, at: Date) {
    return publishArticle(on(this.#platform, at), this.people.the('publisher'), id)
  }

  /** A new revision over the newest one. */
  async rewrite(author: Staff, id: number, content: Partial<ArticleContent>, at: Date) {
    const { version } = await this.#platform.db
      .selectFrom('articles')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await saveDraft(on(this.#platform, at), author, id, { ...articleContent.parse(content), version })
  }

  private async decide(
    username: string,
    id: number,
    at: Date,
    decision: 'approved' | 'returned',
    comment: string,
  ) {
    const { content_hash: contentHash } = await this.#platform.db
      .selectFrom('articles')
      .innerJoin('revisions', 'revisions.id', 'articles.head_revision_id')
      .select('revisions.content_hash')
      .where('articles.id', '=', id)
      .executeTakeFirstOrThrow()
    const input = { decision, comment, acceptedWarnings: [], contentHash }
    await decideStep(on(this.#platform, at), this.people.the(username), id, input)
  }
}
