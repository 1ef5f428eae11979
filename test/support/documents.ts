// The documents of an editor that a test makes up: they open, change their language and close as the editor tells it.
type Listener<T> = (event: T) => void;

export class FakeUri {
  readonly scheme: string;
  readonly path: string;
  constructor(scheme: string, path: string) {
    this.scheme = scheme;
    this.path = path;
  }
  toString(): string {
    return `${this.scheme}:${this.path}`;
  }
}

export interface FakeDocument {
  readonly uri: FakeUri;
  readonly languageId: string;
  readonly version: number;
  readonly lineCount: number;
  readonly isClosed: boolean;
  readonly lineAt: (line: number) => { readonly text: string };
}

export class FakeEmitter<T> {
  readonly #listeners = new Set<Listener<T>>();
  readonly event = (listener: Listener<T>) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  fire(event: T): void {
    for (const listener of this.#listeners) listener(event);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

/** `vscode` as far as documents go, and the hands that move them. */
export function documents() {
  const textDocuments: FakeDocument[] = [];
  const opened = new FakeEmitter<FakeDocument>();
  const closed = new FakeEmitter<FakeDocument>();
  const changed = new FakeEmitter<{ readonly document: FakeDocument; readonly contentChanges: readonly [] }>();
  const front = new FakeEmitter<{ readonly document: FakeDocument } | undefined>();
  const files = new Map<string, string>();
  const bytesOf = async (uri: FakeUri) => {
    const text = files.get(uri.toString());
    if (text === undefined) throw new Error(`no file ${uri.path}`);
    return new TextEncoder().encode(text);
  };
  const documentOf = (uri: FakeUri, text: string): FakeDocument => {
    const lines = text.split('\n');
    const lineAt = (line: number) => ({ text: lines[line] ?? '' });
    return { uri, languageId: 'yaml', version: 1, lineCount: lines.length, isClosed: false, lineAt };
  };
  const at = (uri: FakeUri) => textDocuments.findIndex((one) => one.uri.toString() === uri.toString());
  return {
    files,
    vscode: {
      EventEmitter: FakeEmitter,
      Disposable: { from: () => ({ dispose: () => undefined }) },
      ProgressLocation: {},
      l10n: { t: (text: string) => text },
      window: {
        activeTextEditor: undefined,
        visibleTextEditors: [] as { readonly document: FakeDocument }[],
        onDidChangeActiveTextEditor: front.event,
        withProgress: (_: unknown, run: (progress: unknown, token: unknown) => unknown) =>
          run({ report: () => undefined }, { isCancellationRequested: false }),
      },
      workspace: {
        textDocuments,
        workspaceFolders: [],
        onDidOpenTextDocument: opened.event,
        onDidCloseTextDocument: closed.event,
        onDidChangeTextDocument: changed.event,
        fs: { stat: async (uri: FakeUri) => ({ size: (await bytesOf(uri)).length }), readFile: bytesOf },
      },
    },
    open(uri: FakeUri, text = ''): FakeDocument {
      const document = documentOf(uri, text);
      textDocuments.push(document);
      opened.fire(document);
      return document;
    },
    edit(uri: FakeUri, text: string): void {
      const document = documentOf(uri, text);
      textDocuments[at(uri)] = document;
      changed.fire({ document, contentChanges: [] });
    },
    /** A document that gets another language stays open all the while. */
    async changeLanguage(document: FakeDocument): Promise<void> {
      closed.fire(document);
      opened.fire(document);
      await Promise.resolve();
    },
    async close(uri: FakeUri): Promise<void> {
      const [document] = textDocuments.splice(at(uri), 1);
      if (document) closed.fire({ ...document, isClosed: true });
      await Promise.resolve();
    },
    bringToFront: (document: FakeDocument) => front.fire({ document }),
  };
}
