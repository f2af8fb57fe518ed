import type { MessageKind } from '@gongping/contracts';
import { m } from '#lib/paraglide/messages.js';

/** What the places of a template are filled with in its preview, in the language of the template. */
export function sampleValues(kind: MessageKind, language: 'zh' | 'en'): Record<string, string> {
  const told = { locale: language === 'zh' ? 'zh-CN' : 'en' } as const;
  return {
    name: m.inbox_sample_name({}, told),
    assessment: m.inbox_sample_assessment({}, told),
    phase: m.inbox_sample_phase({}, told),
    unit: m.inbox_sample_unit({}, told),
    indicator: m.inbox_sample_indicator({}, told),
    ruling: m.inbox_sample_ruling({}, told),
    family: m.inbox_sample_family({}, told),
    reason: m.inbox_sample_reason({}, told),
    version: '2',
    sender: m.inbox_sample_sender({}, told),
    text: m.inbox_sample_text({}, told),
    link: `https://gongping.example.cn${kind === 'survey-invitation' ? '/s/2020?t=7K3D-9QXM-2A4F-5HRT-8CEP-6WNY' : '/work'}`,
    minutes: '5',
    until: '2020-10-31',
    end: '2020-09-30',
    year: '2019',
    due: '2020-01-31',
  };
}
