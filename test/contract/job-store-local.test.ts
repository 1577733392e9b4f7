import { LocalJobs } from '#api/host/local-jobs.ts';
import { jobStoreSuite } from '#test/contract/job-store.suite.ts';

jobStoreSuite({ name: 'one process', shared: false, open: (options) => new LocalJobs(null, options) });
