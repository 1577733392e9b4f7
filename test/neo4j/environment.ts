import { inject } from 'vitest';

/** What of the browser tests runs in this project runs on its server. */
const { url, password } = inject('neo4j');
process.env.WEFT_STORE = url;
process.env.NEO4J_PASSWORD = password;
