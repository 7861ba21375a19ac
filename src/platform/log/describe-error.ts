/** An error as the log and the list of failed jobs may keep it: what it is and where, never what somebody typed. */
export type ErrorDescription = {
  type: string
  code?: string
  message: string
  /** Places in the code. */
  stack: string
  cause?: ErrorDescription
}

const deepest = 3
const longest = 300

export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error))
    return { type: typeof error, message: withoutValues(String(error)), stack: '' }
  const { code } = error as { code?: unknown }
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: withoutValues(error.message),
    stack: placesIn(error.stack ?? ''),
    ...(error.cause && depth < deepest ? { cause: describeError(error.cause, depth + 1) } : {}),
  }
}

/**
 * Our messages, and those of Node and PostgreSQL, are English prose; what people typed stands in quotation marks or brackets,
 * in Han characters, as a long number or as an address. All of that becomes a star.
 */
export function withoutValues(message: string): string {
  return message
    .split('\n', 1)
    .join('')
    .replace(/"[^"]*"|“[^”]*”|`[^`]*`|(?<!\w)'[^']*'|\([^()]*\)=\([^()]*\)/g, '*')
    .replace(/\S+@\S+/g, '*')
    .replace(/(?:\w+:)?\/\/\S+/g, '*')
    .replace(/\d[\d -]{4,}[\dXx]/g, '*')
    .replace(/[^\u0020-\u007e]+/gu, '*')
    .slice(0, longest)
}

/** The frames only: the stack's head repeats the message. */
function placesIn(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n')
}
