const NARROW = /[ijlftr.,:;'’"!|()[\]{} ]/;
const WIDE = /[mwMW@%—…]/;
const CAPITAL = /[A-Z0-9&$#]/;
/** From here on Unicode has scripts whose letters are as wide as they are high. */
const FULL_WIDTH_FROM = 0x2e80;

/**
 * About how wide a text is in a system font, in pixels. An estimate, because
 * the layout is computed without a page; on the generous side, so that a text
 * fits where it says so.
 */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const letter of text) {
    em += letterWidth(letter);
  }
  return Math.ceil(em * fontSize);
}

function letterWidth(letter: string): number {
  if ((letter.codePointAt(0) ?? 0) >= FULL_WIDTH_FROM) {
    return 1.05;
  }
  if (NARROW.test(letter)) {
    return 0.36;
  }
  if (WIDE.test(letter)) {
    return 0.95;
  }
  return CAPITAL.test(letter) ? 0.72 : 0.62;
}
