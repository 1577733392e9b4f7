import { unzipSync } from 'fflate';
import { recognizesXlsx } from '#data/formats/xlsx/recognizes-xlsx.ts';

/** The first columns that Kumu asks for, in its own spelling, and one that only it has beside them. */
const kumuHeader =
  /^\uFEFF?(?:"?ID"?[,;\t])?(?:"?Label"?[,;\t]"?(?:Type|Description|Tags|Image)"?(?:[,;\t\r\n]|$)|"?From"?[,;\t]"?To"?[,;\t]"?(?:Direction|Label|Type|Tags|Description)"?(?:[,;\t\r\n]|$))/u;
const kumuSheet = /<(?:\w+:)?sheet\s[^>]*name="(?:Elements|Connections)"/u;
const workbookLimit = 1_000_000;

/** Whether a workbook has Kumu's sheets, or a text Kumu's columns. */
export function recognizesKumuTable(bytes: Uint8Array): boolean {
  if (!recognizesXlsx(bytes)) return kumuHeader.test(new TextDecoder().decode(bytes.subarray(0, 1_024)));
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === 'xl/workbook.xml' && originalSize <= workbookLimit,
    });
    const workbook = parts['xl/workbook.xml'];
    return workbook !== undefined && kumuSheet.test(new TextDecoder().decode(workbook));
  } catch {
    return false;
  }
}
