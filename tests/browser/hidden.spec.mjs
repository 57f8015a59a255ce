// With the screen hidden: what the browser tells assistive technology is all there is, and keys are all that is pressed. The
// same by touch alone, and both in page view where there is no WebGL, or no WebAssembly.
import { data, expect, phone, spoken, test as base, withScreen } from './support/finder.mjs';

// What a parent looks for: a program for a 15-year-old that takes Medi-Cal.
const offers = (program, facet, value) => program.facts.some((block) => block.offered?.[facet]?.includes(value));
const fits = (program) => offers(program, 'ages', 'under-18') && offers(program, 'payment', 'medi-cal');

/** The accessibility tree as a screen reader gets it: roles, names and states in reading order; nothing of the DOM. */
class Listener {
  #page; #cdp;
  constructor(page, cdp) { this.#page = page; this.#cdp = cdp; }

  async nodes() {
    const { nodes } = await this.#cdp.send('Accessibility.getFullAXTree');
    const known = new Map(nodes.map((node) => [node.nodeId, node])), order = [];
    const visit = (node) => { if (!node) return; order.push(node); for (const id of node.childIds ?? []) visit(known.get(id)); };
    visit(nodes.find(({ parentId }) => parentId === undefined));
    return order.filter(({ ignored }) => !ignored).map((node) => ({
      role: node.role?.value, name: (node.name?.value ?? '').replace(/\s+/g, ' ').trim(), url: property(node, 'url'),
      focused: property(node, 'focused') === true, checked: property(node, 'checked'), expanded: property(node, 'expanded'), modal: property(node, 'modal') === true,
    }));
  }

  async hear(role, name) {
    let found;
    await expect.poll(async () => { found = (await this.nodes()).find((node) => node.role === role && name.test(node.name)); return found !== undefined; }, `${role} ${name}`).toBe(true);
    return found;
  }

  /** What has focus, as it is spoken. */
  async here() { return (await this.nodes()).filter(({ focused, role }) => focused && role !== 'RootWebArea').at(-1) ?? null; }

  /** Tab until that is spoken. */
  async tabTo(role, name, key = 'Tab') {
    for (let steps = 0; steps < 250; steps++) {
      await this.#page.keyboard.press(key);
      const here = await this.here();
      if (here && here.role === role && name.test(here.name)) return here;
    }
    throw new Error(`Tab does not come to ${role} ${name}`);
  }
}
const property = ({ properties = [] }, name) => properties.find((one) => one.name === name)?.value?.value;

const browsers = {
  'the painted view': {},
  'page view without WebGL': { args: ['--disable-gpu', '--disable-3d-apis'] },
  'page view without WebAssembly': { args: ['--js-flags=--jitless'] },
};

const test = base.extend({
  quietly: async ({}, use) => {
    await use((context, work) => withScreen(context, async (finder, page) => {
      const seen = finder.watch();
      await page.goto('/');
      await expect(finder.host).toHaveClass(/\bready\b/);
      await work(finder, page, await page.context().newCDPSession(page));
      expect(seen.complaints, 'said on the console').toEqual([]);
    }));
  },
});

for (const [name, { args }] of Object.entries(browsers)) {
  test(`by the accessibility tree and the keyboard alone: programs for a 15-year-old with Medi-Cal, and a phone number (${name})`, async ({ quietly }) => {
    test.setTimeout(180_000);
    await quietly({ args }, async (finder, page, cdp) => {
      await expect(finder.host).toHaveClass(args ? /\bpage\b/ : /\bpainted\b/);
      const listener = new Listener(page, cdp);
      await listener.hear('search', /^/);
      await listener.hear('complementary', /^Filters$/);
      await listener.hear('heading', new RegExp(`^${data.programs.length} programs$`));

      await listener.tabTo('checkbox', /^Children and teens, under 18, \d+ programs?$/);
      await page.keyboard.press('Space');
      await listener.hear('status', /^\d+ programs?$/).catch(() => {});   // some browsers name a status by what is in it, some do not
      expect((await listener.here()).checked).toBe('true');
      const medi_cal = await listener.tabTo('checkbox', /^Medi-Cal \(Medicaid\), \d+ programs?$/);
      const promised = Number(medi_cal.name.match(/, (\d+) program/)[1]);
      await page.keyboard.press('Space');
      const wanted = data.programs.filter(fits);
      expect(promised).toBe(wanted.length);
      await listener.hear('heading', new RegExp(`^${wanted.length} programs?$`));
      const said = (await listener.nodes()).map(({ role, name: text }) => `${role} ${text}`);
      expect(said.filter((line) => line === `StaticText ${wanted.length} programs`).length).toBeGreaterThan(0);   // in the status region too

      const chosen = wanted[0], title = new RegExp(`^${chosen.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
      await listener.tabTo('link', title);
      await page.keyboard.press('Enter');
      await finder.settle();   // the card's heading has that name, too
      const heading = await listener.hear('heading', title);
      expect(heading.focused).toBe(true);
      const [{ number }] = chosen.phones;
      const call = await listener.tabTo('link', new RegExp(`^Call ${spoken(number)}`));
      expect(call.url).toBe(`tel:${number}`);
    });
  });

  test(`by touch alone on a phone of 390 px: programs for a 15-year-old with Medi-Cal, and a phone number (${name})`, async ({ quietly }) => {
    test.setTimeout(180_000);
    await quietly({ args, scale: 3, viewport: phone, hasTouch: true }, async (finder, page) => {
      await expect(finder.host).toHaveClass(args ? /\bpage\b/ : /\bpainted\b/);
      await page.getByRole('button', { name: 'Filters', exact: true }).tap();
      const sheet = page.getByRole('dialog', { name: 'Filters' });
      await sheet.getByRole('checkbox', { name: /^Children and teens, under 18,/ }).tap();
      await sheet.getByRole('checkbox', { name: /^Medi-Cal \(Medicaid\),/ }).tap();
      const wanted = data.programs.filter(fits);
      await sheet.getByRole('button', { name: `Show ${wanted.length} programs` }).tap();
      await expect(finder.cards).toHaveCount(Math.min(wanted.length, 20));
      const [{ number }] = wanted[0].phones;
      const call = finder.card(wanted[0].name).first().getByRole('link', { name: new RegExp(`^Call ${spoken(number)}`) });
      await expect(call).toHaveAttribute('href', `tel:${number}`);
      await finder.card(wanted[0].name).first().getByRole('link', { name: wanted[0].name, exact: true }).tap();
      await expect(page.getByRole('heading', { level: 1, name: wanted[0].name })).toBeFocused();
      await expect(page.getByRole('complementary', { name: 'Contact' }).getByRole('link', { name: `Call ${spoken(number)}` })).toHaveAttribute('href', `tel:${number}`);
    });
  });
}
