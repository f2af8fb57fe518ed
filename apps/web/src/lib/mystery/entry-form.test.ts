import { describe, expect, it } from 'vitest';
import { entryOf, readEntryForm, valuesOf } from './entry-form.ts';

function formOf(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat()) form.append(name, each);
  return form;
}

const basis = { channel: 'letter', identity: ' 市民 ', subject: '申请', sentOn: '2020-09-01' };

describe('the form of an entry', () => {
  it('begins with today and nothing else', () => {
    expect(entryOf(valuesOf(null, '2020-10-12'))).toMatchObject({
      kind: 'request',
      sentOn: '2020-10-12',
      receivedOn: null,
      form: null,
    });
  });

  it('leaves out the steps and points of the other kind', () => {
    const form = formOf({
      ...basis,
      kind: 'enquiry',
      receivedOn: '2020-09-02',
      repliedOn: '2020-09-04',
      form: ['seal', 'substance'],
    });
    const { identity, receivedOn, form: points } = entryOf(readEntryForm(form));
    expect([identity, receivedOn, points]).toEqual(['市民', null, ['substance']]);
  });

  it('tells a reply that meets no point from one that nobody has looked at', () => {
    const replied = { ...basis, kind: 'request', receivedOn: '2020-09-02', repliedOn: '2020-09-04' };
    expect(entryOf(readEntryForm(formOf(replied))).form).toBeNull();
    expect(entryOf(readEntryForm(formOf({ ...replied, 'checked-request': 'on' }))).form).toEqual([]);
  });
});
