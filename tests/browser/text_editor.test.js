// The text editor of the record's form: writing, by pointer and by keyboard; what it leaves alone; that everybody can use it.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { accessibilityProblems, launch, layoutProblems, openTab } from '../support/browser.js';
import { at, emails, signInBy, siteWithPeople } from '../support/people.js';

const { site, person } = await siteWithPeople();
const browser = await launch();
after(() => browser.close());
const pictures = process.env.INTERREGIO_WORKSPACE_PICTURES; // a folder, to look at them
if (pictures) mkdirSync(pictures, { recursive: true });

const visitor = await person('publisher');
const list = (await visitor.get('/de/arbeitsbereich/akte/aktivitaeten?q=Delegation des RVR')).text;
const record = /href="(\/de\/arbeitsbereich\/akte\/aktivitaeten\/[0-9a-f-]{36})"/.exec(list)[1];
const form = `${record}/bearbeiten`;

/** The form, signed in; `editor` is that of the German body, `source` its textarea. `body` takes its place in the page. */
async function openForm({ body, ...options } = {}, language = 'de') {
  const view = await openTab(browser, site, options);
  const { tab, context } = view;
  await signInBy(tab, site, emails.publisher);
  await tab.waitForURL(`**${at.desk}`);
  if (body !== undefined)
    await tab.addInitScript((text) => {
      // Before scripts of the page begin.
      document.addEventListener('readystatechange', () => {
        const field = document.querySelector('[name="body.de"]');
        if (field && document.readyState === 'interactive') field.defaultValue = text;
      });
    }, body);
  await view.visit(form);
  const path = await tab.locator(`.languages a[lang="${language}"]`).getAttribute('href');
  if (language !== 'de') await view.visit(path);
  const source = tab.locator('[name="body.de"]');
  const version = tab.locator('.text-version', { has: source });
  return { ...view, source, version, editor: version.locator('.text-editor__surface'), tool: (name) => version.getByRole('button', { name, exact: true }), value: () => source.inputValue() };
}

async function empty({ tab, editor }) {
  await editor.click();
  await tab.keyboard.press('Control+a');
  await tab.keyboard.press('Delete');
}

test('writing: paragraphs, bold and italic by keyboard, headings, lists, quotations', async () => {
  const view = await openForm({ body: '' });
  const { tab, trouble, value, tool, close } = view;
  await empty(view);
  await tab.keyboard.type('Ein ');
  await tab.keyboard.press('Control+b');
  await tab.keyboard.type('fettes');
  await tab.keyboard.press('Control+b');
  await tab.keyboard.type(' und ');
  await tab.keyboard.press('Control+i');
  await tab.keyboard.type('kursives');
  await tab.keyboard.press('Control+i');
  await tab.keyboard.type(' Wort, „so“ – 5 * 3.');
  assert.equal(await value(), 'Ein **fettes** und *kursives* Wort, „so“ – 5 * 3.');
  assert.equal(await tool('Fett').getAttribute('aria-pressed'), 'false');
  await tab.keyboard.press('Enter');
  await tab.keyboard.type('Programm');
  await tab.keyboard.press('Control+Shift+2');
  assert.equal(await tool('Überschrift').getAttribute('aria-pressed'), 'true');
  await tab.keyboard.press('Enter');
  await tab.keyboard.type('- Anreise');
  await tab.keyboard.press('Enter');
  await tab.keyboard.type('Gespräche');
  await tab.keyboard.press('Enter');
  await tab.keyboard.type('mit dem Rat');
  await tab.keyboard.press('Alt+Shift+ArrowRight');
  await tab.keyboard.press('Enter');
  await tab.keyboard.press('Enter');
  await tab.keyboard.press('Enter');
  await tab.keyboard.type('Zeile');
  await tab.keyboard.press('Shift+Enter');
  await tab.keyboard.type('noch eine');
  await tab.keyboard.press('Control+Shift+9');
  assert.equal(await value(), 'Ein **fettes** und *kursives* Wort, „so“ – 5 * 3.\n\n## Programm\n\n- Anreise\n- Gespräche\n  - mit dem Rat\n\n> Zeile\\\n> noch eine');
  await tool('Rückgängig').click();
  assert.match(await value(), /\n\nZeile\\\nnoch eine$/);
  await tool('Wiederholen').click();
  await tab.keyboard.press('Control+Shift+9');
  await tool('Nummerierte Liste').click();
  assert.match(await value(), /\n\n1\. Zeile\\\n   noch eine$/);
  await tool('Aufzählung').click();
  assert.match(await value(), /\n\n\* Zeile\\\n  noch eine$/, 'another list than the one above');
  await tool('Aufzählung').click();
  assert.match(await value(), /\n\nZeile\\\nnoch eine$/);
  await tab.keyboard.press('Enter');
  await tab.keyboard.type('12. Mai, Schüler*innen und Lehrer*innen, das ist **wichtig**.');
  assert.match(await value(), /\n\n12\\\. Mai, Schüler\\\*innen und Lehrer\\\*innen, das ist \*\*wichtig\*\*\.$/);
  assert.deepEqual(trouble, []);
  await close();
});

