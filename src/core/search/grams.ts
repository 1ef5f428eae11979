// Which cases can hold a word at all: postings of hashed letter pairs (Chinese) and word beginnings (Latin), as bytes.
// Different grams may share a slot, so an answer holds every right case and now and then a wrong one: callers verify.
import { isLatin, isWide } from './fold';

export interface GramIndex {
  /** Number of slots − 1; a power of two less one. */
  readonly mask: number;
  /** Slot → where its bytes start; one longer than there are slots. */
  readonly starts: Uint32Array;
  /** Ascending case numbers, each as the distance to the one before, seven bits a byte. */
  readonly bytes: Uint8Array;
}

/** Latin words are entered by their first letters: as a whole when shorter, then by 4, then also by 7. */
const SHORT_BEGINNING = 4;
const LONG_BEGINNING = 7;

/** Calls `emit` with the hash of every gram of `folded`. */
function eachGram(folded: string, emit: (hash: number) => void): void {
  const end = folded.length;
  let wide = 0;
  let length = 0;
  let hash = 0;
  for (let i = 0; i <= end; i++) {
    const unit = i < end ? folded.charCodeAt(i) : 0;
    if (isLatin(unit)) {
      hash = Math.imul((length === 0 ? SEED : hash) ^ unit, PRIME);
      length++;
      if (length === SHORT_BEGINNING || length === LONG_BEGINNING) emit(mix(hash));
      wide = 0;
      continue;
    }
    if (length > 0 && length < SHORT_BEGINNING) emit(mix(hash));
    length = 0;
    const next = isWide(unit) ? unit : 0;
    if (wide !== 0 && next !== 0) emit(mix(Math.imul(wide, PRIME) ^ Math.imul(next, PAIR)));
    wide = next;
  }
}

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
const PAIR = 0x9e3779b1;

/** Spreads the bits, so that the low ones can serve as the slot. */
function mix(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (once ^ (once >>> 13)) >>> 0;
}

/** The grams that a text holding the word `folded` must hold; the longest beginning stands for the shorter ones. */
export function gramsOf(folded: string): number[] {
  const hashes = new Set<number>();
  for (const word of folded.split(/([a-z0-9]+)/)) {
    const own: number[] = [];
    eachGram(word, (hash) => own.push(hash));
    const latin = isLatin(word.charCodeAt(0));
    for (const hash of latin ? own.slice(-1) : own) hashes.add(hash);
  }
  return [...hashes];
}

/** Enters the texts of `count` cases; `textsOf` gives the folded texts of one. */
export function buildGrams(count: number, letters: number, textsOf: (number: number) => readonly string[]): GramIndex {
  const slots = slotsFor(letters);
  const mask = slots - 1;
  const last = new Int32Array(slots).fill(-1);
  const starts = new Uint32Array(slots + 1);
  const entries = new Growing();
  const ends = new Uint32Array(count);
  for (let number = 0; number < count; number++) {
    const enter = (hash: number) => {
      const slot = hash & mask;
      const before = last[slot] ?? -1;
      if (before === number) return;
      last[slot] = number;
      starts[slot + 1] = (starts[slot + 1] ?? 0) + widthOf(number - before);
      entries.push(slot);
    };
    for (const text of textsOf(number)) eachGram(text, enter);
    ends[number] = entries.length;
  }
  for (let slot = 0; slot < slots; slot++) starts[slot + 1] = (starts[slot + 1] ?? 0) + (starts[slot] ?? 0);
  return { mask, starts, bytes: packed(entries, ends, starts, last) };
}

const FEWEST_SLOTS = 1 << 12;
const MOST_SLOTS = 1 << 18;

function slotsFor(letters: number): number {
  let slots = FEWEST_SLOTS;
  while (slots < MOST_SLOTS && slots * 5 < letters) slots *= 2;
  return slots;
}

function widthOf(distance: number): number {
  return distance < 0x80 ? 1 : distance < 0x4000 ? 2 : 3;
}

function packed(entries: Growing, ends: Uint32Array, starts: Uint32Array, last: Int32Array): Uint8Array {
  const bytes = new Uint8Array(starts[starts.length - 1] ?? 0);
  const next = starts.slice();
  last.fill(-1);
  let entry = 0;
  for (let number = 0; number < ends.length; number++) {
    const end = ends[number] ?? 0;
    for (; entry < end; entry++) {
      const slot = entries.at(entry);
      let distance = number - (last[slot] ?? -1);
      let at = next[slot] ?? 0;
      for (; distance >= 0x80; distance >>>= 7) bytes[at++] = (distance & 0x7f) | 0x80;
      bytes[at++] = distance;
      next[slot] = at;
      last[slot] = number;
    }
  }
  return bytes;
}

/** A list of numbers that doubles its room as it fills. */
class Growing {
  #items = new Uint32Array(1 << 14);
  length = 0;

  push(item: number): void {
    if (this.length === this.#items.length) {
      const larger = new Uint32Array(this.#items.length * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.length++] = item;
  }

  at(position: number): number {
    return this.#items[position] ?? 0;
  }
}

/** Numbers of the cases that hold all of `hashes`, ascending (and now and then one that does not). */
export function casesWithAll(index: GramIndex, hashes: readonly number[]): Uint32Array {
  const slots = hashes.map((hash) => hash & index.mask);
  const size = (slot: number) => (index.starts[slot + 1] ?? 0) - (index.starts[slot] ?? 0);
  const rarest = slots.sort((a, b) => size(a) - size(b)).slice(0, MOST_LISTS);
  let found: Uint32Array | undefined;
  for (const slot of rarest) {
    found = found ? common(found, decode(index, slot)) : decode(index, slot);
    if (found.length === 0) break;
  }
  return found ?? new Uint32Array(0);
}

/** The rarest lists leave so few cases that reading more of them costs more than verifying. */
const MOST_LISTS = 5;

function decode(index: GramIndex, slot: number): Uint32Array {
  const start = index.starts[slot] ?? 0;
  const end = index.starts[slot + 1] ?? 0;
  const numbers = new Uint32Array(end - start);
  let count = 0;
  let number = -1;
  let shift = 0;
  let distance = 0;
  for (let at = start; at < end; at++) {
    const byte = index.bytes[at] ?? 0;
    distance |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte >= 0x80) continue;
    number += distance;
    numbers[count++] = number;
    shift = 0;
    distance = 0;
  }
  return numbers.subarray(0, count);
}

function common(a: Uint32Array, b: Uint32Array): Uint32Array {
  let count = 0;
  let j = 0;
  for (let i = 0; i < a.length; i++) {
    const number = a[i] ?? 0;
    while (j < b.length && (b[j] ?? 0) < number) j++;
    if (b[j] === number) a[count++] = number;
  }
  return a.subarray(0, count);
}
