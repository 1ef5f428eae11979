// How a message shows an argument that a command refused. Links, pages and other extensions can pass anything.

/** `inet-999`, shortened; anything that is no text by what it is, since even its own `toString` cannot be trusted. */
export function shownArgument(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 40);
  if (!Array.isArray(value)) return typeof value;
  const texts = value.slice(0, 10).filter((one) => typeof one === 'string');
  return (
    texts
      .map((one) => one.slice(0, 40))
      .join(', ')
      .slice(0, 40) || 'array'
  );
}
