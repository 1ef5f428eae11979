// A small memory for answers that cost more than looking them up. It knows nothing of what is asked.

/** Answers kept; a hostile file must not fill the memory. */
const MOST = 5000;
/** Places for the answers given last; a power of two. */
const PLACES = 1024;

/**
 * Remembers answers: files repeat a few hundred keys and names. A string that was just cut out of a line has no hash yet, so
 * that to compare it with what was last asked in its place costs a third of looking it up.
 */
export function remembered<T extends object>(answer: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  const lastKeys: string[] = new Array(PLACES).fill('');
  const lastAnswers: (T | undefined)[] = new Array(PLACES).fill(undefined);
  return (key) => {
    const place = placeOf(key);
    const last = lastAnswers[place];
    if (last !== undefined && lastKeys[place] === key) return last;
    let found = known.get(key);
    if (found === undefined) {
      if (known.size > MOST) known.clear();
      found = answer(key);
      known.set(key, found);
    }
    lastKeys[place] = key;
    lastAnswers[place] = found;
    return found;
  };
}

/** A place by length and three characters: keys that differ in none of them are rare. */
function placeOf(key: string): number {
  const n = key.length;
  if (n === 0) return 0;
  const mix = key.charCodeAt(0) * 7 + key.charCodeAt(n - 1) * 31 + key.charCodeAt(n >> 1) * 131 + n * 17;
  return mix & (PLACES - 1);
}
