// The keyboard. Keys without Alt do nothing while somebody writes, and can be switched off.

const setting = 'innom.vakt.keys';
const switchBox = document.getElementById('keys-on');

/** `acts`: {next, waiting, show(number), phrases, back, help}. */
export function startKeys(acts) {
  switchBox.checked = localStorage.getItem(setting) !== 'off';
  switchBox.onchange = () => localStorage.setItem(setting, switchBox.checked ? 'on' : 'off');

  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]') || document.body.dataset.page !== 'console') {
      return;
    }
    const act = actFor(event, acts);
    if (act) {
      event.preventDefault();
      act();
    }
  });
}

function actFor(event, acts) {
  const digit = /^Digit([1-9])$/.exec(event.code);
  if (event.altKey && !event.ctrlKey && !event.metaKey && digit) {
    return () => acts.show(Number(digit[1]));
  }
  if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === 'Digit0') {
    return acts.phrases;
  }
  if (event.altKey || event.ctrlKey || event.metaKey) {
    return null;
  }
  if (event.key === 'Escape') {
    return acts.back;
  }
  if (isWriting(event.target) || !switchBox.checked || event.repeat) {
    return null;
  }
  return { n: acts.next, N: acts.next, '/': acts.waiting, '?': acts.help }[event.key];
}

function isWriting(target) {
  return target.matches?.('input:not([type=checkbox]), textarea, select, [contenteditable]');
}
