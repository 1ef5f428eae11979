// The words by which products, terms and cases are found while typing: Chinese words, their pinyin, English words. Made
// per entry on first need and kept for one library.
import type { Library } from '../library';
import type { CaseStudy, Product, Term } from '../model';
import { otherNames } from '../productNames';

export interface TypedNames {
  product(product: Product): string;
  term(term: Term): string;
  study(study: CaseStudy): string;
  /** Words of any text; pinyin only for names of the library. */
  text(text: string): string;
}

/** Words that stand in so many names that they find nothing. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(['阿里', '阿里云', '的', '版', '服务']);

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

/** Between parts of a name: nobody types it, so that no initials run from a sound into the English beside it. */
const BAR = '|';

/** First the ids, then Chinese words, their pinyin, Latin words; each word once. */
function compose(
  ids: readonly string[],
  chinese: readonly string[],
  latin: readonly string[],
  speller: Speller,
): string {
  const words = new Map<string, string>();
  for (const text of chinese)
    for (const [word, sound] of speller(text)) if (!EMPTY_WORDS.has(word)) words.set(word, sound);
  const sounds = [...ids.map((id) => id.toLowerCase()), ...words.keys(), ...words.values()].filter(Boolean);
  const english = latin.flatMap((text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? []);
  const known = new Set(sounds);
  const others = [...new Set(english)].filter((word) => !known.has(word));
  return [...known, ...(others.length > 0 ? [BAR, ...others] : [])].join(' ');
}

/** Chinese words of a text with their pinyin: 云数据库RDS → [云, yun], [数据库, shu ju ku]. */
type Speller = (text: string) => readonly (readonly [word: string, sound: string])[];

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
