// Choosing: OR inside a list, AND across lists, counts that tell what one more tick would do.
import { data, expect, phone, test } from './support/finder.mjs';

test('without a choice every program is counted, and the list begins', async ({ finder }) => {
  await finder.open();
  await expect(finder.count()).toHaveText(`${data.programs.length} programs`);
  await expect(finder.cards).toHaveCount(20);
});

test('a count is what one gets by ticking it, and says so in the name of its box', async ({ finder }) => {
  await finder.open();
  await finder.unfold();
  for (const name of [/^Trauma,/, /^Anger management,/, /^Relapse prevention,/, /^Acupuncture,/, /^Medicare,/]) {
    const promised = await finder.countOf(name);
    await finder.tick(name);
    expect(await finder.total()).toBe(promised);
    await finder.option(name).uncheck();
  }
});

test('in one list any will do; across lists all must fit', async ({ finder }) => {
  await finder.open();
  await finder.unfold();
  await finder.tick(/^Trauma,/);
  const trauma = await finder.total(), anger = await finder.countOf(/^Anger management,/);
  await finder.tick(/^Anger management,/);
  const either = await finder.total();
  expect(either).toBeGreaterThan(trauma);
  expect(either).toBeLessThanOrEqual(trauma + anger);
  expect(await finder.countOf(/^Anger management,/)).toBe(anger);   // a list's counts know nothing of what is ticked in it
  const medicare = await finder.countOf(/^Medicare,/), mediCal = await finder.countOf(/^Medi-Cal/);
  await finder.tick(/^Medicare,/);
  expect(await finder.total()).toBe(medicare);
  expect(medicare).toBeLessThan(either);
  expect(await finder.countOf(/^Medi-Cal/)).toBe(mediCal);
});

test('chips show what was chosen, take it away, and "Clear all" takes all away', async ({ finder, page }) => {
  await finder.open('#groups=trauma&payment=medi-cal&q=center');
  const chip = (name) => page.getByRole('button', { name: `Remove filter: ${name}` });
  await expect(chip('Trauma')).toBeVisible();
  await expect(chip('Medi-Cal (Medicaid)')).toBeVisible();
  await chip('Trauma').click();
  await expect(chip('Trauma')).toHaveCount(0);
  await expect(finder.option(/^Trauma,/)).not.toBeChecked();
  await chip('“center”').click();
  await expect(finder.search).toHaveValue('');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(finder.count()).toHaveText(`${data.programs.length} programs`);
  await expect(page).not.toHaveURL(/#./);
});

test('programs that do not state a choice come on demand, after the others and marked', async ({ finder, page }) => {
  await finder.open('#complementary_therapies=yoga');
  const stated = await finder.total();
  await expect(finder.cards).toHaveCount(stated);
  await expect(page.getByText('Not stated does not mean no. Call and ask.')).toBeVisible();
  await finder.tick(/^Also show programs that do not state it/);
  await expect(finder.count()).toHaveText(`${stated} program${stated === 1 ? '' : 's'}`);   // they are not counted as fitting
  const may = page.getByRole('list', { name: 'Programs that may fit' });
  await expect(may.getByText('Yoga: not stated, ask them').first()).toBeVisible();
  const last = await finder.cards.last().boundingBox(), first = await may.getByRole('heading', { level: 3 }).first().boundingBox();
  expect(first.y).toBeGreaterThan(last.y);
  await expect(may.getByText('Not offered: Yoga')).toHaveCount(0);
});

test('when nothing fits, each single choice less is one press away, and gives what it says', async ({ finder, page }) => {
  await finder.open('#complementary_therapies=animal-assisted,dance&insurers=kaiser-permanente&groups=trauma&ages=under-18');
  await expect(finder.count()).toHaveText('0 programs');
  await expect(page.getByText(/^No program states all of this/)).toBeVisible();
  const ways = page.getByRole('button', { name: /^Without / });
  if (await ways.count() > 0) {
    const promised = Number((await ways.first().textContent()).match(/: (\d+)/)[1]);
    await ways.first().click();
    expect(await finder.total()).toBe(promised);
  }
});

test('when dropping one choice helps, the page offers it', async ({ finder, page }) => {
  await finder.open('#groups=trauma&q=zzzz');
  await expect(finder.count()).toHaveText('0 programs');
  const way = page.getByRole('button', { name: /^Without “zzzz”: \d+ programs$/ });
  const promised = Number((await way.textContent()).match(/: (\d+)/)[1]);
  await way.click();
  expect(await finder.total()).toBe(promised);
  await expect(finder.search).toHaveValue('');
});

test('an option that would leave nothing stays, and can be read', async ({ finder }) => {
  await finder.open('#county=marin');
  const none = finder.page.getByRole('checkbox', { name: /, *0 programs$/ });
  expect(await none.count()).toBeGreaterThan(0);
  await expect(none.first()).toBeEnabled();
});

test('a long list unfolds and folds, and tells what its words mean', async ({ finder, page }) => {
  await finder.open();
  const groups = page.getByRole('group', { name: 'Groups' });
  await expect(groups.getByRole('checkbox')).toHaveCount(6);
  await groups.getByRole('button', { name: /^Show \d+ more: Groups/ }).click();
  await expect(groups.getByRole('checkbox')).toHaveCount(11);
  await groups.getByRole('button', { name: /^Show fewer/ }).click();
  await expect(groups.getByRole('checkbox')).toHaveCount(6);
  const therapies = page.getByRole('group', { name: 'Complementary therapies' });
  await therapies.getByRole('button', { name: /^What do these mean/ }).click();
  await expect(therapies.getByRole('paragraph').first()).toBeVisible();
});

test('the result is announced once, and not again when it is the same', async ({ finder, page }) => {
  await finder.open();
  await expect(finder.status).toHaveText('');
  await page.evaluate(() => {
    globalThis.said = [];
    new MutationObserver(() => said.push(document.querySelector('[role=status]').textContent)).observe(document.querySelector('[role=status]'), { childList: true, characterData: true, subtree: true });
  });
  await finder.tick(/^Trauma,/);
  const total = await finder.total();
  await expect(finder.status).toHaveText(`${total} programs`);
  await finder.showSimply();
  expect(await page.evaluate(() => globalThis.said)).toEqual([`${total} programs`]);
});

test('Escape closes the filter sheet, and focus goes back to its button', async ({ finder, page }) => {
  await page.setViewportSize(phone);
  await finder.open();
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await expect(finder.page.getByRole('dialog', { name: 'Filters' }).getByRole('heading', { name: 'Filters' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(finder.cards.first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Filters', exact: true })).toBeFocused();
});
