// Work that is begun several times and does not end in the order in which it was begun.

/** Called when work begins; what it gives back is asked when the work is done. */
export type Turns = () => IsNews;
/** Whether a result is newer than every result so far; a later beginning alone, which may yet come to nothing, is no result. */
export type IsNews = () => boolean;

export function turns(): Turns {
  let begun = 0;
  let newest = 0;
  return () => {
    const turn = ++begun;
    return () => {
      if (turn <= newest) return false;
      newest = turn;
      return true;
    };
  };
}
