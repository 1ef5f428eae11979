// What the script of a page must do, tried in the page itself: keyboard, input method, messages of the host, state.

/** The faults of a page, as sentences; `name` tells which checks are for it. */
export async function misbehaviour(page, name) {
  const faults = [];
  for (const [what, isFor, check] of CHECKS) {
    if (!name.startsWith(isFor)) continue;
    await page.evaluate(() => {
      window.sent.length = 0;
    });
    if (!(await check(page))) faults.push(`${name}: ${what}`);
  }
  return faults;
}

const sent = (page) => page.evaluate(() => window.sent);
const tell = (page, message) =>
  page.evaluate((data) => window.postMessage(data, '*'), message).then(() => page.waitForTimeout(50));

const CHECKS = [
  [
    'Enter on a link opens its page',
    'case-',
    async (page) => {
      await page.locator('a.chip.industry').focus();
      await page.keyboard.press('Enter');
      const [message] = await sent(page);
      return message?.type === 'open' && message.page.kind === 'industry' && message.beside === false;
    },
  ],
  [
    'Control and a click open beside',
    'case-',
    async (page) => {
      await page.locator('a.chip.industry').click({ modifiers: ['Control'] });
      return (await sent(page))[0]?.beside === true;
    },
  ],
  [
    'the keyboard reaches a box of the architecture picture and opens its product',
    'case-inet-1.26',
    async (page) => {
      await page.locator('svg.picture a.node:visible').first().focus();
      await page.keyboard.press('Enter');
      return (await sent(page))[0]?.page?.kind === 'product';
    },
  ],
  [
    'a revealed statement is marked, focused and in view',
    'case-',
    async (page) => {
      await tell(page, { type: 'reveal', place: 'solution-0' });
      return page.evaluate(() => {
        const hit = document.querySelector('.hit');
        const { top, bottom } = hit?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
        return hit?.id === 'solution-0' && document.activeElement === hit && top >= 0 && bottom <= innerHeight;
      });
    },
  ],
  [
    'a message that is none of ours does nothing',
    'case-',
    async (page) => {
      const before = await page.content();
      await tell(page, { type: 'reveal', place: '<img src=x>' });
      await tell(page, { type: 'citations', items: [{ place: 1 }] });
      await tell(page, 'reveal');
      return before === (await page.content());
    },
  ],
  [
    'the favourite button shows what the host says',
    'case-',
    async (page) => {
      await tell(page, { type: 'favourite', isOn: true });
      return (await page.locator('[data-action=favourite]').getAttribute('aria-pressed')) === 'true';
    },
  ],
  [
    'citing lines are shown as text and lead back by their number',
    'case-',
    async (page) => {
      const item = { place: 'a.yaml:3', text: '# <b>case</b>: inet-1', beside: 'Db:' };
      await tell(page, { type: 'citations', isComplete: true, items: [item] });
      await page.locator('[data-citation]').click();
      const [message] = await sent(page);
      const text = await page.locator('#citations-list code').textContent();
      return message?.type === 'citation' && message.index === 0 && text === item.text;
    },
  ],
  [
    'after a whole search the button searches again',
    'case-',
    async (page) => {
      const button = page.locator('[data-action=findCitations]');
      const first = await button.textContent();
      await tell(page, { type: 'citations', isComplete: true, items: [] });
      const again = await button.textContent();
      await button.click();
      const [message] = await sent(page);
      await tell(page, { type: 'citations', isComplete: false, items: [] });
      return message?.action === 'findCitations' && again !== first && (await button.textContent()) === first;
    },
  ],
  [
    'scrolling is kept',
    'case-',
    async (page) => {
      await page.evaluate(() => window.scrollTo(0, 200));
      await page.waitForTimeout(300);
      return page.evaluate(() => window.acquireVsCodeApi().getState()?.scroll > 0);
    },
  ],
  [
    'the filter hides what does not fit and says how many are left',
    'overview',
    async (page) => {
      await page.locator('#filter').fill('RDS MySQL');
      const [left, total] = (await page.locator('#filter-count').textContent()).match(/\d+/g).map(Number);
      const rows = await page.locator('#all > li:visible').count();
      await page.locator('#filter').fill('');
      return left === rows && left < total && (await page.locator('#all > li:visible').count()) === total;
    },
  ],
  [
    'while an input method composes, neither typing nor Enter does anything',
    'overview',
    async (page) => {
      const shown = () => page.locator('#all > li:visible').count();
      const before = await shown();
      await page.locator('#filter').focus();
      await page.evaluate(() => {
        const field = document.querySelector('#filter');
        field.dispatchEvent(new CompositionEvent('compositionstart', { data: '' }));
        field.value = 'zhibo';
        field.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true }));
      });
      const during = (await shown()) === before && (await sent(page)).length === 0;
      await page.evaluate(() => {
        const field = document.querySelector('#filter');
        field.value = 'ECS';
        field.dispatchEvent(new CompositionEvent('compositionend', { data: 'ECS' }));
      });
      const after = (await shown()) < before;
      await page.locator('#filter').press('Enter');
      return during && after && (await sent(page))[0]?.query === 'ECS';
    },
  ],
  [
    'a click on a line of the map leads to its cases',
    'map',
    async (page) => {
      await page.evaluate(() =>
        document.querySelector('svg.map [data-pair]').dispatchEvent(new MouseEvent('click', { bubbles: true })),
      );
      return page.evaluate(() => document.querySelector('tr.hit')?.id.startsWith('pair-'));
    },
  ],
  [
    'a product of the map brings out its lines when it has the focus',
    'map',
    async (page) => {
      await page.locator('svg.map a.dot:visible').first().focus();
      return page.evaluate(() => document.querySelectorAll('.lit').length > 0);
    },
  ],
  [
    'a line of my file leads there',
    'file',
    async (page) => {
      await page.locator('button.line').first().click();
      return (await sent(page))[0]?.type === 'line';
    },
  ],
  [
    'a review says that it listens, so that its host can tell what changed while it was hidden',
    'review',
    async (page) => {
      await page.reload();
      return (await sent(page)).some(({ type }) => type === 'ready');
    },
  ],
  [
    'a review takes the focus where its host says, and keeps it when the part that had it is put in anew',
    'review',
    async (page) => {
      const state = { version: 1, target: { kind: 'workspace' }, whatIf: { off: [], added: [] } };
      const focused = (selector) => page.evaluate((at) => document.activeElement?.matches(at) === true, selector);
      await tell(page, { type: 'focus', id: 'action-refresh', state });
      const isTaken = await focused('button[data-review="refresh"]');
      await page.locator('#cases-part button, #cases-part a').first().focus();
      await tell(page, { type: 'cases', html: await page.locator('#cases-part').innerHTML(), state });
      return isTaken && (await focused('#products select'));
    },
  ],
  [
    'a review shows the what-if that its host tells, and keeps it',
    'review',
    async (page) => {
      const target = { kind: 'workspace' };
      const state = { version: 1, target, whatIf: { off: ['oss'], added: [] } };
      await tell(page, { type: 'cases', html: '<p id="told">told</p>', state });
      const kept = await page.evaluate(() => window.acquireVsCodeApi().getState());
      const isTicked = await page.locator('input[data-what-if="oss"]').isChecked();
      return (await page.locator('#told').count()) === 1 && !isTicked && kept.whatIf.off[0] === 'oss';
    },
  ],
  [
    'keys in the list of products choose one, and the button beside it adds it',
    'review',
    async (page) => {
      const list = page.locator('select');
      await list.focus();
      for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
      const early = (await sent(page)).length;
      const productId = await list.inputValue();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const [message] = await sent(page);
      const isAsked = message?.type === 'whatIf' && message.productId === productId && message.on;
      return early === 0 && productId !== '' && isAsked && (await list.inputValue()) === '';
    },
  ],
  [
    'the middle button opens a link of a review beside it, and presses no button',
    'review',
    async (page) => {
      await page.locator('button[data-answer], button[data-review=refresh]').first().click({ button: 'middle' });
      await page.locator('a[data-open]:visible').first().click({ button: 'middle' });
      const messages = await sent(page);
      return messages.length === 1 && messages[0].type === 'open' && messages[0].beside === true;
    },
  ],
];
