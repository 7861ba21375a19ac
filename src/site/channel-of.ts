/** The first step of an address to the channel of the navigation bar that it belongs to. */
const channels: Record<string, string> = {
  requests: '/requests',
  guide: '/guide',
  catalogue: '/catalogue',
  reports: '/reports',
  sections: '/disclosure',
  leaders: '/disclosure',
  departments: '/disclosure',
  functions: '/disclosure',
  letters: '/interaction',
  answers: '/interaction',
  chat: '/interaction',
  surveys: '/interaction',
  'site-errors': '/interaction',
  registers: '/services',
}

/** Where the reader stands, from the trail of the page: its last step that a channel knows. */
export function channelOf(trail: readonly { href: string }[]): string | undefined {
  return trail.map(({ href }) => channels[href.split('/')[1] ?? '']).findLast(Boolean)
}
