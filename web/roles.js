// Which element stands for each role of src/view/roles.hpp, and how a node becomes one. The page's script builds
// elements from it, the build writes the first page's HTML from it: one table, so that the two cannot differ.

const button = ['button', { type: 'button' }];
const list = ['ul', { role: 'list' }];   // without the role Safari forgets lists that show no bullets
const focusable = { tabindex: '-1' };    // where focus goes when the screen changes

export const ROLES = {
  skip: ['a'], crisis: ['aside'], crisis_text: ['span'], crisis_link: ['a'], leave: ['a'],
  header: ['header'], title_row: ['div'], title: ['h1'], nav: ['nav'], nav_link: ['a'], tools: ['span'], tool: button,
  display: ['div'], choices: ['fieldset'], choices_legend: ['legend'], choice_row: ['div'], choice: ['label'],
  radio: ['input', { type: 'radio', autocomplete: 'off' }], choice_name: ['span'],
  search: ['form', { role: 'search' }], field: ['label'], field_name: ['span'],
  text_input: ['input', { type: 'search', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', enterkeyhint: 'search', maxlength: '100' }],
  body: ['div'], sheet: ['div', { role: 'dialog', 'aria-modal': 'true' }], filters: ['aside'], filters_bar: ['div'], sheet_title: ['h1', focusable], filters_title: ['h2', focusable], filters_note: ['p'],
  facet: ['fieldset'], facet_legend: ['legend'], option: ['label'], checkbox: ['input', { type: 'checkbox', autocomplete: 'off' }],
  option_name: ['span'], option_none: ['span'], option_count: ['span'], option_plain: ['p'], facet_tools: ['div'], text_button: button, sheet_done: button,
  main: ['main'], notice: ['p'], problem: ['div', { role: 'alert' }], problem_text: ['p'], problem_list: list, problem_item: ['li'],
  summary: ['div'], count: ['h2', focusable], range: ['p'], chosen: ['p'], filters_button: button, chip: button, empty: ['p'], relax_list: ['div'], relax: button,
  cards: list, card: ['li'], card_title: ['h3'], card_link: ['a'], card_org: ['p'], card_facts: ['p'], card_alert: ['p'],
  marks: list, mark_offered: ['li'], mark_not_offered: ['li'], mark_ask: ['li'], actions: ['div'], call: ['a'], button_link: ['a'], card_source: ['p'],
  also: ['h2'], also_note: ['p'], wide_button: button, pages: ['nav'], page_link: ['a'],
  back: ['a'], detail: ['div'], detail_text: ['div'], detail_facts: ['div'], page_title: ['h1', focusable], page_org: ['p'], section_title: ['h2'],
  glance: ['dl'], glance_row: ['div'], glance_term: ['dt'], glance_value: ['dd'], marks_columns: list,
  prose: ['p'], bullets: list, bullet: ['li'], section_source: ['p'],
  source_list: list, source_item: ['li'], source_link: ['a'], source_name: ['span'], source_about: ['p'],
  contact: ['aside'], contact_title: ['h2'], phone_note: ['p'], footer: ['footer'], footer_text: ['p'], footer_screen: ['p'],
};

// A link may come from a dataset that somebody handed in.
const isSafe = (href) => /^(https?:|tel:|sms:|#)/i.test(href);

function linkAttributes(href) {
  if (!isSafe(href)) return {};
  return /^http/i.test(href) ? { href, rel: 'noopener noreferrer' } : { href };
}

const flag = (name, value) => (value === undefined ? {} : { [name]: value ? 'true' : 'false' });

/** What `node` (of finder_update) is in HTML: { tag, attributes, before, text, pause, after }. All but `text` are heard only.
    A pause (the comma of "Trauma, 4 programs") is apart because a hidden span would put a space before it. */
export function describe(node) {
  const [tag, fixed = {}] = ROLES[node.role];
  const attributes = { class: node.role.replaceAll('_', '-'), ...fixed };
  if (node.name) attributes['aria-label'] = node.name;
  if (node.href) Object.assign(attributes, linkAttributes(node.href));
  if (node.hint) attributes.placeholder = node.hint;
  if (node.set_size) Object.assign(attributes, { 'aria-posinset': `${node.set_place}`, 'aria-setsize': `${node.set_size}` });
  if (node.group) attributes.name = node.group;
  Object.assign(attributes, flag('aria-expanded', node.expanded), flag('aria-pressed', node.pressed));
  const [, pause, after] = /^([,:]?)(.*)$/s.exec(node.said_after ?? '');
  return { tag, attributes, before: node.said_before ?? '', text: node.text ?? '', pause, after };
}
