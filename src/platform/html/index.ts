import { html as honoHtml, raw as honoRaw } from 'hono/html'

/** Markup that is safe to send. Only `html` and `raw` make it. */
export type Html = { readonly isEscaped: true } & string

/** Auto-escaping template tag (library: hono/html). Nested templates and arrays of them are inserted as they are. */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Html {
  return honoHtml(strings, ...values) as unknown as Html
}

/** For markup that the sanitizer or a trusted library made; never for input. */
export function raw(markup: string): Html {
  return honoRaw(markup) as unknown as Html
}

/** Joins pieces of markup. */
export function join(pieces: readonly Html[], separator = ''): Html {
  return raw(pieces.map(String).join(separator))
}
