/** What was pressed is in the document, which follows the picture. */
export const settle = (page) => page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => setTimeout(() => setTimeout(done))); }));
