/** What the process was told cannot be used; the message names the variable and says what to do. */
export class ConfigError extends Error {}
