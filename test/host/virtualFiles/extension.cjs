// A workspace that is not on disk, as far as another extension can tell: casebook-virtual:/path shows file:///path.
const vscode = require('vscode');

exports.activate = (context) => {
  const changes = new vscode.EventEmitter();
  const real = (uri) => uri.with({ scheme: 'file' });
  const { fs } = vscode.workspace;
  const provider = {
    onDidChangeFile: changes.event,
    watch: () => new vscode.Disposable(() => {}),
    stat: (uri) => fs.stat(real(uri)),
    readDirectory: (uri) => fs.readDirectory(real(uri)),
    readFile: (uri) => fs.readFile(real(uri)),
    createDirectory: (uri) => fs.createDirectory(real(uri)),
    delete: (uri, options) => told(uri, vscode.FileChangeType.Deleted, fs.delete(real(uri), options)),
    rename: (from, to, options) => fs.rename(real(from), real(to), options),
    writeFile: (uri, content) => told(uri, vscode.FileChangeType.Changed, fs.writeFile(real(uri), content)),
  };
  const told = async (uri, type, done) => {
    await done;
    changes.fire([{ type, uri }]);
  };
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('casebook-virtual', provider));
};
