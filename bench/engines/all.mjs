import { byHand } from './by-hand.mjs';
import { dmnEval } from './dmn-eval.mjs';
import { feelin } from './feelin.mjs';
import { jsonRules } from './json-rules.mjs';
import { whichstack } from './whichstack.mjs';
import { zen } from './zen.mjs';

export const OURS = whichstack;
export const PEERS = [zen, jsonRules, dmnEval, feelin];
export const BY_HAND = byHand;
export const ENGINES = [OURS, ...PEERS, BY_HAND];
