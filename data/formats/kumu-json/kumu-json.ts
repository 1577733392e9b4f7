import type { Format } from '#data/formats/format.ts';
import { readKumuJson } from '#data/formats/kumu-json/read-kumu-json.ts';

const head = 262_144;

export const kumuJson: Format = {
  id: 'kumu-json',
  label: 'Kumu JSON (project export and blueprint)',
  extensions: ['json'],
  recognizes: (bytes) => {
    const text = new TextDecoder().decode(bytes.subarray(0, head));
    return /^\s*\{/u.test(text) && /"(?:elements|attributeRelevance)"\s*:/u.test(text);
  },
  read: readKumuJson,
};
