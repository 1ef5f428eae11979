// How a message shows an argument that a command refused. Links, pages and other extensions can pass anything.

/** `inet-999`, shortened; anything that is no text by what it is, since even its own `toString` cannot be trusted. */
export function shownArgument(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 40);
  return Array.isArray(value) ? value.map(shownArgument).join(', ').slice(0, 40) : typeof value;
}
