// What tests know of the tiles of web/stage.js.
export const TILE = 128, NEAR = 512;   // css px

/** How many are alive at most in a window that high: in sight, or near. */
export const alive = (height) => Math.ceil((height + 2 * NEAR) / TILE) + 2;
export const liveTiles = (page) => page.evaluate(() => [...document.querySelectorAll('.tiles canvas')].filter((canvas) => canvas.width > 0).length);
