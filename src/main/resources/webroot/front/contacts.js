// Others who answer now, besides the three numbers that stand in the page.

/** Adds what `GET /api/contacts` told, each number once. */
export function showContacts(contacts) {
  const list = document.getElementById('contacts');
  for (const contact of contacts) {
    const phone = (contact.phone || '').replace(/[^\d+]/g, '');
    if (!list.querySelector(`[data-phone="${phone || contact.url}"]`)) {
      list.appendChild(line(contact, phone));
    }
  }
}

function line(contact, phone) {
  const item = document.createElement('li');
  item.setAttribute('data-phone', phone || contact.url);
  const link = document.createElement('a');
  if (phone) {
    link.href = `tel:${phone}`;
    link.textContent = contact.phone;
  } else if (/^https?:/.test(contact.url || '')) {
    link.href = contact.url;
    link.rel = 'noreferrer';
    link.textContent = contact.url.replace(/^https?:\/\/(www\.)?/, '');
  }
  const about = document.createElement('span');
  about.textContent = [contact.name, contact.hours].filter(Boolean).map((text) => `${text}.`).join(' ');
  item.appendChild(link);
  item.appendChild(document.createTextNode(' '));
  item.appendChild(about);
  return item;
}
