import { describe } from 'vitest';
import { memoryDeliveryStore } from '../../src/cascade/index.ts';
import { describeTick } from './tick-cases.ts';

describe('in memory', () => describeTick((clock) => memoryDeliveryStore({ clock })));