test('several paragraphs become a list and are taken out of it again', async () => {
  const view = await openForm({ body: 'eins\n\nzwei\n\ndrei' });
  const { tab, editor, value, tool, close } = view;
  await editor.click();
  await tab.keyboard.press('Control+a');
  await tool('Nummerierte Liste').click();
  assert.equal(await value(), '1. eins\n2. zwei\n3. drei');
  await tool('Nummerierte Liste').click();
  assert.equal(await value(), 'eins\n\nzwei\n\ndrei');
  await tool('Zitat').click();
  assert.equal(await value(), '> eins\n>\n> zwei\n>\n> drei');
  await tool('Zitat').click();
  assert.equal(await value(), 'eins\n\nzwei\n\ndrei');
  await close();
});

test('a link is made, changed and removed by keyboard', async () => {
  const view = await openForm({ body: 'Zum Programm hier' });
  const { tab, editor, value, trouble, close } = view;
  const dialog = tab.getByRole('dialog', { name: 'Link' });
  await editor.focus();
  await tab.keyboard.press('Control+End');
  await tab.keyboard.press('Control+Shift+ArrowLeft');
  await tab.keyboard.press('Control+k');
  await dialog.waitFor();
  assert.deepEqual(await accessibilityProblems(tab), []);
  await tab.keyboard.type('javascript:alert(1)');
  await tab.keyboard.press('Enter');
  await dialog.getByRole('alert').getByText('keine Adresse').waitFor();
  assert.equal(await dialog.getByLabel('Adresse').getAttribute('aria-invalid'), 'true');
  assert.deepEqual(await accessibilityProblems(tab), []);
  await tab.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.ok(await editor.evaluate((element) => element === document.activeElement), 'the focus is back');
  assert.equal(await value(), 'Zum Programm hier');
  await tab.keyboard.press('Control+k');
  await tab.keyboard.type('www.rvr.ruhr/programm');
  await tab.keyboard.press('Enter');
  assert.equal(await value(), 'Zum Programm [hier](https://www.rvr.ruhr/programm)');
  await tab.keyboard.press('Control+k');
  assert.equal(await dialog.getByLabel('Adresse').inputValue(), 'https://www.rvr.ruhr/programm');
  await tab.keyboard.type('/de/programm');
  await tab.keyboard.press('Enter');
  assert.equal(await value(), 'Zum Programm [hier](/de/programm)');
  await tab.keyboard.press('Control+End');
  await tab.keyboard.type(' und ');
  await tab.keyboard.press('Control+k');
  await tab.keyboard.type('info@rvr.ruhr');
  await tab.keyboard.press('Tab');
  assert.ok(await dialog.getByLabel('Linktext').evaluate((element) => element === document.activeElement));
  await tab.keyboard.type('Fragen');
  await tab.keyboard.press('Enter');
  assert.equal(await value(), 'Zum Programm [hier](/de/programm) und [Fragen](mailto:info@rvr.ruhr)');
  await tab.keyboard.press('Control+k');
  await dialog.getByRole('button', { name: 'Link entfernen' }).focus();
  await tab.keyboard.press('Enter');
  assert.equal(await value(), 'Zum Programm [hier](/de/programm) und Fragen');
  assert.deepEqual(trouble, []);
  await close();
});

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0cm}</style></head><body lang=DE><!--StartFragment-->
<h1 style='mso-fareast-font-family:"Times New Roman"'>Bericht<o:p></o:p></h1>
<p class=MsoNormal>Ein <b style='mso-bidi-font-weight:normal'>fettes</b> und <span style='font-style:italic'>kursives</span> <span style='color:red;font-size:20pt'>rotes</span> Wort<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Erstens<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>darunter<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Zweitens<o:p></o:p></p>
<table><tr><td><p class=MsoNormal>Zelle</p></td></tr></table>
<p class=MsoNormal><a href="https://www.rvr.ruhr/">Link</a> <a href="file:///C:/x.docx">Datei</a><img src="file:///C:/bild.png"><script>alert(1)</script></p><!--EndFragment--></body></html>`;

const web = `<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><h3>Titel</h3><div style="color:red" onclick="alert(1)">Ein <span style="font-weight:700">Absatz</span></div>
<ul><li style="list-style:disc"><p>a</p></li><li>b<ul><li>c</li></ul></li></ul><pre><code>Code</code></pre></b>`;

function paste(editor, html, text = '') {
  return editor.evaluate((element, [type, contents, plain]) => {
    const clipboardData = new DataTransfer();
    if (contents) clipboardData.setData(type, contents);
    if (plain) clipboardData.setData('text/plain', plain);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, ['text/html', html, text]);
}

test('what is pasted from a word processor or a web page is reduced to what a text may hold', async () => {
  const view = await openForm({ body: '' });
  const { editor, value, trouble, close } = view;
  await empty(view);
  await paste(editor, word);
  assert.equal(await value(), '## Bericht\n\nEin **fettes** und *kursives* rotes Wort\n\n- Erstens\n  1. darunter\n- Zweitens\n\nZelle\n\n[Link](https://www.rvr.ruhr/) Datei');
  await empty(view);
  await paste(editor, web);
  assert.equal(await value(), '### Titel\n\nEin **Absatz**\n\n- a\n- b\n  - c\n\nCode');
  await empty(view);
  await paste(editor, '', 'Zeile *eins*\n\nZeile zwei');
  assert.equal(await value(), 'Zeile \\*eins\\*\n\nZeile zwei');
  assert.deepEqual(trouble, []);
  await close();
});

test('the source can be edited, and the editor takes what was written there', async () => {
  const { tab, editor, source, tool, value, version, close } = await openForm({ body: 'Ein Satz.' });
  await tool('Quelltext').click();
  assert.ok(await source.evaluate((element) => element === document.activeElement));
  assert.ok(await editor.isHidden());
  await source.fill('Ein **Satz**.\n\n* a\n* b');
  await tool('Quelltext').click();
  assert.ok(await editor.evaluate((element) => element === document.activeElement));
  assert.equal(await editor.locator('li').count(), 2);
  assert.equal(await value(), 'Ein **Satz**.\n\n* a\n* b', 'as it was written');
  await tab.keyboard.press('Control+Home');
  await tab.keyboard.type('Nur ');
  assert.equal(await value(), 'Nur Ein **Satz**.\n\n* a\n* b', 'only the paragraph is written anew');
  await tool('Quelltext').click();
  await source.fill('| a |\n|---|\n| b |');
  await tool('Quelltext').click();
  await version.getByRole('status').getByText('Damit nichts verloren geht').waitFor();
  assert.ok(await editor.isHidden());
  assert.deepEqual(await accessibilityProblems(tab), []);
  await source.fill('Wieder einfach');
  await tool('Quelltext').click();
  assert.equal(await editor.textContent(), 'Wieder einfach');
  await close();
});

const odd = 'Erste Zeile  \nzweite __Zeile__\n\n\n* a\n* b\n\n[Ruhr](https://www.rvr.ruhr)\n';

test('what nobody has touched is sent as it was, and what is changed and changed back as well', async () => {
  const { tab, editor, value, close } = await openForm({ body: odd });
  const before = await tab.locator('textarea').evaluateAll((areas) => areas.map(({ name, defaultValue }) => [name, defaultValue]));
  await editor.click();
  assert.equal(await value(), odd);
  await tab.keyboard.type('x');
  assert.notEqual(await value(), odd);
  await tab.keyboard.press('Control+z');
  assert.equal(await value(), odd);
  let sent;
  await tab.route(/bearbeiten$/, async (route) => {
    sent = new URLSearchParams(route.request().postData());
    await route.abort();
  });
  await tab.getByRole('button', { name: 'Speichern' }).click();
  await tab.waitForTimeout(300);
  for (const [name, text] of before) assert.equal(sent.get(name).replaceAll('\r\n', '\n'), text, name);
  assert.ok(before.length > 3);
  await close();
});

test('a text that the editor cannot show stays in its field and says why', async () => {
  const text = 'Ein `Befehl` und ![Bild](/x.png)\n\n| a |\n|---|\n| b |';
  const { source, editor, version, value, close } = await openForm({ body: text });
  assert.equal(await editor.count(), 0);
  assert.ok(await source.isVisible());
  assert.equal(await source.getAttribute('aria-hidden'), null);
  await version.getByText('nicht darstellen kann').waitFor();
  assert.equal(await value(), text);
  await source.fill(`${text} mehr`);
  assert.equal(await value(), `${text} mehr`);
  await close();
});

test('it is a named text field with its language, and everything that means the textarea leads to it', async () => {
  const { tab, editor, source, version, close } = await openForm({ body: 'Text' });
  assert.equal(await editor.getAttribute('role'), 'textbox');
  assert.equal(await editor.getAttribute('aria-multiline'), 'true');
  assert.equal(await editor.getAttribute('lang'), 'de');
  const focused = () => editor.evaluate((element) => element === document.activeElement);
  await version.locator('label').first().click();
  assert.ok(await focused(), 'by its label');
  await tab.locator('[name="edition"]').focus();
  await tab.evaluate((id) => (location.hash = id), await source.getAttribute('id'));
  assert.ok(await focused(), 'by a link to the textarea');
  assert.equal(await version.getByRole('textbox', { name: 'Deutsch' }).count(), 1);
  await close();
});

test('the buttons are reached by keyboard and the focus is seen', async () => {
  const { tab, editor, tool, value, close } = await openForm({ body: 'Wort' });
  await editor.focus();
  await tab.keyboard.press('Control+a');
  await tab.keyboard.press('Alt+F10');
  const at = () => tab.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent);
  assert.equal(await at(), 'Überschrift');
  await tab.keyboard.press('ArrowRight');
  await tab.keyboard.press('ArrowRight');
  assert.equal(await at(), 'Fett');
  assert.match(await tool('Fett').evaluate((element) => getComputedStyle(element).outlineStyle), /solid|auto/);
  await tab.keyboard.press('Enter');
  assert.equal(await value(), '**Wort**');
  await tab.keyboard.press('Alt+F10');
  assert.equal(await at(), 'Fett', 'where it was');
  await tab.keyboard.press('End');
  assert.equal(await at(), 'Quelltext');
  await tab.keyboard.press('ArrowRight');
  assert.equal(await at(), 'Überschrift');
  await tab.keyboard.press('ArrowLeft');
  await tab.keyboard.press('Home');
  assert.equal(await at(), 'Überschrift');
  await tab.keyboard.press('Escape');
  assert.ok(await editor.evaluate((element) => element === document.activeElement));
  // The tab key goes through: one stop for the buttons, one for the text.
  await tab.keyboard.press('Shift+Tab');
  assert.equal(await at(), 'Überschrift');
  await close();
});

test('texts that come into the page later get their editor, and changes by others are shown', async () => {
  const { tab, editor, source, close } = await openForm({ body: 'Alt' });
  await source.evaluate((element) => {
    element.value = 'Aus *anderer* Hand';
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
  assert.equal(await editor.locator('em').textContent(), 'anderer');
  await tab.evaluate(() => {
    const form = document.querySelector('.record-form');
    const copy = new DOMParser().parseFromString(form.outerHTML, 'text/html').querySelector('.record-form');
    for (const box of copy.querySelectorAll('.text-editor')) box.remove();
    for (const area of copy.querySelectorAll('textarea')) area.className = 'text-version__body';
    const field = copy.querySelector('[name="body.de"]');
    field.value = 'Neue Fassung';
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', 'body-de-error');
    form.replaceWith(copy);
    document.dispatchEvent(new CustomEvent('record-form:replaced', { detail: { root: copy } }));
  });
  assert.equal(await editor.textContent(), 'Neue Fassung');
  assert.equal(await editor.getAttribute('aria-invalid'), 'true');
  assert.match(await editor.getAttribute('aria-describedby'), /^body-de-error /);
  assert.equal(await tab.locator('.text-editor').count(), await tab.locator('textarea[data-markup="commonmark"]').count());
  await close();
});

const sample = '## Überschrift\n\nEin Absatz mit **fetten**, *kursiven* Wörtern und [einem Link](https://www.rvr.ruhr).\n\n### Darunter\n\n- Aufzählung\n  - eine Ebene tiefer\n- zweiter Punkt\n\n1. eins\n2. zwei\n\n> „Ein Zitat.“\n\nZeile\\\nnächste Zeile';

for (const [name, options] of Object.entries({ light: {}, dark: { colorScheme: 'dark' }, forced: { forcedColors: 'active' } }))
  for (const width of [360, 1440])
    test(`nothing is cut and axe finds nothing: ${name}, ${width} pixels`, async () => {
      for (const language of name === 'light' ? ['de', 'pl', 'en'] : ['de']) {
        const { tab, editor, version, close } = await openForm({ body: sample, viewport: { width, height: 900 }, ...options }, language);
        await editor.focus();
        assert.deepEqual(await layoutProblems(tab), [], language);
        assert.deepEqual(await accessibilityProblems(tab), [], language);
        for (const button of await version.locator('.text-editor__tool').all()) {
          const box = await button.boundingBox();
          assert.ok(box.width >= 44 && box.height >= 44, `${box.width} × ${box.height}`);
        }
        if (pictures) {
          await tab.locator('fieldset.text-field', { has: editor }).screenshot({ path: join(pictures, `editor-${name}-${language}-${width}.png`) });
          await tab.keyboard.press('Control+k');
          await tab.screenshot({ path: join(pictures, `link-${name}-${language}-${width}.png`) });
        }
        await close();
      }
    });

test('without script the textarea is there', async () => {
  const { tab, source, close } = await openForm({ javaScriptEnabled: false });
  assert.ok(await source.isVisible());
  assert.equal(await tab.locator('.text-editor').count(), 0);
  await close();
});

test('pages for the public do not load it', async () => {
  for (const path of ['/de/', '/pl/', '/en/', at.signIn, record]) assert.ok(!(await visitor.get(path)).text.includes('text-editor'), path);
});
