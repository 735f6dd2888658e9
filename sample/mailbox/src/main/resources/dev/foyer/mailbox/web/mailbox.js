// The list follows what arrives. A mailbox that is being started again is asked again.
const PAUSE_MILLIS = 2000;

async function refresh() {
  if (!document.hidden) {
    try {
      const response = await fetch("/");
      if (response.ok) show(new DOMParser().parseFromString(await response.text(), "text/html"));
    } catch (problem) {
      console.warn(problem);
    }
  }
  setTimeout(refresh, PAUSE_MILLIS);
}

function show(next) {
  const mails = document.getElementById("mails");
  const nextMails = next.getElementById("mails");
  if (mails.innerHTML === nextMails.innerHTML) return;
  const focused = document.activeElement?.getAttribute("href");
  mails.replaceChildren(...nextMails.childNodes);
  if (focused) mails.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
  document.title = next.title;
  document.getElementById("count").textContent = next.getElementById("count").textContent;
  document.getElementById("deletion").hidden = next.getElementById("deletion").hidden;
}

setTimeout(refresh, PAUSE_MILLIS);
