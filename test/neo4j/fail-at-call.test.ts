import { failAtCallSuite } from '#test/reliability/fail-at-call.suite.ts';
import { openTestStore } from './open-test-store.ts';

failAtCallSuite('Neo4j', openTestStore);
