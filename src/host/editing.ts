// What the editing features of one editor share: what the library says to a document, what silences us there, the words
// and values that completion looks up. Kept per reading, and dropped when the library changes.
import * as vscode from 'vscode';

import { type TypedNames, typedNames } from '../core/completions/names';
import { type FileEvidence, fileEvidence } from '../core/fileEvidence';
import { usedIn } from '../core/fileProducts';
import type { SketchContext } from '../core/sketchContext';
import {
  ignoredProducts,
  readSuppressions,
  type SilencingLines,
  type Suppressions,
  silencingLines,
  suppressionsIn,
} from '../core/suppress';
import type { KnownDeclarations } from '../yaml/declarations';
import type { Mention } from '../yaml/model';
import type { Reading } from '../yaml/reader';
import type { SlotValues } from '../yaml/slotValues';
import { linesOfDocument, linesRead } from './readings';
import type { Services } from './services';
import { isMuted } from './settings';

/** What is known of one version of a document. */
export interface DocumentFacts {
  readonly reading: Reading;
  readonly evidence: FileEvidence;
  /** Products that a comment tells us to leave alone. */
  readonly ignored: ReadonlySet<string>;
}

/** With and without the mention at the cursor. */
const KEPT_EVIDENCE = 2;

interface Kept extends DocumentFacts {
  readonly suppressions: Suppressions;
}

export class Editing implements vscode.Disposable {
  readonly services: Services;
  readonly #listener: vscode.Disposable;
  #facts = new WeakMap<Reading, Kept>();
  /** The last evidence of each document: an edit seldom changes which products there are, with or without one. */
  #evidence = new Map<string, readonly { readonly key: string; readonly evidence: FileEvidence }[]>();
  /** The comments that silence us in the last version of each document: an edit seldom changes them. */
  readonly #silencing = new Map<string, SilencingLines>();
  readonly #declarations: KnownDeclarations = new WeakMap();
  #names: TypedNames | undefined;
  #values: SlotValues | undefined;

  constructor(services: Services) {
    this.services = services;
    this.#listener = vscode.Disposable.from(
      services.store.onDidChange(() => this.#forget()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#evidence.delete(uri.toString());
        this.#silencing.delete(uri.toString());
      }),
    );
  }

  /** What is known of a document; `undefined` without a library, and where the user has silenced us. */
  of(document: vscode.TextDocument): DocumentFacts | undefined {
    if (isMuted(document.uri)) return undefined;
    const reading = this.services.readings.of(document);
    const facts = this.#facts.get(reading) ?? this.#read(document, reading);
    return facts?.suppressions.file ? undefined : facts;
  }

  /** The product token under the cursor, unless it is silenced. */
  mentionAt(
    { reading, ignored }: DocumentFacts,
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Mention | undefined {
    const mention = reading.mentions.length > 0 ? this.services.readings.mentionAt(document, position) : undefined;
    return mention && !ignored.has(mention.productId) ? mention : undefined;
  }

  /** What the library says to the document but for a mention that is being written: it is no product of the file yet. */
  evidenceWithout(
    { reading, evidence, ignored }: DocumentFacts,
    document: vscode.TextDocument,
    mention: Mention | undefined,
  ): FileEvidence {
    if (!mention) return evidence;
    const others = reading.mentions.filter((one) => one !== mention);
    return this.#evidenceOf(document, reading, others, ignored) ?? evidence;
  }

  names(): TypedNames | undefined {
    const library = this.services.store.library();
    if (library) this.#names ??= typedNames(library);
    return this.#names;
  }

  values(): SlotValues {
    if (!this.#values) {
      const { slotValues } = require('../yaml/slotValues') as typeof import('../yaml/slotValues');
      this.#values = slotValues(this.services.readings.table());
    }
    return this.#values;
  }

  #read(document: vscode.TextDocument, reading: Reading): Kept | undefined {
    const library = this.services.store.library();
    if (!library) return undefined;
    const suppressions = this.#suppressionsIn(reading, document);
    const ignored = ignoredProducts(library, suppressions.names);
    const evidence = this.#evidenceOf(document, reading, reading.mentions, ignored);
    if (!evidence) return undefined;
    const facts = { reading, evidence, ignored, suppressions };
    this.#facts.set(reading, facts);
    return facts;
  }

  #suppressionsIn({ text, skipped }: Reading, document: vscode.TextDocument): Suppressions {
    if (skipped) return readSuppressions(linesOfDocument(document));
    const id = document.uri.toString();
    const silencing = silencingLines(text.lines, this.#silencing.get(id));
    this.#silencing.set(id, silencing);
    return suppressionsIn(silencing);
  }

  /** What the library says to some of the mentions of a document. */
  #evidenceOf(
    document: vscode.TextDocument,
    reading: Reading,
    mentions: readonly Mention[],
    ignored: ReadonlySet<string>,
  ): FileEvidence | undefined {
    const library = this.services.store.library();
    const roll = this.services.store.roll();
    if (!library || !roll) return undefined;
    const used = usedIn(library, mentions, ignored);
    const key = [...used.map(({ productId, certainty }) => `${productId} ${certainty}`), '-', ...ignored].join();
    const id = document.uri.toString();
    const last = this.#evidence.get(id) ?? [];
    const kept = last.find((one) => one.key === key) ?? { key, evidence: fileEvidence(library, roll, used, ignored) };
    this.#evidence.set(id, [kept, ...last.filter((one) => one !== kept)].slice(0, KEPT_EVIDENCE));
    return kept.evidence.saying(() => this.#declaredIn(reading, document));
  }

  /** What sketches say of themselves; loaded and read when suggestions are asked for. */
  #declaredIn(reading: Reading, document: vscode.TextDocument): SketchContext {
    const { declaredIn } = require('../yaml/declarations') as typeof import('../yaml/declarations');
    return declaredIn(reading, linesRead(reading, document), this.#declarations);
  }

  #forget(): void {
    this.#facts = new WeakMap();
    this.#evidence.clear();
    this.#silencing.clear();
    this.#names = undefined;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#forget();
  }
}
