import type { WorkloadInput } from '../../../src/index.js';
import { runCases } from '../../support/cases.js';
import { decide } from '../../support/decide.js';
import { RECOMMENDATION_EXPECTATIONS } from '../../support/recommendation-cases.js';

for (const file of ['choosing', 'resolving'])
  runCases(`decide/stack/${file}.yaml`, {
    required: ['requirements'],
    optional: ['environment', 'constraints', 'preferences'],
    run: ({ requirements, environment, constraints, preferences }) =>
      decide({ requirements, environment, constraints, preferences } as WorkloadInput),
    expectations: RECOMMENDATION_EXPECTATIONS,
  });
