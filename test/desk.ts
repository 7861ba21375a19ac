import type { App } from '#platform/http'

type Card = { key: string; count: number }

/** How much waits on a person's desk under this key; undefined when there is no such card. */
export async function onDesk(app: App, person: { headers: { cookie: string } }, key: string) {
  const answer = await app.inject({ url: '/api/staff/desk', headers: person.headers })
  return (answer.json().cards as Card[]).find((card) => card.key === key)?.count
}
