// Text as GB18030, which no platform can write: the platform's own decoder, turned round.

let table: ReadonlyMap<string, readonly number[]> | undefined;

export function gb18030(text: string): Uint8Array {
  table ??= reversed();
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.charCodeAt(0) < 128 ? [sign.charCodeAt(0)] : table.get(sign);
    if (!code) throw new Error(`not in the table: ${sign}`);
    bytes.push(...code);
  }
  return new Uint8Array(bytes);
}

/** Every two-byte code, and the four-byte codes of the basic plane, each decoded on a line of its own. */
function reversed(): Map<string, readonly number[]> {
  const codes: number[][] = [];
  for (let a = 0x81; a <= 0xfe; a++) for (let b = 0x40; b <= 0xfe; b++) if (b !== 0x7f) codes.push([a, b]);
  for (let a = 0x81; a <= 0x84; a++) {
    for (let b = 0x30; b <= 0x39; b++) {
      for (let c = 0x81; c <= 0xfe; c++) for (let d = 0x30; d <= 0x39; d++) codes.push([a, b, c, d]);
    }
  }
  const bytes = new Uint8Array(codes.flatMap((code) => [...code, 0x0a]));
  const signs = new TextDecoder('gb18030').decode(bytes).split('\n');
  const map = new Map<string, readonly number[]>();
  signs.forEach((sign, i) => {
    const code = codes[i];
    if (sign.length === 1 && sign !== '\uFFFD' && code && !map.has(sign)) map.set(sign, code);
  });
  return map;
}
