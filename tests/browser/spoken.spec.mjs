// What each screen says, kept for people to review: the browser's whole accessibility tree, and Playwright's aria snapshot.
// Both views must say the same. After a change that is meant: npx playwright test ... spoken --update-snapshots, and read the diff.
import { expect, phone, test, wide } from './support/finder.mjs';

const screens = { list: '#q=edgewood', 'may-fit': '#q=edgewood&complementary_therapies=yoga&not-stated=1', nothing: '#q=zzzz&groups=trauma', program: '#program=edgewood-iop-san-carlos', about: '#page=about', choices: '#q=edgewood&groups=trauma' };
const silent = new Set(['none', 'generic', 'InlineTextBox', 'ListMarker', 'LabelText', 'LineBreak']);
const states = ['focused', 'checked', 'expanded', 'pressed', 'level', 'disabled', 'modal', 'live', 'url'];

const stateOf = ({ properties = [] }, name) => properties.find((one) => one.name === name)?.value?.value;
const tidy = (text) => text.replace(/\s+/g, ' ').replace(/ (?=[,:]( |$))/g, '').trim();   // a pause may stand apart

function statesOf(node) {
  return states.map((name) => [name, stateOf(node, name)]).filter(([name, value]) => value !== undefined && value !== false && value !== '' && (value !== 'false' || name === 'checked'))
    .map(([name, value]) => `${name}=${String(value).replace(/^http:\/\/127[^#]*/, '')}`);
}

/** One line a node: role, name, states; indented by depth. Texts that follow each other are one: the painted view has lines. */
async function tree(cdp) {
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  const known = new Map(nodes.map((node) => [node.nodeId, node])), heard = [];
  const visit = (node, depth) => {
    const role = node.role?.value, name = tidy(node.name?.value ?? ''), isHeard = !node.ignored && !silent.has(role), last = heard.at(-1);
    if (isHeard && role === 'StaticText') {
      if (last?.role === role && last.depth === depth) last.name = tidy(`${last.name} ${name}`);
      else if (name) heard.push({ role, name, depth, said: [] });
    } else if (isHeard) heard.push({ role, name, depth, said: statesOf(node) });
    for (const id of node.childIds ?? []) if (known.has(id)) visit(known.get(id), depth + (isHeard ? 1 : 0));
  };
  visit(nodes.find(({ parentId }) => parentId === undefined), 0);
  // A text that is its parent's whole name says nothing new.
  const lines = heard.filter(({ role, name, depth }, at) => !(role === 'StaticText' && heard[at - 1]?.name === name && heard[at - 1].depth === depth - 1));
  return lines.map(({ role, name, depth, said }) => `${'  '.repeat(depth)}${role}${name ? ` "${name}"` : ''}${said.length ? ` [${said.join(', ')}]` : ''}\n`).join('');
}

for (const [size, viewport] of Object.entries({ wide, phone })) {
  for (const view of ['painted', 'page']) {
    test(`every screen says what was reviewed (${size}, ${view})`, async ({ finder, page }) => {
      await page.setViewportSize(viewport);
      const cdp = await page.context().newCDPSession(page);
      for (const [screen, fragment] of Object.entries({ ...screens, ...(size === 'phone' ? { filters: '#groups=trauma&show=filters' } : {}) })) {
        await finder.open(fragment, { view });
        if (screen === 'choices') { await finder.chooser.click(); await finder.settle(); }
        await page.evaluate(() => document.activeElement.blur());
        const same = (text) => text.replace(/("Simple view") \[pressed(=true)?\]/g, '$1');   // which view it is, is said of course
        expect(same(await tree(cdp))).toMatchSnapshot(`${screen}-${size}-tree.txt`);
        expect(same((await page.locator('body').ariaSnapshot()).replace(/ (?=[,:]( |"|$))/gm, '').replace(/– /g, '–'))).toMatchSnapshot(`${screen}-${size}-aria.txt`);
      }
    });
  }
}
