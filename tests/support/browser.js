// A real browser (Debian's Chromium) that looks at the portal and writes down everything that went wrong by itself.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { demoSite, demoWithPictures } from './server.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--no-first-run',
      '--disable-component-update', '--disable-sync'],
  });
}

/** For the tests of one file: demoSite(), with the files of its pictures, and a browser that ends before it. */
export async function demoInBrowser() {
  const browser = await launch();
  after(() => browser.close());
  return { browser, ...(await demoSite(demoWithPictures)) };
}

/** Opens a page of the site; `trouble` of what is given collects console errors, failed and foreign requests. */
export async function openTab(browser, site, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce', ...options });
  const tab = await context.newPage();
  const trouble = [];
  tab.on('console', (message) => ['error', 'warning'].includes(message.type()) && trouble.push(`console: ${message.text()}`));
  tab.on('pageerror', (error) => trouble.push(`script: ${error.message}`));
  tab.on('request', (request) => new URL(request.url()).origin === site.url || trouble.push(`another host: ${request.url()}`));
  tab.on('requestfailed', (request) => trouble.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  tab.on('response', (response) => response.status() >= 400 && trouble.push(`${response.status()}: ${response.url()}`));
  tab.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  return {
    tab,
    trouble,
    context,
    /** Goes to a path; fails when anything went wrong on the way. */
    async visit(path, { expected = 200 } = {}) {
      await tab.goto('about:blank'); // what the page before was still loading ends with it, not in this one
      trouble.length = 0;
      const answer = await tab.goto(site.url + path, { waitUntil: 'load' });
      assert.equal(answer.status(), expected, path);
      const real = trouble.filter((line) => expected === 200 || !/404/.test(line));
      assert.deepEqual(real, [], path);
      return answer;
    },
    close: () => context.close(),
  };
}

/** What axe finds on the page: "rule: element" lines. */
export async function accessibilityProblems(tab) {
  await tab.evaluate(axeSource);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const violations = await tab.evaluate(async (values) => {
    const found = await globalThis.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    if (found.passes.length < 10) return [`axe looked at next to nothing: ${found.passes.length} rules`];
    return found.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.failureSummary.split('\n').slice(1).join(' ')}`));
  }, tags);
  return violations.map((line) => line.replace(/\s+/g, ' '));
}

/** What does not fit: a page that scrolls sideways, elements beyond its edge, text that is cut off. */
export function layoutProblems(tab) {
  return tab.evaluate(() => {
    const problems = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) problems.push(`the page is ${document.documentElement.scrollWidth} wide instead of ${width}`);
    const name = (element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} "${element.textContent.trim().slice(0, 40)}"`;
    const hidden = (element) => element.closest('.sr-only, .skip-link, [hidden]') || getComputedStyle(element).visibility === 'hidden';
    const scrolls = (element) => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
        if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
      return false;
    };
    const beyond = (box) => box.width > 0 && box.height > 0 && (box.right > width + 1 || box.left < -1);
    for (const element of document.querySelectorAll('body *')) {
      const own = element.getBoundingClientRect();
      if (own.width === 0 || own.height === 0 || hidden(element) || scrolls(element)) continue;
      const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
      // Boxes may reach beyond the edge for looks; words, pictures and controls may not.
      const boxes = /^(img|button|select|input|summary)$/i.test(element.tagName) ? [own] : [];
      for (const node of words) {
        const range = document.createRange();
        range.selectNodeContents(node);
        boxes.push(...range.getClientRects());
      }
      if (boxes.some(beyond)) problems.push(`beyond the edge: ${name(element)}`);
      const style = getComputedStyle(element);
      if (words.length > 0 && style.display !== 'inline' && /hidden|clip/.test(style.overflowX + style.overflowY) && !/^(option|select)$/i.test(element.tagName) &&
        (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) problems.push(`cut off: ${name(element)}`);
    }
    return [...new Set(problems)].slice(0, 12);
  });
}

/**
 * Where the Tab key leads, pressed so many times from where the focus is: { place, name, inView, covered }, whether
 * it lies in the window and below the bar at the end of a form. Asserts that the focus is seen (WCAG 2.2, 2.4.7) and
 * goes in the order of the page (2.4.3).
 */
export async function tabStops(tab, count) {
  const stops = [];
  for (let i = 0; i < count; i += 1) {
    await tab.keyboard.press('Tab');
    const stop = await tab.evaluate(() => {
      const element = document.activeElement;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const { top, bottom } = element.getBoundingClientRect();
      const bar = element.closest('.form-end') ? undefined : document.querySelector('.form-end')?.getBoundingClientRect();
      return { place: [...document.querySelectorAll('*')].indexOf(element), name: element.outerHTML.slice(0, 120), inView: bottom > 0 && top < innerHeight,
        covered: bar !== undefined && top >= bar.top && bottom <= bar.bottom + 1,
        marked: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' };
    });
    assert.ok(stop.marked, `focus is not seen on ${stop.name}`);
    stops.push(stop);
  }
  const places = stops.map(({ place }) => place);
  assert.deepEqual(places, [...places].sort((one, other) => one - other), 'in the order of the page');
  return stops;
}
