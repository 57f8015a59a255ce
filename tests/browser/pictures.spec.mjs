// Pictures of every screen, kept in build/screenshots for people to look at.
import { fileURLToPath } from 'node:url';
import { expect, phone, smallPhone, test, wide, withScreen } from './support/finder.mjs';

const folder = fileURLToPath(new URL('../../build/screenshots/', import.meta.url));
const screens = { list: '', chosen: '#groups=trauma&payment=medi-cal&not-stated=1', nothing: '#q=zzzz&groups=trauma', program: '#program=edgewood-iop-san-carlos', about: '#page=about' };

for (const [name, viewport] of Object.entries({ wide, phone, 'small-phone': smallPhone })) {
  for (const scale of viewport === wide ? [1, 2] : [1, 3]) {
    test(`pictures: ${name} at ${scale}`, async () => {
      await withScreen({ scale, viewport }, async (finder, page) => {
        for (const [screen, fragment] of Object.entries({ ...screens, ...(viewport === wide ? {} : { filters: '#show=filters&groups=trauma' }) })) {
          for (const view of ['painted', 'page']) {
            await finder.open(fragment, { view });
            await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
            const picture = await page.screenshot({ path: `${folder}${name}-${scale}x-${screen}-${view}.png` });
            expect(picture.length).toBeGreaterThan(5000);
          }
        }
      });
    });
  }
}
