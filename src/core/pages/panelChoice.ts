// Which of the panels that show a page is brought to the front when the page is asked for again.

/** A panel that shows the page. `column` is not known before the editor has put it somewhere. */
export interface ShownPanel {
  readonly column: number | undefined;
  readonly isActive: boolean;
  readonly isVisible: boolean;
}

/** The panel that serves: the one in front, one that is seen, any. */
export function anyPanel<P extends ShownPanel>(panels: readonly P[]): P | undefined {
  return panels.find(({ isActive }) => isActive) ?? panels.find(({ isVisible }) => isVisible) ?? panels[0];
}

/** The same for whoever wants the page beside column `front`: what stands in that column does not serve. */
export function panelBeside<P extends ShownPanel>(panels: readonly P[], front: number): P | undefined {
  return anyPanel(panels.filter(({ column }) => column !== undefined && column !== front));
}

/** The most columns that the editor numbers. */
const MOST_COLUMNS = 9;

/** The column beside `front`: one number for whatever is opened there together. */
export function columnBeside(front: number): number {
  return Math.min(front + 1, MOST_COLUMNS);
}
