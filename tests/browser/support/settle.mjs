/** What was pressed is in the document, which follows the picture, which follows the press. */
export const settle = (page) => page.evaluate(async () => {
  const picture = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(() => setTimeout(done))); });
  await picture();
  await picture();
});
