// How a Chinese text sounds: by the table of names made when the library was compiled, else sign by sign with the sounds
// that signs have there. Knows no cases.
import { fold, isLatin, isWide } from './fold';

/** 115科技 → `115`, `ke`, `ji`; Latin words stand out by capitals: AI 训练 → `AI`, `xun`, `lian`. */
export type Speller = (text: string) => readonly string[];

type Pinyin = Readonly<Record<string, string>>;

const ONLY_HAN = /^[\u3400-\u4dbf\u4e00-\u9fff]+$/;

export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf);
}

/** 115科技 → `115`, `科`, `技`: a sign each, other letters and digits by the word. By hand: patterns take five times as long. */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0;
    const han = isHan(unit);
    const isLetter = !han && (isLatin(unit | 0x20) || isLatin(unit) || isWide(unit));
    if (isLetter && start < 0) start = i;
    if (isLetter || (start < 0 && !han)) continue;
    if (start >= 0) parts.push(text.slice(start, i));
    if (han) parts.push(text.charAt(i));
    start = -1;
  }
  return parts;
}

export function createSpeller(pinyin: Pinyin): Speller {
  const soundOf = createSoundOf(pinyin);
  return (text) => {
    const kept = keptSounds(pinyin, text);
    if (kept) return kept;
    const spelled: string[] = [];
    for (const part of partsOf(text)) {
      const sound = isHan(part.charCodeAt(0)) ? soundOf(part) : fold(part).toUpperCase();
      if (sound) spelled.push(sound);
    }
    return spelled;
  };
}

/** The sound of a sign in the first name that has it; looked for when it is first asked. */
function createSoundOf(pinyin: Pinyin): (sign: string) => string | undefined {
  const sounds = new Map<string, string | undefined>();
  return (sign) => {
    if (sounds.has(sign)) return sounds.get(sign);
    const name = Object.keys(pinyin).find((one) => one.includes(sign) && keptSounds(pinyin, one));
    const before = name === undefined ? [] : partsOf(name.slice(0, name.indexOf(sign)));
    const sound = name === undefined ? undefined : keptSounds(pinyin, name)?.[before.length];
    if (sounds.size < MOST_KEPT) sounds.set(sign, sound);
    return sound;
  };
}

const MOST_KEPT = 1000;

/** How the whole text sounds, the sounds apart: the same as `spell(text).join(' ')`, without taking it apart. */
export function spelled(spell: Speller, pinyin: Pinyin, text: string): string {
  return (ONLY_HAN.test(text) && pinyin[text]) || spell(text).join(' ');
}

/** The sounds of a text that the table has, where they fit it. */
function keptSounds(pinyin: Pinyin, text: string): string[] | undefined {
  const syllables = pinyin[text]?.split(' ');
  if (!syllables || (ONLY_HAN.test(text) && syllables.length === text.length)) return syllables;
  const parts = partsOf(text);
  if (parts.length !== syllables.length) return undefined;
  return syllables.map((syllable, i) => (isHan(parts[i]?.charCodeAt(0) ?? 0) ? syllable : syllable.toUpperCase()));
}
