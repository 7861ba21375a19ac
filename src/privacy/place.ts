/** A piece of a text. Unit: UTF-16 units of the text as given. */
export type Place = { start: number; end: number }
