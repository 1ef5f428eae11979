// The words by which products, terms and cases are found while typing: Chinese words, their pinyin, English words. Made
// per entry on first need and kept for one library.
import type { Library } from '../library';
import type { CaseStudy, Product, Term } from '../model';
import { otherNames } from '../productNames';
import { TIE } from './typed';

export interface TypedNames {
  product(product: Product): string;
  term(term: Term): string;
  study(study: CaseStudy): string;
  /** Words of any text; pinyin only for names of the library. */
  text(text: string): string;
}

/** Words that so many names end with that nobody looks for what begins with them there. */
const LAST_WORDS: ReadonlySet<string> = new Set(['版', '服务']);

export function typedNames(library: Library): TypedNames {
  const kept = new Map<object, string>();
  const remember = <T extends object>(make: (one: T) => string) => {
    return (one: T): string => {
      const known = kept.get(one);
      if (known !== undefined) return known;
      const made = make(one);
      kept.set(one, made);
      return made;
    };
  };
  const speller = spellerOf(library.data.pinyin);
  return {
    product: remember((product: Product) =>
      compose(
        [product.short, product.id],
        [product.zh, ...otherNames(product)],
        [...product.aliases, product.en],
        speller,
      ),
    ),
    term: remember(({ id, zh, en, aliases }: Term) =>
      compose([id], [zh, ...(aliases ?? [])], [en, ...(aliases ?? [])], speller),
    ),
    study: remember(({ id, customer, title }: CaseStudy) =>
      compose([id], [customer.zh, title.zh], [customer.en, title.en], speller),
    ),
    text: (text) => compose([], [text], [text], speller),
  };
}

/** Between names: nobody types it, so that no initials run from a sound into the name beside it. */
const BAR = ' | ';

/** First the ids, then Chinese names, word by word, and their pinyin, then Latin words, each once. */
function compose(
  ids: readonly string[],
  chinese: readonly string[],
  latin: readonly string[],
  speller: Speller,
): string {
  const own = [...new Set(ids.map((id) => id.toLowerCase()))];
  const spelled = chinese.map(speller);
  const names = spelled.map((words) => sequence(words, ([word]) => word));
  const sounds = spelled.map((words) => sequence(words, ([, sound]) => sound));
  const english = latin.flatMap((text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? []);
  const others = [...new Set(english)].filter((word) => !own.includes(word));
  return [own.join(' '), ...longest(names), ...longest(sounds), others.join(' ')].filter(Boolean).join(BAR);
}

type Word = readonly [word: string, sound: string];

/** One side of the words of a name: `云 服务 器`, `ri zhi~fu~wu`. What it ends with is found behind the rest only. */
function sequence(words: readonly Word[], side: (word: Word) => string): string {
  const end = words.findLastIndex(([word]) => !LAST_WORDS.has(word)) + 1;
  if (end === 0) return '';
  const head = words.slice(0, end).map(side).join(' ');
  const tail = words.slice(end).flatMap((word) => side(word).split(' '));
  return [head, ...tail].filter(Boolean).join(TIE);
}

/** The sequences that no other one holds, each once. */
function longest(sequences: readonly string[]): string[] {
  const all = [...new Set(sequences)];
  const holds = (one: string, other: string) => one !== other && ` ${other} `.includes(` ${one} `);
  return all.filter((one) => !all.some((other) => holds(one, other)));
}

/** Chinese words of a text with their pinyin: 云数据库RDS → [云, yun], [数据库, shu ju ku]. */
type Speller = (text: string) => readonly Word[];

function spellerOf(pinyin: Readonly<Record<string, string>>): Speller {
  let segmenter: Intl.Segmenter | undefined;
  return (text) => {
    if (!/\p{Script=Han}/u.test(text)) return [];
    segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
    const sounds = soundsOf(text, Object.hasOwn(pinyin, text) ? (pinyin[text] ?? '') : '');
    return [...segmenter.segment(text)]
      .filter(({ segment }) => /\p{Script=Han}/u.test(segment))
      .map(
        ({ segment, index }) =>
          [
            segment,
            sounds
              .slice(index, index + segment.length)
              .join(' ')
              .trim(),
          ] as const,
      );
  };
}

/** One syllable for each Han character by its place in the text; nothing where the table does not fit the text. */
function soundsOf(text: string, spelled: string): string[] {
  const runs = [...text.matchAll(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)];
  const syllables = spelled.split(' ');
  const sounds: string[] = Array.from({ length: text.length }, () => '');
  if (runs.length !== syllables.length) return sounds;
  runs.forEach((run, i) => {
    if (/\p{Script=Han}/u.test(run[0])) sounds[run.index] = syllables[i] ?? '';
  });
  return sounds;
}
