import type { Operation } from '#api/contract/define-operation.ts';
import { fileOperations } from '#api/contract/files.ts';
import { findingOperations } from '#api/contract/findings.ts';
import { historyOperations } from '#api/contract/history.ts';
import { jobOperations } from '#api/contract/jobs.ts';
import { networkOperations } from '#api/contract/networks.ts';
import { recordOperations } from '#api/contract/records.ts';
import { serviceOperations } from '#api/contract/service.ts';

/** Every operation of the API, in the order of the documentation. */
export const operations: readonly Operation[] = [
  ...Object.values(networkOperations),
  ...recordOperations.flatMap(({ list, create, read, change, remove }) => [
    list,
    create,
    read,
    change,
    remove,
  ]),
  ...Object.values(historyOperations),
  ...Object.values(fileOperations),
  ...Object.values(findingOperations),
  ...Object.values(jobOperations),
  ...Object.values(serviceOperations),
];
