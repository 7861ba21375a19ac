import type { App } from '#platform/http'

type Card = { key: string; count: number } & Record<string, unknown>

export async function deskOf(app: App, person: { headers: { cookie: string } }): Promise<Card[]> {
  return (await app.inject({ url: '/api/staff/desk', headers: person.headers })).json().cards
}

/** How much waits on a person's desk under this key; undefined when there is no such card. */
export async function onDesk(app: App, person: { headers: { cookie: string } }, key: string) {
  return (await deskOf(app, person)).find((card) => card.key === key)?.count
}
