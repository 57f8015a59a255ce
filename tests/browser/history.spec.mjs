// Going back and forward, reloading, leaving: where a person finds themselves.
import { data, expect, test } from './support/finder.mjs';

const weather = (page) => page.route('https://www.weather.gov/', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
const top = (page) => page.evaluate(() => Math.round(scrollY));

test('a page that was scrolled is there again after a reload', async ({ finder, page }) => {
  await finder.open('#groups=trauma');
  await page.evaluate(() => scrollTo(0, 2500));
  await page.waitForTimeout(600);
  await page.reload();
  await finder.ready();
  expect(Math.abs(await top(page) - 2500)).toBeLessThan(3);
});

test('forward comes to a program at its top, and each entry has its own title', async ({ finder, page }) => {
  await finder.open('#groups=trauma');
  const link = finder.cards.nth(12).getByRole('heading', { level: 3 }).getByRole('link'), name = (await link.innerText()).trim();
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.goBack();
  await expect(page).toHaveTitle('Find an intensive outpatient program');
  await page.goForward();
  await expect(page).toHaveTitle(new RegExp(name.replace(/[()]/g, '.')));
  await expect.poll(() => top(page)).toBe(0);
});

test('an address that is put in by hand is read from its top, and Back comes to where one was', async ({ finder, page }) => {
  await finder.open('#program=edgewood-iop-san-carlos');
  for (const [address, heading] of [['#page=about', 'What is an intensive outpatient program?'], ['', 'Find an intensive outpatient program']]) {
    await page.evaluate(() => scrollTo(0, 600));
    await page.waitForTimeout(500);
    await page.evaluate((hash) => { location.hash = hash; }, address);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeInViewport();
    expect(await top(page)).toBe(0);
  }
  await page.goBack();
  await page.goBack();
  await expect.poll(() => top(page)).toBe(600);
});

test('pressing "back to the programs" twice goes back once', async ({ finder, page }) => {
  await finder.open();
  await finder.tick(/^Trauma,/);
  await finder.cards.first().getByRole('heading', { level: 3 }).getByRole('link').click();
  await page.getByRole('link', { name: /^← Back/ }).evaluate((link) => { link.click(); link.click(); });
  await expect(finder.count()).toBeVisible();
  await expect(finder.option(/^Trauma,/)).toBeChecked();
});

test('after leaving, nothing that was looked for can be come back to', async ({ finder, page }) => {
  await weather(page);
  await finder.open();
  await finder.tick(/^Trauma,/);
  await finder.tick(/^Medi-Cal/);
  await finder.cards.first().getByRole('heading', { level: 3 }).getByRole('link').click();
  await page.getByRole('link', { name: 'Leave' }).click();
  await expect(page).toHaveTitle('Weather');
  await page.goBack();
  await finder.ready();
  await expect(page).not.toHaveURL(/#./);
  await expect(finder.count()).toHaveText(`${data.programs.length} programs`);
  await page.goForward();
  await expect(page).toHaveTitle('Weather');   // and not what was ticked
});

test('Escape leaves only when it is meant: not held down, not when it cleared the search', async ({ finder, page }) => {
  await weather(page);
  await finder.open();
  await finder.search.fill('trauma');
  await finder.search.press('Escape');
  await finder.search.press('Escape');
  await page.waitForTimeout(800);
  await expect(page).toHaveTitle('Find an intensive outpatient program');
  await page.keyboard.down('Escape');
  for (let held = 0; held < 5; held++) await page.keyboard.down('Escape');   // repeats
  await page.keyboard.up('Escape');
  await page.waitForTimeout(300);
  await expect(page).toHaveTitle('Find an intensive outpatient program');
});

test('a browser that refuses more changes of the address goes on working', async ({ finder, page }) => {
  await page.addInitScript(() => {
    for (const how of ['pushState', 'replaceState']) history[how] = () => { throw new DOMException('too many', 'SecurityError'); };
  });
  await finder.open();
  await finder.search.pressSequentially('trauma');
  await finder.tick(/^Medi-Cal/);
  await expect(finder.host).toHaveClass(/\bpainted\b/);
  expect(await finder.total()).toBeLessThan(data.programs.length);
});

test('the simple view is still chosen after a reload', async ({ finder, page }) => {
  await finder.open();
  await finder.showSimply();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Simple view' })).toHaveAttribute('aria-pressed', 'true');
  await expect(finder.host).toHaveClass(/\bpage\b/);
});

test('a link to a program that is gone says so and shows the others', async ({ finder, page }) => {
  await finder.open('#program=closed-long-ago');
  await expect(page.getByText('The program in your link is not in this list any more.')).toBeVisible();
  await expect(finder.cards.first()).toBeVisible();
  await finder.tick(/^Trauma,/);
  await expect(page.getByText('The program in your link is not in this list any more.')).toHaveCount(0);
});
