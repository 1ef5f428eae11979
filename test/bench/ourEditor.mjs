// Our editing features without an editor: what the extension does at an edit, a hover and a completion, from the same pure
// functions in the same order.
import { authoredData, identifiersText, load } from './ours.mjs';

const COMMANDS = { openCase: 'o', openProduct: 'p', copyCitation: 'c' };

/** The pure layers and the tables, loaded once. */
export function loadEditing() {
  const core = load({
    './src/core/library': ['buildLibrary'],
    './src/core/kin': ['votingRoll'],
    './src/core/fileEvidence': ['fileEvidence'],
    './src/core/fileProducts': ['usedIn'],
    './src/core/productHover': ['productHover'],
    './src/core/imageHover': ['imageHover'],
    './src/core/completions/names': ['typedNames'],
    './src/core/completions/note': ['completionNote'],
    './src/core/suppress': ['silencingLines', 'suppressionsIn', 'ignoredProducts'],
    './src/yaml/declarations': ['declaredIn'],
    './src/yaml/identifiers': ['loadIdentifiers'],
    './src/yaml/reader': ['createReader', 'cursorAt', 'mentionAt'],
    './src/yaml/mentionsBetween': ['mentionTouching'],
    './src/yaml/slotValues': ['slotValues'],
    './src/yaml/complete': ['completeAt'],
  });
  const library = core.buildLibrary(authoredData());
  const table = core.loadIdentifiers(identifiersText());
  const reader = core.createReader(table);
  return {
    core,
    library,
    roll: core.votingRoll(library),
    reader,
    names: core.typedNames(library),
    values: core.slotValues(table),
  };
}

/** One open document: `{ edit, hover, complete, note }`; `lines` is changed by the caller before `edit`. */
export function openDocument({ core, library, roll, reader, names, values }, fileName, lines) {
  const source = {
    get lineCount() {
      return lines.length;
    },
    lineAt: (line) => lines[line] ?? '',
  };
  const hints = { fileName };
  let reading = reader.read(source, hints);
  let pending;
  let facts;
  let evidence = [];
  let silencing;
  const declarations = new WeakMap();

  const read = () => {
    if (pending) {
      reading = reader.read(source, hints, reading, pending);
      [pending, facts] = [undefined, undefined];
    }
    facts ??= factsOf();
    return facts;
  };
  const factsOf = () => {
    silencing = core.silencingLines(reading.text.lines, silencing);
    const ignored = core.ignoredProducts(library, core.suppressionsIn(silencing).names);
    return evidenceOf(reading.mentions, ignored);
  };
  const evidenceOf = (mentions, ignored) => {
    const used = core.usedIn(library, mentions, ignored);
    const key = [...used.map(({ productId, certainty }) => `${productId} ${certainty}`), '-', ...ignored].join();
    const kept = evidence.find((one) => one.key === key) ?? {
      key,
      value: core.fileEvidence(library, roll, used, ignored),
    };
    evidence = [kept, ...evidence.filter((one) => one !== kept)].slice(0, 2);
    return kept.value.saying(() => core.declaredIn(reading, source, declarations));
  };
  const common = { style: 'full', lang: 'zh', commands: COMMANDS };

  return {
    /** Line `line` is another one now. */
    edit(line) {
      pending = { startLine: line, oldEndLine: line + 1, newEndLine: line + 1 };
    },
    hover({ line, column }) {
      const file = read();
      const mention = core.mentionAt(reading, line, column);
      if (!mention) return undefined;
      const { productId, tier, because } = mention;
      const image = tier === 'image' ? because : '';
      return file.worded(`hover ${productId} ${common.style} ${common.lang} ${image}`, () => {
        if (image !== '') return core.imageHover(library, { productId, image, ...common });
        const { products: fileProducts, matches } = file;
        return core.productHover(library, roll, { productId, fileProducts, matches, ...common });
      });
    },
    complete({ line, column }) {
      const all = read();
      const written = core.mentionTouching(reading, line, column);
      const others = reading.mentions.filter((one) => one !== written);
      const told = written
        ? evidenceOf(others, core.ignoredProducts(library, core.suppressionsIn(silencing).names))
        : all;
      const cursor = core.cursorAt(reading, source, line, column);
      if (!cursor) return [];
      const asked = { lines: source, cursor, column, reading, evidence: told, names, values };
      return core.completeAt({ ...asked, lang: 'zh', isAfterOthers: true });
    },
    note: (entry) => core.completionNote(library, entry.completion, { lang: 'zh', commands: COMMANDS }),
  };
}
