// The served OpenAPI document, and every answer against it.
import assert from 'node:assert/strict';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Reads the document; gives { document, check(path, answer) }: check() finds the schema of the answer by its path. */
export async function contractOf(site) {
  const answer = await site.get('/api/v1/openapi.json');
  assert.equal(answer.status, 200);
  const document = JSON.parse(answer.text);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(document, 'openapi');
  const validators = new Map();
  const validate = (pointer, value, what) => {
    if (!validators.has(pointer)) validators.set(pointer, ajv.compile({ $ref: `openapi#${pointer}` }));
    const valid = validators.get(pointer);
    assert.ok(valid(value), `${what}: ${JSON.stringify(valid.errors?.slice(0, 4), null, 1)}`);
  };
  const escaped = (text) => text.replaceAll('~', '~0').replaceAll('/', '~1');
  /** The template of the document that a path belongs to: the literal one before one with a placeholder. */
  const templateOf = (path) =>
    Object.keys(document.paths).find((each) => each === path) ??
    Object.keys(document.paths).find((each) => new RegExp(`^${each.replace(/\{\w+\}/g, '[^/]+')}$`).test(path));
  const check = (address, given) => {
    const path = address.split('?')[0];
    const template = templateOf(path);
    const value = JSON.parse(given.text);
    if (given.status !== 200) {
      assert.match(given.headers['content-type'], /^application\/problem\+json/, address);
      validate('/components/schemas/Problem', value, address);
      assert.equal(value.status, given.status);
      return value;
    }
    assert.ok(template, `${address} is in the OpenAPI document`);
    assert.match(given.headers['content-type'], /^application\/json/, address);
    validate(`/paths/${escaped(template)}/get/responses/200/content/application~1json/schema`, value, address);
    return value;
  };
  return { document, check };
}
