import { expect, it } from 'vitest';
import { compileKnowledge, recommend } from '../../src/index.js';

const text = (id: string): string => `{en: ${id}, zh: ${id}}`;
const knowledge = compileKnowledge(
  new Map([
    [
      'lamp.yaml',
      `apiVersion: whichstack/v1
kind: Package
id: lamp
title: ${text('lamp')}
version: '1'
---
{apiVersion: whichstack/v1, kind: Dimension, id: time, title: ${text('time')}, base: s, examples: [1s], units: {s: 1, ms: 0.001}}
---
{apiVersion: whichstack/v1, kind: Factor, id: delay, title: ${text('delay')}, question: ${text('q')}, askedOf: [requirements], type: ordinal, dimension: time,
 levels: [{id: short, bound: 100ms, title: ${text('short')}}, {id: long, title: ${text('long')}}]}
---
{apiVersion: whichstack/v1, kind: Factor, id: dimmed, title: ${text('dimmed')}, question: ${text('q')}, askedOf: [requirements], type: flag}
---
{apiVersion: whichstack/v1, kind: Outcome, id: led, title: ${text('led')}}
---
{apiVersion: whichstack/v1, kind: Outcome, id: bulb, title: ${text('bulb')}}
---
{apiVersion: whichstack/v1, kind: Role, id: light, title: ${text('light')}, order: 1, decision: light}
---
apiVersion: whichstack/v1
kind: Decision
id: light
title: ${text('light')}
table:
  hitPolicy: first
  rules:
    - {when: {delay: {atMost: 80ms}, dimmed: yes}, then: led}
    - {when: {delay: {not: 80ms}}, then: bulb}
`,
    ],
  ]),
);

it('A rule may write levels as figures and flags as words, as a workload may', () => {
  const light = (delay: string, dimmed: boolean | string): unknown =>
    recommend(knowledge, { requirements: { delay, dimmed } }).stack['light'];
  expect(light('50ms', true)).toMatchObject({ chosen: [{ id: 'led' }] });
  expect(light('0.1s', 'yes')).toMatchObject({ chosen: [{ id: 'led' }] });
  expect(light('short', false)).toMatchObject({ chosen: [] });
  expect(light('101ms', false)).toMatchObject({ chosen: [{ id: 'bulb' }] });
});
