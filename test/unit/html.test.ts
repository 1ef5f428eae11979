import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { escapeHtml, html } from '../../src/core/html';

describe('html', () => {
  test('escapes every string that it is given', () => {
    const hostile = `<img src=x onerror=alert(1)> "quoted" 'and' \`ticked\` & $(zap) [x](command:run)`;
    expect(html`<p title="${hostile}">${hostile}</p>`.toString()).toBe(
      `<p title="${escapeHtml(hostile)}">${escapeHtml(hostile)}</p>`,
    );
    expect(escapeHtml(hostile)).not.toMatch(/[<>"'`]/);
  });

  test('takes over markup of its own, in lists too', () => {
    expect(html`<ul>${['a<b', 'c'].map((text) => html`<li>${text}</li>`)}</ul>`.toString()).toBe(
      '<ul><li>a&lt;b</li><li>c</li></ul>',
    );
  });

  test('leaves out what is not there, and shows zero', () => {
    expect(html`[${undefined}${false}${0}]`.toString()).toBe('[0]');
  });

  test('whatever the text, it opens no tag and no attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(/[<>"'`]/.test(html`${text}`.toString())).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});
