// The pass itself: hands each line to what is open there, and begins anew with every document.
import { afterNode, blockLine, blockNode, endsAt } from './block';
import { Code, isControl, skipSpaces } from './chars';
import { markerOf } from './documents';
import { closeFlow, flowLine, flowRest, flush } from './flow';
import { literalLine, plainLine, quotedLine } from './scalars';
import { Mode, pop, readLine, type Scan } from './state';

/** Reads the lines before `stop`, and further ones only as long as a flow scalar may still turn out to be a key. */
export function run(scan: Scan, stop: number): void {
  while (scan.line < scan.end && (scan.line < stop || scan.pendingLine >= 0)) {
    readLine(scan);
    scanLine(scan);
    scan.line++;
  }
  flush(scan);
}

function scanLine(scan: Scan): void {
  if (scan.indent === 0) {
    const marker = markerOf(scan.text);
    if (marker !== 0) {
      startDocument(scan, marker);
      return;
    }
  }
  switch (scan.mode) {
    case Mode.block:
      break;
    case Mode.literal:
      if (literalLine(scan)) return;
      break;
    case Mode.plain:
      if (plainLine(scan)) return;
      break;
    case Mode.quoted:
      if (quotedRest(scan)) return;
      break;
    case Mode.flow: {
      if (isControl(scan.text, scan.indent)) return;
      const after = flowLine(scan);
      if (after >= 0) afterNode(scan, after);
      if (after !== -2) return;
      break;
    }
    default:
      if (scan.text.includes('}}')) scan.mode = scan.resume;
      return;
  }
  scan.mode = Mode.block;
  blockLine(scan);
}

function quotedRest(scan: Scan): boolean {
  const isInFlow = scan.flowMaps + scan.flowSeqs > 0;
  const after = quotedLine(scan);
  if (after < 0) {
    if (isInFlow) closeFlow(scan);
    return false;
  }
  if (scan.quote !== 0) return true;
  scan.mode = isInFlow ? Mode.flow : Mode.block;
  const end = isInFlow ? flowRest(scan, after) : after;
  if (end >= 0) afterNode(scan, end);
  return true;
}

function startDocument(scan: Scan, marker: number): void {
  if (scan.mode === Mode.flow || scan.flowMaps + scan.flowSeqs > 0) closeFlow(scan);
  scan.mode = Mode.block;
  scan.quote = 0;
  while (scan.kinds.length > 0) pop(scan);
  scan.path.length = 0;
  scan.baseColumn = -1;
  scan.firstIndex = 0;
  scan.explicitColumn = -1;
  scan.hole = false;
  if (marker !== Code.dash) {
    if (scan.documentState === 1) scan.documentState = 2;
    return;
  }
  if (scan.documentState !== 0) scan.document++;
  scan.documentState = 1;
  const from = skipSpaces(scan.text, 3);
  if (endsAt(scan, from)) scan.hole = from > 3;
  else blockNode(scan, from);
}
