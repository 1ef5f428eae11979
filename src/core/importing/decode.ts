// Bytes → text for an import. Decides the encoding by the bytes alone and refuses what is no text, with a code; it knows
// nothing of what the text means.

/** Bytes above which a document is refused before it is read; the source of the shipped volume has half a megabyte. */
export const IMPORT_CEILING = 32 * 1024 * 1024;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Why bytes are not taken as text. `cut`: the last character is incomplete, so the end of the file is missing. */
export type DecodeProblem = 'too-large' | 'empty' | 'binary' | 'encoding' | 'cut';

export type Decoded =
  | { readonly text: string; readonly encoding: Encoding }
  | { readonly text?: undefined; readonly problem: DecodeProblem };

/** Text with `\n` line ends and without a byte order mark. */
export function decodeDocument(bytes: Uint8Array): Decoded {
  if (bytes.length > IMPORT_CEILING) return { problem: 'too-large' };
  if (bytes.length === 0) return { problem: 'empty' };
  if (MAGIC.some((magic) => magic.every((byte, i) => bytes[i] === byte))) return { problem: 'binary' };
  const wide = wideEncoding(bytes);
  if (wide) return checked(strictly(bytes, wide), wide);
  if (bytes.subarray(0, PROBE).includes(0)) return { problem: 'binary' };
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8.text !== undefined || utf8.cut) return checked(utf8, 'utf-8');
  if (isNearlyUtf8(bytes)) return { problem: 'encoding' };
  const chinese = strictly(bytes, 'gb18030');
  if (chinese.text !== undefined && !readsAsChinese(chinese.text)) return { problem: 'encoding' };
  return checked(chinese, 'gb18030');
}

/** `%PDF`, zip (docx), gzip, PNG, JPEG, OLE (doc). */
const MAGIC: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0xd0, 0xcf, 0x11, 0xe0],
];

const PROBE = 64 * 1024;

/** UTF-16 by its mark, or by zero bytes that all stand on one side of the pairs. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const probe = bytes.subarray(0, PROBE);
  probe.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = probe.length / 20;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : undefined;
}

interface Strict {
  readonly text?: string;
  /** All but the last, incomplete character could be read. */
  readonly cut?: boolean;
}

function strictly(bytes: Uint8Array, encoding: Encoding): Strict {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let text: string;
  try {
    text = decoder.decode(bytes, { stream: true });
  } catch {
    return {};
  }
  try {
    return { text: text + decoder.decode() };
  } catch {
    return { cut: true };
  }
}

function checked({ text, cut }: Strict, encoding: Encoding): Decoded {
  if (cut) return { problem: 'cut' };
  if (text === undefined) return { problem: 'encoding' };
  if (hasControls(text)) return { problem: 'binary' };
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return clean.trim() === '' ? { problem: 'empty' } : { text: clean, encoding };
}

/** Damaged UTF-8 must not be read as GB18030, where it would pass as rare characters. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, PROBE * 4));
  const broken = text.split('\uFFFD').length - 1;
  const foreign = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return broken * 10 < foreign;
}

const COMMON = /[的一是在了不和有大这主中人上为们地个用工时要动国产以我到他会作来分生对于学下级就年阿里云]/g;

/** Ordinary Chinese is full of a few characters; bytes read in the wrong table are not. */
function readsAsChinese(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const common = text.match(COMMON)?.length ?? 0;
  return han > 0 && common / han >= 0.04;
}

function hasControls(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const controls = text.match(/[\u0000-\u0008\u000B\u000E-\u001F]/g)?.length ?? 0;
  return controls > text.length / 1000;
}
