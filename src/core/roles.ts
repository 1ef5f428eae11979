// Which roles say what a product does. A case that lists a product and never comes back to it says that in its place.
import type { ProductUse } from './model';

/** How such a role begins, in the words of the data (`data/README.md`). */
const UNTOLD: readonly string[] = ['列表所列', '仅证言提及'];

/** Whether the case tells what the product does there: `前端代理`, and not `列表所列，正文未述`. */
export function tellsRole({ role }: ProductUse): boolean {
  return !UNTOLD.some((beginning) => role.zh.startsWith(beginning));
}
