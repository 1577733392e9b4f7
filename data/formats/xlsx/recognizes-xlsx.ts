/** Whether the bytes begin as a zip file does, or as a workbook of before 2007 (which the reader refuses in words). */
export function recognizesXlsx(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) || isOldWorkbook(bytes);
}

/** The container of .xls, and of .xlsx with a password. */
export function isOldWorkbook(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, at) => bytes[at] === byte);
}
