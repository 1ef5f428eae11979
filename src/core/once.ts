// Values that wait for somebody to need them.

/** Makes a value when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The same, but whoever needs memory may have it: then the value is made again. For what is large and quickly made. */
export function whileKept<T>(make: () => T): () => T {
  let held: WeakRef<{ readonly value: T }> | undefined;
  return () => {
    const kept = held?.deref();
    if (kept) return kept.value;
    const made = { value: make() };
    held = new WeakRef(made);
    return made.value;
  };
}
