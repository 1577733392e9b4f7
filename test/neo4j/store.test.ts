import { storeEdgeSuite } from '#test/contract/store-edge.suite.ts';
import { storeModelSuite } from '#test/contract/store-model.suite.ts';
import { storeSearchSuite } from '#test/contract/store-search.suite.ts';
import { storeUndoSuite } from '#test/contract/store-undo.suite.ts';
import { storeSuite, type StoreUnderTest } from '#test/contract/store.suite.ts';
import { openTestStore } from './open-test-store.ts';

const engine: StoreUnderTest = { name: 'Neo4j', open: openTestStore, reopen: openTestStore };

storeSuite(engine);
storeSearchSuite(engine);
storeUndoSuite(engine);
storeEdgeSuite(engine);
storeModelSuite(engine, { runs: 16, timeoutMs: 240_000 });
