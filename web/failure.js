/** The page that is there keeps its words, phone numbers and links; what cannot work any more says so.
    `kind`: "trap" (the program stopped) or "noEngine" (it could not be loaded). */
export function showFailure(host, kind) {
  const text = kind === 'trap' ? host.dataset.failureTrap : host.dataset.failureNoEngine;
  const box = Object.assign(document.createElement('div'), { className: 'failure' });
  box.setAttribute('role', 'alert');
  box.append(Object.assign(document.createElement('p'), { textContent: text }));
  host.prepend(box);
  for (const control of host.querySelectorAll('.twin button, .twin input')) control.disabled = true;
  for (const link of host.querySelectorAll('.twin a[href^="#"]')) link.removeAttribute('href');
}
